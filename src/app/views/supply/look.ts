import { DASHES, MARKERS, PARTS } from '../../figures/palette';
import type { Theme } from '../../state/theme';

const ORDER = [0, 2, 5, 4, 1, 6];

/** A path looks the same in every figure. */
export const lookOf = (path: number, theme: Theme) => ({
  color: PARTS[ORDER[path % ORDER.length]][theme],
  dash: DASHES[path % DASHES.length],
  symbol: MARKERS[path % MARKERS.length],
});
