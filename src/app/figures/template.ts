import type { Theme } from '../state/theme';
import { inks } from './palette';
import type { Layout, PlotConfig } from './plotly-types';
import { foldedTitle } from './text';

/** No cloud, no logo: nothing leaves the page. */
export const config: PlotConfig = {
  showSendToCloud: false,
  plotlyServerURL: '',
  displaylogo: false,
  responsive: true,
  displayModeBar: 'hover',
  modeBarButtonsToRemove: ['select2d', 'lasso2d', 'autoScale2d', 'toImage'],
};

/** Of figures' text. */
export const FAMILY = 'system-ui, "Segoe UI", Roboto, sans-serif';
export const textSize = (narrow: boolean): number => (narrow ? 12 : 13);

/** Pixels that a figure is high, unless it says so itself. */
export const heightOf = (layout: Partial<Layout>): number => layout.height ?? 340;

/** The look that all figures share, laid under their own layout. */
export function dressed(layout: Partial<Layout>, theme: Theme, narrow: boolean): Partial<Layout> {
  const ink = inks[theme];
  const axis = {
    gridcolor: ink.line,
    linecolor: ink.line,
    zerolinecolor: ink.line,
    tickcolor: ink.line,
    automargin: true,
    // Else each label is measured at each drawing, a fifth of its time; the margins leave them their room.
    ticklabeloverflow: 'allow' as const,
    fixedrange: narrow,
    ...(narrow ? { tickfont: { size: 10 } } : {}),
  };
  const merge = (own: object | undefined) => ({ ...axis, ...own });
  return {
    ...layout,
    autosize: true,
    height: heightOf(layout),
    margin: { l: 8, r: 24, t: 8, b: 8 },
    paper_bgcolor: ink.paper,
    plot_bgcolor: ink.paper,
    font: { family: FAMILY, size: textSize(narrow), color: ink.text },
    hoverlabel: { bgcolor: ink.paper, bordercolor: ink.soft, font: { color: ink.text }, align: 'left' },
    legend: { orientation: 'h', yref: 'container', y: 0, yanchor: 'bottom', x: 0, ...layout.legend },
    uirevision: 'keep',
    xaxis: merge(narrow ? withFoldedTitle(layout.xaxis) : layout.xaxis),
    yaxis: merge(layout.yaxis),
  };
}

function withFoldedTitle(axis: Partial<Layout>['xaxis']): Partial<Layout>['xaxis'] {
  const text = axis?.title?.text;
  return text ? { ...axis, title: { ...axis.title, text: foldedTitle(text) } } : axis;
}
