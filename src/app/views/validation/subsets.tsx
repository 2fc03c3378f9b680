import type { ValidateReport } from '../../../study';
import { words } from '../../words';
import { type ErrorRow, ErrorTable } from './error-table';

/** The error statistics of each subset, of memory, and of the rule of thumb on the same runs. */
export function Subsets({ report }: { report: ValidateReport }) {
  const text = words.validation;
  const rows: ErrorRow[] = [
    { ...report, name: text.judged, count: report.judged },
    ...report.rule_of_thumb.map((row) => ({ ...row, name: text.rule(row.name) })),
    ...report.subsets.filter(({ count }) => count > 0),
    ...report.memory.map((row) => ({ ...row, name: text.memory(row.name) })),
  ];
  return (
    <div class="report">
      <h2>{text.subsets}</h2>
      <ErrorTable tall label={text.subsets} caption={text.subsetsNote} groups={[{ title: null, rows }]} />
    </div>
  );
}
