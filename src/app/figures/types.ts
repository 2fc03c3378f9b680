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
  readonly table: FigureTable;
  /** How many rows the table has, where it is made only when it is read. */
  rows?: number;
  /**
   * It may be sketched before plotly draws it: lines, markers, fills and upright bars on plain or log axes with given
   * ranges, ticks written as `~s` or `.0%`.
   */
  sketch?: boolean;
}
