import type { Data, Layout } from 'plotly.js-dist-min';

export type Cell = string | number | null;

/** The numbers of a figure, for its table and its CSV file. */
export interface FigureTable {
  /** Column heads with units. */
  head: string[];
  rows: Cell[][];
  /** For each row, where its first cell leads. */
  links?: (string | null)[];
}

/** What is drawn; made by a pure function of a report. */
export interface Drawing {
  data: Data[];
  layout: Partial<Layout>;
  table: FigureTable;
}
