import type { SupplyPath, SupplyReport } from '../../../study';
import { formatNumber, formatPercent, formatSeconds } from '../../../units';
import { paragraphs } from '../../../words';
import { words } from '../../words';
import { lateBy } from './late';
import { flopText, monthText, spanText } from './text';

const AT_ONCE = 1e-6;
const TOGETHER_YEARS = 0.05;

/** Runs a year at the end and the first date for each path, and how far apart the paths are. */
export function supplySentence(report: SupplyReport, language: string): string {
  const { sentence } = words.supply;
  const { model, target_flop: flop, run_time_s: time, paths, lags } = report;
  const each = paths.map((path) =>
    path.points[path.points.length - 1].delivered_flop_per_s === 0
      ? sentence.none(path.name)
      : sentence.path(runsText(path, language), dateText(path, language)),
  );
  const behind = lags.flatMap(({ first, second, years }) => {
    if (years === null) return lateText(paths, first, second);
    // Of paths that can do it at the beginning, nothing is told of who was first.
    if (paths.every(atOnce)) return [];
    if (Math.abs(years) < TOGETHER_YEARS) return [sentence.together(second, first)];
    return [sentence.lag(second, first, spanText(years), years > 0)];
  });
  const delivered = lags.flatMap(({ first, second, delivered_ratio: ratio, delivered_ratio80: ends }) =>
    ratio === null || ends === null
      ? []
      : [
          sentence.delivers(
            second,
            first,
            ...([ratio, ...ends].map((value) => formatNumber(value, 2)) as [string, string, string]),
          ),
        ],
  );
  return paragraphs(
    [sentence.all(sentence.target(model, flopText(flop), formatSeconds(time)), each), ...behind],
    delivered,
  );
}

/** Could the path train the run when the account begins, for all that is not known? */
export const atOnce = ({ points, reached_year80: [, high] }: SupplyPath): boolean =>
  high !== null && high - points[0].year < AT_ONCE;

/** Of a path that the account ends too early for, by how much it is behind at least. */
function lateText(paths: readonly SupplyPath[], first: string, second: string): string[] {
  const late = lateBy(paths, first, second);
  return late ? [words.supply.sentence.moreThan(late.late, late.early, spanText(late.years))] : [];
}

function runsText({ name, points }: SupplyPath, language: string): string {
  const end = points[points.length - 1];
  const [low, high] = end.runs_per_year80;
  return words.supply.sentence.runs({
    path: name,
    year: monthText(end.year, language),
    runs: formatNumber(end.runs_per_year, 2),
    low: formatNumber(low, 2),
    high: formatNumber(high, 2),
  });
}

function dateText(
  { points, reached_year, reached_year80, reached_share }: SupplyPath,
  language: string,
): string {
  const { sentence, from, open, beginning } = words.supply;
  if (reached_year === null) return sentence.never(formatPercent(reached_share));
  const begin = points[0].year;
  const date = (year: number | null) =>
    year === null ? open : year - begin < AT_ONCE ? beginning : monthText(year, language);
  const [low, high] = reached_year80;
  if (reached_year - begin < AT_ONCE && high !== null && high - begin < AT_ONCE) return sentence.atOnce;
  return sentence.reached({
    date: reached_year - begin < AT_ONCE ? from(monthText(begin, language)) : from(date(reached_year)),
    low: date(low),
    high: date(high),
  });
}
