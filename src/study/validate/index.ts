import keptAside from 'virtual:kept-aside';
import measured from 'virtual:measured';
import { errorOf, fail, MOST_LEVELS, nestedBeyond, ok, type Result } from '../../units';
import { words } from '../../words';
import type { PointReport } from '../types';
import { type MeasuredPoint, readPoint } from './point';
import { reportPoint } from './report';

export { LEFT_OUT } from './left-out';
export { isJudged, type MeasuredPoint } from './point';
export { pointSetup } from './predict';
export { aggregate, softwareEvidence, summarise } from './report';
export { measuredTokensPerSecond } from './truth';

/** Every part of a validation is sent the whole file: bounded work for files of strangers. */
const MOST_POINTS = 10_000;

/** The text read last, and what it held: the parts of one validation ask for the same file again and again. */
let last: { json: string; points: Result<MeasuredPoint[]> } | null = null;

/** Points from a file's text, or the project's own when null. Each must be an object with an id. */
export function parsePoints(json: string | null): Result<MeasuredPoint[]> {
  if (json === null) return ok(measured.points as MeasuredPoint[]);
  if (last?.json !== json) last = { json, points: readPoints(json) };
  return last.points;
}

function readPoints(json: string): Result<MeasuredPoint[]> {
  const say = words().study.points;
  const bad = (message: string, expected: string) =>
    fail<MeasuredPoint[]>(errorOf('points', message, expected));
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return bad(say.notJson((error as Error).message), say.jsonFile);
  }
  const { tooDeep, flatter, tooMany, sizeRange } = words().catalog;
  if (nestedBeyond(data, MOST_LEVELS)) return bad(tooDeep, flatter(MOST_LEVELS));
  const points = Array.isArray(data) ? data : (data as { points?: unknown } | null)?.points;
  if (!Array.isArray(points)) return bad(say.noList, say.list);
  if (points.length > MOST_POINTS) return bad(tooMany(MOST_POINTS), sizeRange('list', MOST_POINTS, true));
  for (const [i, point] of points.entries()) {
    if (typeof point !== 'object' || point === null || typeof point.id !== 'string')
      return bad(say.noId(i), say.withId);
  }
  return ok(points.map((point) => readPoint(point)));
}

let aside: MeasuredPoint[] | null = null;

/** The project's runs that no constant was fitted on; read once, as every part of a validation asks for them. */
export function pointsKeptAside(): MeasuredPoint[] {
  aside ??= keptAside.points.map((point) => readPoint(point as MeasuredPoint));
  return aside;
}

export function reportPoints(points: MeasuredPoint[]): PointReport[] {
  return points.map(reportPoint);
}
