import type { ValidateReport } from '../../../study';
import { words } from '../../words';
import { type ErrorRow, ErrorTable } from './error-table';

/** The runs by which a reader asks: all, and each kind of model. */
const KINDS = ['MoE', 'dense'];

/** A report's rows for all judged runs and for each kind. */
const summaries = (report: ValidateReport): ErrorRow[] => [
  { ...report, name: 'all', count: report.judged },
  ...report.subsets.filter(({ name }) => KINDS.includes(name)),
];

/** How good predictions are on the runs of the fit, and on runs that it has not seen. */
export function Unseen({ report }: { report: ValidateReport }) {
  const { samples, unseen, unseenNote } = words.validation;
  const leftOut = (report.left_out ?? []).filter(({ name }) => name === 'all' || KINDS.includes(name));
  const groups = [
    { title: samples.seen, rows: summaries(report) },
    { title: samples.leftOut, rows: leftOut },
    { title: samples.aside, rows: report.kept_aside ? summaries(report.kept_aside) : [] },
  ];
  return (
    <div class="report" id="unseen">
      <h2>{unseen}</h2>
      <ErrorTable label={unseen} caption={unseenNote} groups={groups} />
    </div>
  );
}
