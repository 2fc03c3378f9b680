import { formatBytes, formatCount, formatNumber, formatPercent, formatSeconds } from '../../../units';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import type { Search } from './lost';

const DEGREES = ['tp', 'pp', 'vpp', 'ep', 'etp', 'cp', 'dp', 'zero', 'micro_batch'] as const;
const HEADS = { zero: 'ZeRO', micro_batch: 'MB' } as Record<string, string>;

/** The best plans, a row each. */
export function PlansTable({ search, stale }: { search: Search; stale: boolean }) {
  const { plans, report } = words;
  const fastest = search.best.tokens_per_second ?? 0;
  if (search.top.length === 0) return null;
  return (
    <div data-stale={stale ? '' : undefined}>
      <Scroll label={plans.tableCaption(search.cluster)}>
        <table class="dense whole">
          <caption>{plans.tableCaption(search.cluster)}</caption>
          <thead>
            <tr>
              <th scope="col">{plans.rank}</th>
              {DEGREES.map((degree) => (
                <th scope="col" key={degree}>
                  {HEADS[degree] ?? degree.toUpperCase()}
                </th>
              ))}
              <th scope="col">{report.schedule}</th>
              <th scope="col">{report.recomputed}</th>
              <th scope="col">{plans.rate}</th>
              <th scope="col">{plans.slower}</th>
              <th scope="col">{plans.step}</th>
              <th scope="col">MFU</th>
              <th scope="col">{plans.memory}</th>
            </tr>
          </thead>
          <tbody>
            {search.top.map((entry, index) => (
              <tr key={String(index)}>
                <th scope="row">{index + 1}</th>
                {DEGREES.map((degree) => (
                  <td key={degree}>{entry.plan && formatNumber(entry.plan[degree], 6)}</td>
                ))}
                <td>{entry.plan?.schedule}</td>
                <td>{entry.plan?.recompute}</td>
                <td>
                  {entry.tokens_per_second && formatCount(Number(entry.tokens_per_second.toPrecision(4)))}
                </td>
                <td>
                  {index === 0 ? plans.best : formatPercent(1 - (entry.tokens_per_second ?? 0) / fastest)}
                </td>
                <td>{entry.step_time_s && formatSeconds(entry.step_time_s)}</td>
                <td>{entry.mfu && formatPercent(entry.mfu)}</td>
                <td>{entry.memory_bytes_per_chip && formatBytes(entry.memory_bytes_per_chip)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
