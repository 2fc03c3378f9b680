import type { ErrorSummary, PointReport, ValidateReport } from '../../study';
import { formatNumber } from '../../units';
import { words } from '../../words';
import { ownText } from './kernels';
import { orMissing, percent, withInterval } from './numbers';
import { blocks, titled, wrap } from './table';

const WORST = 10;
/** Points named for each reason; the JSON names all. */
const NAMED = 3;

/** Accuracy by subset, the worst points, and what could not be predicted. */
export function validateText(report: ValidateReport): string {
  const { validate } = words().cli;
  return blocks(
    validate.summary(report.judged, report.points.length, report.skipped),
    accuracyTable(report, report.left_out ? validate.inSample : validate.accuracy),
    report.left_out ? errorTable(validate.leftOut, report.left_out) : '',
    report.kept_aside ? accuracyTable(withoutSources(report.kept_aside), validate.keptAside) : '',
    errorTable(validate.ruleOfThumb, report.rule_of_thumb),
    errorTable(
      validate.memory,
      report.memory.map((row) => ({
        ...row,
        name: validate.memoryNames[row.name as keyof typeof validate.memoryNames] ?? row.name,
      })),
    ),
    worstTable(report.points),
    skippedText(report.points),
    report.own_measurements ? ownText(report.own_measurements) : '',
  );
}

/** `validate` of the file itself names them. */
const withoutSources = (report: ValidateReport): ValidateReport => ({
  ...report,
  subsets: report.subsets.filter(({ name }) => !name.startsWith('source: ')),
});

function accuracyTable(report: ValidateReport, title: string): string {
  const { validate } = words().cli;
  const { head } = validate;
  const count = report.points.filter(({ judged, predicted }) => judged && predicted !== null).length;
  const rows = [{ ...report, name: validate.all, count }, ...report.subsets];
  return titled(
    title,
    [
      { head: head.subset },
      { head: head.count, right: true },
      { head: head.mape, right: true },
      { head: head.median, right: true },
      { head: head.p90, right: true },
      { head: head.worst, right: true },
      { head: head.coverage, right: true },
    ],
    rows.map((row) => [
      row.name,
      String(row.count),
      ...[row.mape, row.median, row.p90, row.worst, row.coverage80].map((share) =>
        orMissing(row.count > 0 ? share : null, percent),
      ),
    ]),
  );
}

function errorTable(title: string, rows: readonly ErrorSummary[]): string {
  const { head } = words().cli.validate;
  const filled = rows.filter(({ count }) => count > 0);
  if (filled.length === 0) return '';
  return titled(
    title,
    [head.subset, head.count, head.mape, head.median, head.p90, head.worst].map((text, i) => ({
      head: text,
      right: i > 0,
    })),
    filled.map((row) => [
      row.name,
      String(row.count),
      ...[row.mape, row.median, row.p90, row.worst].map((share) => percent(share)),
    ]),
  );
}

function worstTable(points: PointReport[]): string {
  const { validate } = words().cli;
  const { head } = validate;
  const worst = points
    .filter(({ judged, error }) => judged && error !== null)
    .sort((a, b) => Math.abs(b.error ?? 0) - Math.abs(a.error ?? 0))
    .slice(0, WORST);
  if (worst.length === 0) return '';
  return titled(
    validate.worst,
    [
      { head: head.point },
      { head: head.measured, right: true },
      { head: head.predicted, right: true },
      { head: head.error, right: true },
    ],
    worst.map((point) => [
      point.id,
      formatNumber(point.measured),
      withInterval(point.predicted, point.interval80, formatNumber),
      orMissing(point.error, (error) => `${error > 0 ? '+' : ''}${percent(error)}`),
    ]),
  );
}

/** One paragraph per reason, the most frequent first. */
function skippedText(points: PointReport[]): string {
  const { validate } = words().cli;
  const byReason = new Map<string, string[]>();
  for (const { predicted, reason, id } of points) {
    if (predicted !== null) continue;
    const why = reason ?? validate.nothing;
    byReason.set(why, [...(byReason.get(why) ?? []), id]);
  }
  if (byReason.size === 0) return '';
  const paragraphs = [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, ids]) =>
      wrap(validate.skipped(reason, ids.slice(0, NAMED), Math.max(0, ids.length - NAMED)), '    '),
    );
  return [validate.skippedTitle, ...paragraphs].join('\n');
}
