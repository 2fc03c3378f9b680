import measured from 'virtual:measured';
import { fail, ok, type Result } from '../../units';
import type { PointReport } from '../types';
import type { MeasuredPoint } from './point';
import { reportPoint } from './report';

export { isJudged, type MeasuredPoint } from './point';
export { pointSetup } from './predict';
export { summarise } from './report';
export { measuredTokensPerSecond } from './truth';

const REQUIRED = ['id', 'group', 'hardware_chip', 'n_chips', 'model', 'task', 'quality', 'truth'] as const;

/** Points from a file's text, or the project's own when null. Each must be an object with the named fields. */
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
    for (const key of REQUIRED) {
      if (typeof point !== 'object' || point === null || !(key in point)) {
        return bad(`point ${i} has no ${key}`, `the fields ${REQUIRED.join(', ')}`);
      }
    }
  }
  return ok(points as MeasuredPoint[]);
}

export function reportPoints(points: MeasuredPoint[]): PointReport[] {
  return points.map(reportPoint);
}
