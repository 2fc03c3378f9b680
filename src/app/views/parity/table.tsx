import type { ParityReport } from '../../../study';
import { formatCount, formatNumber } from '../../../units';
import { Heads } from '../../report/heads';
import { planText } from '../../report/plan-text';
import { rangedText } from '../../report/ranged-text';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';

/** The match of each cluster in full. */
export function ParityTable({ report }: { report: ParityReport }) {
  const text = words.parity.table;
  const { none } = words.report;
  return (
    <Scroll label={text.caption}>
      <table class="dense whole named">
        <caption>{text.caption}</caption>
        <Heads
          texts={[
            text.cluster,
            text.chips,
            text.perChip,
            text.days,
            text.cost,
            text.energy,
            text.held,
            text.plan,
          ]}
        />
        <tbody>
          {report.parity.map((row) => (
            <tr key={row.equal_to}>
              <th scope="row">{row.equal_to}</th>
              <td>{rangedText(row.chips, row.interval80, formatCount)}</td>
              <td>{rangedText(row.ratio, row.ratio_interval80, formatNumber)}</td>
              <td>
                {row.matched.days === null || row.match.days === null
                  ? none
                  : `${formatNumber(row.matched.days)} → ${formatNumber(row.match.days)}`}
              </td>
              <td>{rangedText(row.cost_ratio, row.cost_ratio_interval80, formatNumber)}</td>
              <td>{row.energy_ratio === null ? none : formatNumber(row.energy_ratio)}</td>
              <td class="prose narrow">
                {row.match.bottleneck ? words.answer.resource[row.match.bottleneck] : none}
              </td>
              <td class="prose narrow">{row.match.plan ? planText(row.match.plan) : (row.reason ?? none)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
