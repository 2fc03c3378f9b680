import type { System } from '../hardware';

/** US dollars per chip and hour, by what they pay for; of a rent or a given price the parts are not known. */
export interface PriceParts {
  basis: 'rent' | 'capital' | 'given';
  usdPerChipHour: number;
  parts: { chip: number; server: number; network: number; electricity: number } | null;
  /** Low and high over central, 80 %. */
  range: readonly [number, number];
}

/** Server over accelerator price; share of the interconnect in a cluster's cost; service life (Epoch AI). */
const serverOverChip = 1.64;
const interconnectShare = 0.19;
const lifeHours = 5 * 365.25 * 24;
/** Where no price is known: between H20 (11,000) and B200 (36,700), judgement. */
const unknownPriceUsd = 25_000;
/** Where a price has no range of its own. */
const usualRange = [0.77, 1.3] as const;

/** What owning a chip costs: its price and its part of server and network over five years, and electricity. */
export function capitalPrice(system: System, electricityUsdPerHour: number): PriceParts {
  const price = system.chip.priceUsd;
  const central = price?.central ?? unknownPriceUsd;
  const server = system.serverPriceUsd?.central ?? central * (serverOverChip - 1);
  const network =
    system.networkPriceUsd?.central ?? ((central + server) * interconnectShare) / (1 - interconnectShare);
  const parts = {
    chip: central / lifeHours,
    server: server / lifeHours,
    network: network / lifeHours,
    electricity: electricityUsdPerHour,
  };
  const usdPerChipHour = parts.chip + parts.server + parts.network + parts.electricity;
  return {
    basis: 'capital',
    usdPerChipHour,
    parts,
    range: price ? [price.low / price.central, price.high / price.central] : usualRange,
  };
}

/** What a chip is rented for; null where it is not known. */
export function rentPrice({ chip: { rentUsdPerHour: rent } }: System): PriceParts | null {
  if (!rent) return null;
  const range = [rent.low / rent.central, rent.high / rent.central] as const;
  return { basis: 'rent', usdPerChipHour: rent.central, parts: null, range };
}
