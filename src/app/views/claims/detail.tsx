import { CLAIM_OPTION } from '../../../report';
import type { ClaimReport } from '../../../study';
import { CopyButton } from '../../report/copy-button';
import { Heads } from '../../report/heads';
import { LinkedSource } from '../../report/linked-text';
import { Scroll } from '../../report/scroll';
import { addressOf, state } from '../../state/store';
import { words } from '../../words';
import { BoundFigure } from './bound';
import { inEnglish } from './number';
import { Quantities } from './quantities';

/** How a claim was tested: its parts, the numbers behind them, the sources, and the same elsewhere. */
export function Detail({ claim }: { claim: ClaimReport }) {
  const { detail: text, lines } = words.claims;
  const link = () =>
    addressOf({ ...state.peek(), options: { ...state.peek().options, [CLAIM_OPTION]: claim.id } });
  return (
    <div class="claim-detail">
      {claim.notes !== null && <p {...inEnglish}>{claim.notes}</p>}
      {claim.tests.length > 0 && <Parts claim={claim} />}
      {claim.quantities.length > 0 && <Quantities claim={claim} />}
      <div>
        <h4>{text.sources}</h4>
        <ul class="claim-sources">
          {claim.lines.length > 0 && <li class="soft">{lines(claim.lines)}</li>}
          {claim.sources.map((source) => (
            <li key={source} {...inEnglish}>
              <LinkedSource text={source} />
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h4>{text.command}</h4>
        <pre class="wrapped">{claim.command}</pre>
      </div>
      <div class="figure-tools">
        {claim.figure && (
          <button
            type="button"
            onClick={() => document.getElementById('claims-figure')?.scrollIntoView({ block: 'start' })}
          >
            {text.figure}
          </button>
        )}
        <CopyButton label={text.link} text={link} />
      </div>
    </div>
  );
}

function Parts({ claim }: { claim: ClaimReport }) {
  const { detail: text, met } = words.claims;
  return (
    <Scroll label={text.parts}>
      <table class="dense stacked claim-parts">
        <caption>{text.parts}</caption>
        <Heads texts={[text.part, text.met, text.bound]} />
        <tbody>
          {claim.tests.map((test) => (
            <tr key={test.name}>
              <th scope="row" {...inEnglish}>
                {test.name}
              </th>
              <td class="part-met" data-head={text.met}>
                <span aria-hidden="true">{test.met === null ? '◐' : test.met ? '✓' : '✗'}</span>{' '}
                {met[test.met === null ? 'open' : test.met ? 'yes' : 'no']}
              </td>
              <td data-head={text.bound}>
                {test.bounds.map((bound) => (
                  <BoundFigure bound={bound} key={`${bound.of} ${bound.kind} ${bound.bound}`} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
