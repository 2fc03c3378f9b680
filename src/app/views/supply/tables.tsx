import type { SupplyPath, SupplyReport } from '../../../study';
import { formatFlops, formatNumber, formatPercent, formatShortCount } from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import { lateBy } from './late';
import { Ranged } from './ranged';
import { monthText, spanText } from './text';

const number = (value: number) => formatNumber(value, 3);

/** Where each path stands at the end. */
export function PathTable({ report, language }: { report: SupplyReport; language: string }) {
  const text = words.supply.table;
  const { none } = words.report;
  const { paths, lags } = report;
  const end = paths[0].points[paths[0].points.length - 1].year;
  const caption = text.caption(monthText(end, language));
  const date = (year: number | null) => (year === null ? words.supply.open : monthText(year, language));
  const behind = (path: SupplyPath) => {
    const lag = lags.find(({ second }) => second === path.name);
    if (!lag) return none;
    const late = lateBy(paths, lag.first, lag.second);
    if (late) return late.late === path.name ? text.over(spanText(late.years)) : none;
    if (lag.years === null) return none;
    const say = (years: number | null) =>
      years === null ? words.supply.open : `${years < 0 ? '−' : ''}${spanText(years)}`;
    return <Ranged<number | null> value={lag.years} interval={lag.years80} say={say} />;
  };
  const heads = [text.path, text.chips, text.delivered, text.runs, text.date, text.share];
  return (
    <Scroll label={caption}>
      <table class="dense roomy whole">
        <caption>{caption}</caption>
        <Heads texts={lags.length > 0 ? [...heads, text.lag(lags[0].first)] : heads} />
        <tbody>
          {paths.map((path) => {
            const point = path.points[path.points.length - 1];
            return (
              <tr key={path.name}>
                <th scope="row">{path.name}</th>
                <td>
                  <Ranged value={point.chips} interval={point.chips80} say={formatShortCount} />
                </td>
                <td>
                  <Ranged
                    value={point.delivered_flop_per_s}
                    interval={point.delivered_flop_per_s80}
                    say={formatFlops}
                  />
                </td>
                <td>
                  <Ranged value={point.runs_per_year} interval={point.runs_per_year80} say={number} />
                </td>
                <td>
                  <Ranged value={path.reached_year} interval={path.reached_year80} say={date} />
                </td>
                <td>{formatPercent(path.reached_share)}</td>
                {lags.length > 0 && <td>{behind(path)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Chips of each kind at the end, with their source. */
export function KindTable({ report }: { report: SupplyReport }) {
  const text = words.supply.kinds;
  return (
    <Scroll label={text.caption}>
      <table class="dense roomy whole">
        <caption>{text.caption}</caption>
        <Heads texts={[text.path, text.cluster, text.chips, text.share, text.source]} />
        <tbody>
          {report.paths.flatMap(({ name, flows }, path) =>
            flows.map(({ cluster, chips, delivered_share, source }, flow) => (
              <tr key={`${String(path)} ${String(flow)}`}>
                <td>{name}</td>
                <th scope="row">{cluster}</th>
                <td>{formatShortCount(chips)}</td>
                <td>{formatPercent(delivered_share)}</td>
                <td class="prose soft">{source ?? words.report.none}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What a chip of each kind delivers to the model. */
export function DeliveryTable({ report }: { report: SupplyReport }) {
  const text = words.supply.deliveries;
  return (
    <Scroll label={text.caption}>
      <table class="dense">
        <caption>{text.caption}</caption>
        <Heads texts={[text.cluster, text.rate, text.flops]} />
        <tbody>
          {report.deliveries.map((row) => (
            <tr key={row.cluster}>
              <th scope="row">{row.cluster}</th>
              {row.feasible ? (
                <>
                  <td>
                    <Ranged value={row.tokens_per_second_per_chip} interval={row.interval80} say={number} />
                  </td>
                  <td>{formatFlops(row.tokens_per_second_per_chip * row.model_flops_per_token)}</td>
                </>
              ) : (
                <td colSpan={2}>{words.answer.reason(row.reason ?? '')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
