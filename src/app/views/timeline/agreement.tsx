import type { TimelineCase } from '../../../study';
import { formatSeconds } from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';

/** A share as percent with two places and its sign; none at what rounds to nothing. */
function hundredths(share: number): string {
  const text = Math.abs(share * 100).toFixed(2);
  return text === '0.00' ? text : `${share < 0 ? '−' : '+'}${text}`;
}

/** The step by both ways, part by part, and why they differ where they do. */
export function AgreementTable({ timeline }: { timeline: TimelineCase }) {
  const { agreement: say, cause } = words.timeline;
  const { step_time_s: closed, simulated_step_time_s: simulated } = timeline;
  const rows = [
    ...timeline.agreement.map((row) => ({ name: say.parts[row.part], ...row })),
    { name: say.sum, closed_form_s: closed, simulated_s: simulated },
  ];
  return (
    <section class="report" aria-labelledby="agreement-heading">
      <h2 id="agreement-heading">{say.title}</h2>
      <Scroll label={say.table}>
        <table class="dense whole">
          <Heads texts={[say.part, say.closed, say.simulated, say.difference]} />
          <tbody>
            {rows.map(({ name, closed_form_s, simulated_s }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatSeconds(closed_form_s)}</td>
                <td>{formatSeconds(simulated_s)}</td>
                <td>{hundredths((simulated_s - closed_form_s) / closed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {timeline.causes.length > 0 && (
        <ul class="soft">
          {timeline.causes.map((name) => (
            <li key={name}>{cause[name]}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
