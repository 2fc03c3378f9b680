/** A default that is no measurement of the cluster at hand: its value, 80 % bounds and where they are from. */
export interface Assumed {
  value: number;
  low: number;
  high: number;
  source: string;
}

/** Defaults by the chip's vendor, in small letters. */
export type ByVendor = { other: Assumed } & { readonly [vendor: string]: Assumed };

export const assumed = (value: number, low: number, high: number, source: string): Assumed => ({
  value,
  low,
  high,
  source,
});

export const ofVendor = (table: ByVendor, vendor: string): Assumed =>
  Object.entries(table).find(([name]) => name === vendor.toLowerCase())?.[1] ?? table.other;
