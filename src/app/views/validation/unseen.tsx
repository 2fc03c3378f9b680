import type { Aggregate, ErrorSummary, ValidateReport } from '../../../study';
import { formatPercent } from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';

type Row = ErrorSummary & Partial<Pick<Aggregate, 'coverage80'>>;

/** The runs by which a reader asks: all, and each kind of model. */
const KINDS = ['MoE', 'dense'];

/** A report's rows for all judged runs and for each kind. */
const summaries = (report: ValidateReport): Row[] => [
  { ...report, name: 'all', count: report.judged },
  ...report.subsets.filter(({ name }) => KINDS.includes(name)),
];

/** How good predictions are on the runs of the fit, and on runs that it has not seen. */
export function Unseen({ report }: { report: ValidateReport }) {
  const text = words.validation;
  const { samples, columns } = text;
  const groups: [string, readonly Row[]][] = [
    [samples.seen, summaries(report)],
    [samples.leftOut, (report.left_out ?? []).filter(({ name }) => name === 'all' || KINDS.includes(name))],
    [samples.aside, report.kept_aside ? summaries(report.kept_aside) : []],
  ];
  return (
    <div class="report" id="unseen">
      <h2>{text.unseen}</h2>
      <Scroll label={text.unseen}>
        <table class="dense whole named">
          <caption>{text.unseenNote}</caption>
          <Heads texts={Object.values(columns)} />
          {groups.map(([title, rows]) => (
            <tbody key={title}>
              <tr class="group">
                <th scope="rowgroup" colSpan={Object.keys(columns).length}>
                  {title}
                </th>
              </tr>
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
          ))}
        </table>
      </Scroll>
    </div>
  );
}
