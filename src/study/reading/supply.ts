import { formatFlops, formatNumber, formatPercent, formatSeconds, formatShortCount } from '../../units';
import { words } from '../../words';
import type { SupplyPath, SupplyReport } from '../supply';
import { sentence } from './numbers';

/** "early 2027" is not said: years with one decimal are. */
const yearText = (year: number | null): string => (year === null ? words().reading.never : year.toFixed(1));

/** One paragraph about an account of chips: stock, runs a year, the date of the target, the lag. */
export function supplyReading(report: SupplyReport): string {
  const say = words().reading;
  const { target_flop: target, run_time_s: time, paths, deliveries, model } = report;
  const atOnce = paths.every(fromTheBeginning);
  const dates = [...paths.map(dateText), ...(atOnce ? [] : lagTexts(report))];
  const stocks = [...paths.flatMap(stockText), ...ratioTexts(report)];
  return [
    say.target(model, `${target.toExponential(1)} FLOP`, formatSeconds(time)),
    // Where all paths can do it from the beginning on, the question is how much they carry.
    ...(atOnce ? [...stocks, ...dates] : [...dates, ...stocks]),
    ...deliveries
      .filter(({ feasible }) => !feasible)
      .map(({ cluster, reason }) => say.notFit(cluster, reason ?? '')),
  ]
    .map(sentence)
    .join(' ');
}

/** Could the path train the run when the account begins, for all that is not known? */
const fromTheBeginning = ({ points, reached_year80: [, high] }: SupplyPath): boolean =>
  high !== null && high === points[0].year;

function lagTexts({ paths, lags }: SupplyReport): string[] {
  const say = words().reading;
  return lags.map(({ first, second, years, years80: [low, high] }) =>
    years === null
      ? lateText(paths, first, second)
      : Math.abs(years) < 0.05
        ? say.sameTime(first, second)
        : say.lag(
            second,
            first,
            formatNumber(Math.abs(years)),
            years >= 0,
            say.between(
              low === null ? say.never : formatNumber(low),
              high === null ? say.never : formatNumber(high),
            ),
          ),
  );
}

function ratioTexts({ lags }: SupplyReport): string[] {
  const say = words().reading;
  return lags.flatMap(({ first, second, delivered_ratio: ratio, delivered_ratio80: interval }) =>
    ratio === null || interval === null
      ? []
      : [
          say.delivers(
            second,
            first,
            formatNumber(ratio),
            say.between(formatNumber(interval[0]), formatNumber(interval[1])),
          ),
        ],
  );
}

/** Of a path that the account ends too early for, at least by how much it is behind. */
function lateText(paths: readonly SupplyPath[], first: string, second: string): string {
  const say = words().reading;
  const [one, other] = [first, second].map((name) => paths.find((path) => path.name === name));
  if (!one || !other || (one.reached_year === null) === (other.reached_year === null))
    return say.noLag(first, second);
  const [early, late] = one.reached_year === null ? [other, one] : [one, other];
  const end = early.points[early.points.length - 1].year;
  return say.moreThan(late.name, early.name, formatNumber(end - (early.reached_year ?? end)));
}

function dateText(path: SupplyPath): string {
  const say = words().reading;
  const { name, reached_year, reached_year80, reached_share, points } = path;
  if (fromTheBeginning(path)) return say.reachedAtOnce(name, yearText(points[0].year));
  return reached_year === null
    ? say.notReached(name, formatPercent(reached_share))
    : say.reached(
        name,
        yearText(reached_year),
        say.between(yearText(reached_year80[0]), yearText(reached_year80[1])),
      );
}

function stockText({ name, points, flows }: SupplyPath): string[] {
  const say = words().reading;
  const end = points[points.length - 1];
  const range = ([low, high]: readonly [number, number], format: (value: number) => string) =>
    say.between(format(low), format(high));
  return [
    say.stock(
      name,
      yearText(end.year),
      formatShortCount(end.chips),
      range(end.chips80, formatShortCount),
      formatFlops(end.delivered_flop_per_s),
      formatNumber(end.runs_per_year),
      range(end.runs_per_year80, (value) => formatNumber(value)),
    ),
    ...(flows.length > 1
      ? [
          say.shares(
            say.list(
              flows.map(({ cluster, delivered_share }) => say.share(formatPercent(delivered_share), cluster)),
            ),
          ),
        ]
      : []),
  ];
}
