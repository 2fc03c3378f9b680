import type { Theme } from '../state/theme';

/**
 * Okabe–Ito hues, told apart with any common colour vision, and four more for the clusters of a long comparison;
 * patterns and markers repeat what they say.
 */
const clusters = {
  light: ['#0072B2', '#D55E00', '#009E73', '#AA4499', '#7F6000', '#5A5F6B', '#332288', '#882255'],
  dark: ['#56B4E9', '#E69F00', '#2FC49A', '#E29BC6', '#F0E442', '#C3C9D4', '#A3A8FF', '#F0763A'],
};
export const MARKERS = [
  ...(['circle', 'square', 'diamond', 'triangle-up'] as const),
  ...(['triangle-down', 'cross', 'hexagon', 'star'] as const),
] as const;
export const DASHES = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'] as const;
export const PATTERNS = ['', '/', '\\', 'x'] as const;
/** Hues for clusters, before the first comes again. */
export const TONES = clusters.light.length;
export const clusterColor = (theme: Theme, index: number): string => clusters[theme][index % TONES];

/** A hue in each theme, with the pattern that repeats what it says. */
export interface Look {
  light: string;
  dark: string;
  pattern: (typeof PARTS)[number]['pattern'];
}

/** How a stacked part is filled: its hue, with a light pattern over it. */
export function fill(part: Look, theme: Theme) {
  return {
    color: part[theme],
    pattern: {
      shape: part.pattern,
      fillmode: 'overlay' as const,
      fgcolor: inks[theme].paper,
      fgopacity: 0.65,
      size: 7,
      solidity: 0.2,
    },
    line: { width: 0.5, color: inks[theme].paper },
  };
}

/** Stacked parts: hue and pattern together. */
export const PARTS = [
  { light: '#0072B2', dark: '#56B4E9', pattern: '' },
  { light: '#E69F00', dark: '#E69F00', pattern: '/' },
  { light: '#D55E00', dark: '#F0763A', pattern: '\\' },
  { light: '#999999', dark: '#A8A8A8', pattern: '.' },
  { light: '#CC79A7', dark: '#E29BC6', pattern: 'x' },
  { light: '#009E73', dark: '#2FC49A', pattern: '-' },
  { light: '#56B4E9', dark: '#7F9BFF', pattern: '+' },
] as const;

/** A limiting resource looks like the part of a step that it makes. */
export const RESOURCE_LOOK = {
  flops: PARTS[0],
  memory_bandwidth: PARTS[5],
  scale_up_bandwidth: PARTS[1],
  scale_out_bandwidth: PARTS[2],
  latency_and_host: PARTS[4],
};

export const inks = {
  light: { text: '#1c2430', soft: '#566071', line: '#d9dee6', paper: '#ffffff' },
  dark: { text: '#e7ebf2', soft: '#a9b3c3', line: '#333c4b', paper: '#161c26' },
};

/** '#rrggbb' with an opacity of 0 to 1, as plotly reads it. */
export function faded(hex: string, opacity: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`;
}
