import { type AssumptionName, assumptionRange, assumptionText, type CaseReport } from '../../../study';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';

/** What days, cost and energy of the cluster's whole run rest on: failures, checkpoints, power, prices. */
export function RunTable({ entry }: { entry: CaseReport }) {
  const text = words.assumptions.run;
  const { columns } = words.assumptions;
  if (!entry.whole_run) return null;
  const { assumptions } = entry.whole_run;
  return (
    <div class="report">
      <h2>{text.heading}</h2>
      <Scroll label={text.heading}>
        <table class="dense stacked" id="run-assumptions">
          <caption>{text.caption(entry.cluster)}</caption>
          <Heads texts={[columns.what, columns.value, text.range, columns.evidence]} />
          <tbody>
            {(Object.keys(assumptions) as AssumptionName[]).map((name) => (
              <tr key={name}>
                <th scope="row">{text.names[name]}</th>
                <td class="short" data-head={columns.value}>
                  {assumptionText(name, assumptions[name].value)}
                </td>
                <td class="short" data-head={text.range}>
                  {assumptionRange(name, assumptions[name]) ?? words.report.none}
                </td>
                <td class="evidence" data-head={columns.evidence}>
                  {assumptions[name].source}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
