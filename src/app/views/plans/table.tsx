import {
  formatBytes,
  formatCount,
  formatDays,
  formatNumber,
  formatPercent,
  formatSeconds,
  formatUsd,
} from '../../../units';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import type { Search } from './lost';

const DEGREES = ['tp', 'pp', 'vpp', 'ep', 'etp', 'cp', 'dp', 'zero', 'micro_batch'] as const;
/** Left out where they are 1 in every plan, as a plan in words leaves them out. */
const RARE = ['vpp', 'etp', 'cp'];
const CHOICES = ['precision', 'dispatcher'] as const;
const HEADS = { zero: 'ZeRO', micro_batch: 'MB' } as Record<string, string>;

/** The best plans, a row each. */
export function PlansTable({ search, stale }: { search: Search; stale: boolean }) {
  const { plans, report, controls } = words;
  const fastest = search.best.tokens_per_second ?? 0;
  if (search.top.length === 0) return null;
  const chosen = CHOICES.filter((key) => search.top.some(({ plan }) => plan?.[key] !== undefined));
  const degrees = DEGREES.filter(
    (degree) => !RARE.includes(degree) || search.top.some(({ plan }) => plan && plan[degree] !== 1),
  );
  const whole = search.objective !== 'throughput';
  return (
    <div data-stale={stale ? '' : undefined}>
      <Scroll label={plans.tableCaption(search.cluster)}>
        <table class="dense whole">
          <caption>{plans.tableCaption(search.cluster)}</caption>
          <thead>
            <tr>
              <th scope="col">{plans.rank}</th>
              {degrees.map((degree) => (
                <th scope="col" key={degree}>
                  {HEADS[degree] ?? degree.toUpperCase()}
                </th>
              ))}
              <th scope="col">{report.schedule}</th>
              <th scope="col">{report.recomputed}</th>
              {chosen.map((key) => (
                <th scope="col" key={key}>
                  {controls[key]}
                </th>
              ))}
              <th scope="col">{plans.rate}</th>
              <th scope="col">{plans.slower}</th>
              <th scope="col">{plans.step}</th>
              <th scope="col">MFU</th>
              <th scope="col">{plans.memory}</th>
              {whole && <th scope="col">{plans.days}</th>}
              {whole && <th scope="col">{plans.cost}</th>}
            </tr>
          </thead>
          <tbody>
            {search.top.map((entry, index) => (
              <tr key={String(index)}>
                <th scope="row">{index + 1}</th>
                {degrees.map((degree) => (
                  <td key={degree}>{entry.plan && formatNumber(entry.plan[degree], 6)}</td>
                ))}
                <td>{entry.plan?.schedule}</td>
                <td>{entry.plan?.recompute}</td>
                {chosen.map((key) => (
                  <td key={key}>{entry.plan?.[key]}</td>
                ))}
                <td>
                  {entry.tokens_per_second && formatCount(Number(entry.tokens_per_second.toPrecision(4)))}
                </td>
                <td>
                  {index === 0 ? plans.best : formatPercent(1 - (entry.tokens_per_second ?? 0) / fastest)}
                </td>
                <td>{entry.step_time_s && formatSeconds(entry.step_time_s)}</td>
                <td>{entry.mfu && formatPercent(entry.mfu)}</td>
                <td>{entry.memory_bytes_per_chip && formatBytes(entry.memory_bytes_per_chip)}</td>
                {whole && <td>{entry.days !== null && formatDays(entry.days)}</td>}
                {whole && <td>{entry.cost_usd !== null && formatUsd(entry.cost_usd)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
