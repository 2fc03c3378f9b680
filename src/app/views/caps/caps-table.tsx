import type { RuleChangeReport } from '../../../study';
import { formatCount, formatNumber, formatPercent } from '../../../units';
import { Heads } from '../../report/heads';
import { rangedText } from '../../report/ranged-text';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import { neededFor } from './draw-caps';

/** Cap by cap: what it changes, what is left, and what the rate of before would take. */
export function CapsTable({ rows }: { rows: RuleChangeReport['rows'] }) {
  const text = words.caps.table;
  const { none } = words.report;
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))];
  const heads = [
    text.cap,
    text.changed,
    text.left,
    text.days,
    text.run,
    text.needed,
    text.cost,
    text.energy,
    text.year,
  ];
  return (
    <Scroll label={text.caption}>
      <table class="dense whole named">
        <caption>{text.caption}</caption>
        <Heads texts={heads} />
        {clusters.map((cluster) => (
          <tbody key={cluster}>
            <tr class="group">
              <th scope="rowgroup" colSpan={heads.length}>
                {cluster}
              </th>
            </tr>
            {rows
              .filter((row) => row.cluster === cluster)
              .map((row) => (
                <tr key={row.cap}>
                  <th scope="row">{row.cap}</th>
                  <td class="prose">{row.changed.length > 0 ? row.changed.join('; ') : text.untouched}</td>
                  <td>
                    {rangedText(
                      row.throughput_ratio,
                      row.throughput_ratio_interval80,
                      formatPercent,
                      row.reason ?? none,
                    )}
                  </td>
                  <td>{step(row.before.days, row.after.days, formatNumber)}</td>
                  <td>{rangedText(row.run_cost_ratio, row.run_cost_ratio_interval80, formatNumber)}</td>
                  <td>{needed(row)}</td>
                  <td>{rangedText(row.cost_ratio, row.cost_ratio_interval80, formatNumber)}</td>
                  <td>{row.energy_ratio === null ? none : formatNumber(row.energy_ratio)}</td>
                  <td>{step(row.runs_per_year.before, row.runs_per_year.after, formatNumber)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

function needed(row: RuleChangeReport['rows'][number]): string {
  const ratio = neededFor(row);
  if (ratio === null || row.chips_needed === null) return words.caps.table.outOfReach;
  return `${formatCount(row.chips_needed)} (${formatNumber(ratio)} ×)`;
}

function step(before: number | null, after: number | null, format: (value: number) => string): string {
  const { none } = words.report;
  return `${before === null ? none : format(before)} → ${after === null ? none : format(after)}`;
}
