import type { Data } from 'plotly.js-dist-min';
import { faded } from './palette';

/** What a band and the line in it share. */
interface Look {
  type: 'scatter';
  x: readonly (string | number)[];
  legendgroup: string;
  connectgaps?: boolean;
}

/** The band of an 80 % interval, to be drawn before its line: an edge below, and one above with the fill between them. */
export function bandTraces(
  look: Look,
  color: string,
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  edgeWidth = 0,
): [Data, Data] {
  const edge = {
    ...look,
    mode: 'lines',
    line: { width: edgeWidth, color },
    hoverinfo: 'skip',
    showlegend: false,
  } as const;
  const fill = { fill: 'tonexty', fillcolor: faded(color, 0.16) } as const;
  return [
    { ...edge, y: low },
    { ...edge, y: high, ...fill },
  ] as [Data, Data];
}
