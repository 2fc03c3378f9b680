import { runState } from '../../../report';
import type { ClaimReport, QuantityReport } from '../../../study';
import { Heads } from '../../report/heads';
import { LinkedSource } from '../../report/linked-text';
import { Scroll } from '../../report/scroll';
import { addressOf, state } from '../../state/store';
import { words } from '../../words';
import { AssumeInput } from './assume-input';
import { inEnglish, numberText } from './number';

/** The numbers of a claim in order; each with its source or the way to make it again, and a field to assume another. */
export function Quantities({ claim }: { claim: ClaimReport }) {
  const { detail: text } = words.claims;
  return (
    <Scroll tall label={text.quantities}>
      <table class="dense stacked claim-quantities">
        <caption>{text.quantities}</caption>
        <Heads texts={[text.what, text.value, text.source, text.assume]} />
        <tbody>
          {claim.quantities.map((quantity) => (
            <tr key={quantity.id}>
              <th scope="row">
                <code>{quantity.id}</code> <span class="soft">{quantity.what}</span>
              </th>
              <td class="number" data-head={text.value}>
                {numberText(quantity.value, quantity.low, quantity.high)}
                {quantity.assumed && <span class="soft"> {text.assumed}</span>}
              </td>
              <td data-head={text.source}>
                <Origin quantity={quantity} />
              </td>
              <td data-head={text.assume}>
                <Assume claim={claim.id} quantity={quantity} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Origin({ quantity }: { quantity: QuantityReport }) {
  const run = runState(quantity);
  const { lang } = state.value;
  return (
    <>
      {quantity.source.startsWith('npx ') ? (
        <code>{quantity.source}</code>
      ) : (
        <span {...inEnglish}>
          <LinkedSource text={quantity.source} />
        </span>
      )}
      {run && (
        <>
          {' '}
          <a href={addressOf(lang === undefined ? run : { ...run, lang })}>{words.claims.detail.run}</a>
        </>
      )}
    </>
  );
}

function Assume({ claim, quantity }: { claim: string; quantity: QuantityReport }) {
  return (
    <AssumeInput
      at={['values', `${claim}.${quantity.id}`]}
      path={['assume', 'values', claim, quantity.id]}
      label={words.claims.detail.assumeOf(quantity.id)}
      placeholder={numberText(quantity.value, null, null)}
    />
  );
}
