import type { Aggregate, ErrorSummary } from '../../../study';
import { formatPercent } from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';

export type ErrorRow = ErrorSummary & Partial<Pick<Aggregate, 'coverage80'>>;

/** Error statistics, a row each; groups of rows have a title unless there is but one. */
export function ErrorTable(props: {
  label: string;
  caption: string;
  tall?: boolean;
  groups: readonly { title: string | null; rows: readonly ErrorRow[] }[];
}) {
  const { label, caption, tall, groups } = props;
  const heads = Object.values(words.validation.columns);
  return (
    <Scroll tall={tall} label={label}>
      <table class="dense whole named">
        <caption>{caption}</caption>
        <Heads texts={heads} />
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            {title !== null && (
              <tr class="group">
                <th scope="rowgroup" colSpan={heads.length}>
                  {title}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <Statistics key={row.name} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

function Statistics({ row }: { row: ErrorRow }) {
  return (
    <tr>
      <th scope="row">{words.validation.subset(row.name)}</th>
      <td>{row.count}</td>
      <td>{formatPercent(row.mape)}</td>
      <td>{formatPercent(row.median)}</td>
      <td>{formatPercent(row.p90)}</td>
      <td>{formatPercent(row.worst)}</td>
      <td>{row.coverage80 === undefined ? words.report.none : formatPercent(row.coverage80)}</td>
    </tr>
  );
}
