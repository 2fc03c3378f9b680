import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import { inEnglish, Outcome } from './number';
import { isChanged, type Row } from './shown';

/** Which outcomes the reader's assumptions change, as far as they are computed. */
export function Changes(props: { rows: readonly Row[]; done: boolean; onOpen: (id: string) => void }) {
  const { rows, done, onOpen } = props;
  const text = words.claims.changes;
  const changed = rows.filter(isChanged);
  return (
    <div class="report" id="claims-changes">
      <h2>{text.heading}</h2>
      {changed.length === 0 && <p>{done ? text.none : text.soFar}</p>}
      {changed.length > 0 && (
        <Scroll label={text.heading}>
          <table class="dense">
            <Heads texts={[text.claim, text.before, text.after]} />
            <tbody>
              {changed.map(({ claim, before }) => (
                <tr key={claim.id}>
                  <th scope="row" {...inEnglish}>
                    <button type="button" class="link" onClick={() => onOpen(claim.id)}>
                      {claim.claim}
                    </button>
                  </th>
                  <td>{before && <Outcome of={before} />}</td>
                  <td>
                    <Outcome of={claim.outcome} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}
