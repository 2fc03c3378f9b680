import type { Config, Layout } from 'plotly.js-dist-min';

export type { Layout };
export type PlotConfig = Partial<Config>;
