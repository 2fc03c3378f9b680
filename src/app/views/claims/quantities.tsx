import { runState } from '../../../report';
import type { ClaimReport, QuantityReport } from '../../../study';
import { entered } from '../../controls/edit-value';
import { errorsAt, fieldId } from '../../controls/field';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { addressOf, finish, state } from '../../state/store';
import { words } from '../../words';
import { assumeAt, assumedAt } from './assumed';
import { inEnglish, numberText } from './number';
import { Linked } from './texts';

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
          <Linked text={quantity.source} />
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
  const { detail: text } = words.claims;
  const name = `${claim}.${quantity.id}`;
  const path = ['assume', 'values', claim, quantity.id];
  const wrong = errorsAt(path);
  return (
    <>
      <input
        id={fieldId(path)}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        class="assume-value"
        aria-label={text.assumeOf(quantity.id)}
        aria-invalid={wrong.length > 0}
        placeholder={numberText(quantity.value, null, null)}
        value={assumedAt(['values', name])}
        onInput={(event) => assumeAt(['values', name], entered(event.currentTarget.value), false)}
        onBlur={finish}
      />
      {wrong.map(({ message }) => (
        <span class="field-error" key={message}>
          {message}
        </span>
      ))}
    </>
  );
}
