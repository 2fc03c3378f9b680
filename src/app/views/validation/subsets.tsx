import type { Aggregate, ErrorSummary, ValidateReport } from '../../../study';
import { formatPercent } from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';

type Row = ErrorSummary & Partial<Pick<Aggregate, 'coverage80'>>;

/** The error statistics of each subset, of memory, and of the rule of thumb on the same runs. */
export function Subsets({ report }: { report: ValidateReport }) {
  const text = words.validation;
  const rows: Row[] = [
    { ...report, name: text.judged, count: report.judged },
    ...report.rule_of_thumb.map((row) => ({ ...row, name: text.rule(row.name) })),
    ...report.subsets.filter(({ count }) => count > 0),
    ...report.memory.map((row) => ({ ...row, name: text.memory(row.name) })),
  ];
  return (
    <div class="report">
      <h2>{text.subsets}</h2>
      <Scroll tall label={text.subsets}>
        <table class="dense whole named">
          <caption>{text.subsetsNote}</caption>
          <Heads texts={Object.values(text.columns)} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{text.subset(row.name)}</th>
                <td>{row.count}</td>
                <td>{formatPercent(row.mape)}</td>
                <td>{formatPercent(row.median)}</td>
                <td>{formatPercent(row.p90)}</td>
                <td>{formatPercent(row.worst)}</td>
                <td>{row.coverage80 === undefined ? words.report.none : formatPercent(row.coverage80)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
