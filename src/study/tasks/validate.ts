import { ok } from '../../units';
import { ownReport } from '../kernels';
import { LEFT_OUT, parsePoints, pointsKeptAside, reportPoints, summarise } from '../validate';
import type { Handler } from './handler';

/** Points of one part of a validation: enough work to be worth a message, short enough to cancel. */
const POINTS_PER_PART = 60;

const partsOf = (points: readonly unknown[]) => Math.ceil(points.length / POINTS_PER_PART);

/** The project's own points are followed by the runs kept aside, in parts of their own; a caller's points by nothing. */
export const validate: Handler<'validate'> = {
  parts({ pointsJson }) {
    const points = parsePoints(pointsJson);
    if (!points.ok) return points;
    const aside = pointsJson === null ? partsOf(pointsKeptAside()) : 0;
    return ok(Math.max(1, partsOf(points.value)) + aside);
  },
  run({ pointsJson }, index) {
    const points = parsePoints(pointsJson);
    if (!points.ok) return points;
    const own = Math.max(1, partsOf(points.value));
    const report = (all: typeof points.value, part: number) =>
      summarise(reportPoints(all.slice(part * POINTS_PER_PART, (part + 1) * POINTS_PER_PART)));
    return ok(
      index < own
        ? report(points.value, index)
        : { ...summarise([]), kept_aside: report(pointsKeptAside(), index - own) },
    );
  },
  merge({ pointsJson }, reports) {
    const summary = summarise(reports.flatMap((report) => report.points));
    if (pointsJson !== null) return summary;
    return {
      ...summary,
      left_out: [...LEFT_OUT],
      kept_aside: summarise(reports.flatMap((report) => report.kept_aside?.points ?? [])),
      own_measurements: ownReport(),
    };
  },
};
