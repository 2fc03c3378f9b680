import measured from 'virtual:measured';
import { fail, ok, type Result } from '../../units';
import type { PointReport } from '../types';
import { type MeasuredPoint, readPoint } from './point';
import { reportPoint } from './report';

export { isJudged, type MeasuredPoint } from './point';
export { pointSetup } from './predict';
export { aggregate, softwareEvidence, summarise } from './report';
export { measuredTokensPerSecond } from './truth';

/** Points from a file's text, or the project's own when null. Each must be an object with an id. */
export function parsePoints(json: string | null): Result<MeasuredPoint[]> {
  if (json === null) return ok(measured.points as MeasuredPoint[]);
  const bad = (message: string, expected: string) =>
    fail<MeasuredPoint[]>({
      file: 'points',
      line: null,
      column: null,
      path: '',
      message,
      expected,
      nearest: null,
    });
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return bad(`not JSON: ${(error as Error).message}`, 'a JSON file {"points": […]}');
  }
  const points = Array.isArray(data) ? data : (data as { points?: unknown } | null)?.points;
  if (!Array.isArray(points)) return bad('no list of points', '{"points": […]}');
  for (const [i, point] of points.entries()) {
    if (typeof point !== 'object' || point === null || typeof point.id !== 'string')
      return bad(
        `point ${i} has no id`,
        'objects with an id and the fields of scenarios/measured/points.json',
      );
  }
  return ok(points.map((point) => readPoint(point)));
}

export function reportPoints(points: MeasuredPoint[]): PointReport[] {
  return points.map(reportPoint);
}
