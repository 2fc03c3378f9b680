import type { PriceReport } from '../../../study';
import { entered } from '../../controls/edit-value';
import { errorsAt, fieldId } from '../../controls/field';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { finish } from '../../state/store';
import { words } from '../../words';
import { assumeAt, assumedAt } from './assumed';
import { inEnglish } from './number';
import { Linked } from './texts';

/** The dated prices that price ratios are made of, each to be changed. */
export function Prices({ table }: { table: readonly PriceReport[] }) {
  const text = words.claims.assume.table;
  return (
    <details class="prices">
      <summary>{text.heading}</summary>
      <Scroll label={text.heading}>
        <table class="dense stacked">
          <caption>{text.caption}</caption>
          <Heads texts={[text.name, text.date, text.input, text.output, text.source]} />
          <tbody>
            {table.map((price) => (
              <tr key={price.id}>
                <th scope="row" {...inEnglish}>
                  {price.name}
                </th>
                <td data-head={text.date}>{price.date}</td>
                <td data-head={text.input}>
                  <Price price={price} take="input" value={price.input_usd_per_million_tokens} />
                </td>
                <td data-head={text.output}>
                  <Price price={price} take="output" value={price.output_usd_per_million_tokens} />
                </td>
                <td data-head={text.source} {...inEnglish}>
                  {price.sources.map((source) => (
                    <p key={source}>
                      <Linked text={source} />
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

function Price(props: { price: PriceReport; take: 'input' | 'output'; value: number | null }) {
  const { price, take, value } = props;
  const at = ['prices', price.id, take];
  // The engine's paths are dotted, and ids of prices have dots too.
  const path = ['assume', ...at].join('.').split('.');
  const wrong = errorsAt(path);
  return (
    <>
      <input
        id={fieldId(path)}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        class="assume-value"
        aria-label={`${price.name}: ${words.claims.assume.table[take]}`}
        aria-invalid={wrong.length > 0}
        placeholder={value === null ? words.report.none : String(value)}
        value={assumedAt(at)}
        onInput={(event) => assumeAt(at, entered(event.currentTarget.value), false)}
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
