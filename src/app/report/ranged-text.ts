import { words } from '../words';

type Ends = readonly (number | null | undefined)[];

/** `12 [10 – 15]`, an end that is open said so; without an interval the value alone, without a value what stands for it. */
export function rangedText(
  value: number | null,
  interval: Ends | null,
  format: (value: number) => string,
  otherwise: string = words.report.none,
): string {
  if (value === null) return otherwise;
  const end = (at: number | null | undefined) =>
    at === null || at === undefined ? words.parity.open : format(at);
  return interval ? `${format(value)} [${end(interval[0])} – ${end(interval[1])}]` : format(value);
}
