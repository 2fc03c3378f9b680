import { clusterColor } from '../../figures/palette';
import type { Theme } from '../../state/theme';

/** Stops of Cividis, which is told apart with any colour vision; without the end that vanishes on the paper. */
const stops = {
  light: ['#00224e', '#35456c', '#666970', '#948e77', '#b39d3c'],
  dark: ['#fee838', '#c8b866', '#9a9a8e', '#7f8fb5', '#6f9bff'],
};
export const CIVIDIS = ['#00224e', '#35456c', '#666970', '#948e77', '#c8b866', '#fee838'];

/** Colours of so many lines of one cluster: far apart while they are few, a ramp when they are many. */
export function lineColor(theme: Theme, place: number, of: number): string {
  return of <= 4 ? clusterColor(theme, place) : mixed(stops[theme], of > 1 ? place / (of - 1) : 0);
}

function mixed(ramp: readonly string[], share: number): string {
  const at = share * (ramp.length - 1);
  const low = Math.min(ramp.length - 2, Math.floor(at));
  const parts = [1, 3, 5].map((place) => {
    const [a, b] = [low, low + 1].map((stop) => Number.parseInt(ramp[stop].slice(place, place + 2), 16));
    return Math.round(a + (b - a) * (at - low))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
