import { ok } from '../../units';
import { ownReport } from '../kernels';
import { parsePoints, reportPoints, summarise } from '../validate';
import type { Handler } from './handler';

/** Points of one part of a validation: enough work to be worth a message, short enough to cancel. */
const POINTS_PER_PART = 60;

export const validate: Handler<'validate'> = {
  parts({ pointsJson }) {
    const points = parsePoints(pointsJson);
    return points.ok ? ok(Math.max(1, Math.ceil(points.value.length / POINTS_PER_PART))) : points;
  },
  run({ pointsJson }, index) {
    const points = parsePoints(pointsJson);
    if (!points.ok) return points;
    const from = index * POINTS_PER_PART;
    return ok(summarise(reportPoints(points.value.slice(from, from + POINTS_PER_PART))));
  },
  merge({ pointsJson }, reports) {
    const summary = summarise(reports.flatMap((report) => report.points));
    return pointsJson === null ? { ...summary, own_measurements: ownReport() } : summary;
  },
};
