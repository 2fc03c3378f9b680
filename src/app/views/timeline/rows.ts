import type { TimelineCase, TimelineReport } from '../../../study';

/** One lane of one rank on the canvas; pixels from the top of the rows. */
export interface Row {
  rank: number;
  /** Place in the report's list of lanes. */
  lane: number;
  top: number;
  height: number;
  /** Its operations, from `first` to before `end`. */
  first: number;
  end: number;
}

export interface Rows {
  rows: Row[];
  /** Top of each rank, and one more for the bottom of the last. */
  tops: number[];
  /** Lanes that any rank uses. */
  lanes: number[];
  /** Lanes are high enough to be named. */
  named: boolean;
}

/** Room that all ranks together should take, and between two; the compute lane is as high as so many others. */
const HEIGHT = 660;
const GAP = 6;
const COMPUTE = 3;

/** Lanes of all ranks: the more ranks, the lower. */
export function rowsOf(report: TimelineReport, { operations: op, ranks }: TimelineCase): Rows {
  const count = report.labels.lanes.length;
  const first = new Int32Array(ranks * count + 1);
  for (let i = 0; i < op.rank.length; i++) first[op.rank[i] * count + op.lane[i] + 1]++;
  for (let k = 1; k < first.length; k++) first[k] += first[k - 1];
  const lanes = report.labels.lanes.flatMap((_, lane) =>
    Array.from({ length: ranks }, (_, rank) => rank * count + lane).some((k) => first[k + 1] > first[k])
      ? [lane]
      : [],
  );
  const unit = Math.max(4, Math.min(12, Math.floor((HEIGHT / ranks - GAP) / (lanes.length + COMPUTE - 1))));
  const rows: Row[] = [];
  const tops: number[] = [];
  let top = 0;
  for (let rank = 0; rank < ranks; rank++) {
    tops.push(top);
    for (const lane of lanes) {
      const height = lane === 0 ? COMPUTE * unit : unit;
      const k = rank * count + lane;
      rows.push({ rank, lane, top, height: height - 1, first: first[k], end: first[k + 1] });
      top += height;
    }
    top += GAP;
  }
  tops.push(top);
  return { rows, tops, lanes, named: unit >= 11 };
}

/** First operation of a row that ends after `time`; operations of a row follow each other. */
export function firstAfter(end: Float64Array, row: Row, time: number): number {
  let low = row.first;
  let high = row.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle] > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The operation at a time and a height, or −1; `slack`: seconds by which a short one may be missed. */
export function operationAt(
  { operations: op }: TimelineCase,
  { rows }: Rows,
  time: number,
  y: number,
  slack: number,
): number {
  const row = rows.find(({ top, height }) => y >= top && y <= top + height + 1);
  if (!row) return -1;
  const i = firstAfter(op.end_s, row, time - slack);
  return i < row.end && op.start_s[i] <= time + slack ? i : -1;
}
