import { KINDS, type Kind, LANES, type Lane, type Operations } from './types';

/** Operations while they are written. */
export interface Columns extends Operations {
  count: number;
}

const laneCode = Object.fromEntries(LANES.map((lane, i) => [lane, i])) as Record<Lane, number>;
const kindCode = Object.fromEntries(KINDS.map((kind, i) => [kind, i])) as Record<Kind, number>;

export function createColumns(size: number): Columns {
  return {
    start: new Float64Array(size),
    end: new Float64Array(size),
    rank: new Int32Array(size),
    lane: new Uint8Array(size),
    kind: new Uint8Array(size),
    exposed: new Uint8Array(size),
    out: new Uint8Array(size),
    microBatch: new Int32Array(size),
    chunk: new Int32Array(size),
    count: 0,
  };
}

/** Places shared by the operations that are written next. */
export interface Place {
  rank: number;
  microBatch: number;
  chunk: number;
}

/** Seconds below which an operation is rounding. */
const LEAST = 1e-11;

/** Writes one operation; those without length are left out. */
export function put(
  to: Columns,
  place: Place,
  lane: Lane,
  kind: Kind,
  start: number,
  end: number,
  exposed: boolean,
  out: boolean,
): void {
  if (!(end - start > LEAST)) return;
  if (to.count === to.start.length) grow(to);
  const i = to.count++;
  to.start[i] = start;
  to.end[i] = end;
  to.rank[i] = place.rank;
  to.lane[i] = laneCode[lane];
  to.kind[i] = kindCode[kind];
  to.exposed[i] = exposed ? 1 : 0;
  to.out[i] = out ? 1 : 0;
  to.microBatch[i] = place.microBatch;
  to.chunk[i] = place.chunk;
}

const NAMES = [
  'start',
  'end',
  'rank',
  'lane',
  'kind',
  'exposed',
  'out',
  'microBatch',
  'chunk',
] as const satisfies (keyof Operations)[];

function grow(to: Columns): void {
  const larger = createColumns(2 * to.start.length);
  for (const name of NAMES) larger[name].set(to[name]);
  Object.assign(to, { ...larger, count: to.count });
}

/** The operations by rank and lane; those of one lane in the order in which they were written, which is that of time. */
export function sorted(from: Columns, ranks: number): Operations {
  const next = new Int32Array(ranks * LANES.length + 1);
  const place = (i: number) => from.rank[i] * LANES.length + from.lane[i];
  for (let i = 0; i < from.count; i++) next[place(i) + 1]++;
  for (let k = 1; k < next.length; k++) next[k] += next[k - 1];
  const to = createColumns(from.count);
  const target = new Int32Array(from.count);
  for (let i = 0; i < from.count; i++) target[i] = next[place(i)]++;
  for (const name of NAMES) for (let i = 0; i < from.count; i++) to[name][target[i]] = from[name][i];
  const { count: _, ...operations } = to;
  return operations;
}
