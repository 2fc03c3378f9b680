import type { PriceReport } from '../../../study';
import { Heads } from '../../report/heads';
import { LinkedSource } from '../../report/linked-text';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import { AssumeInput } from './assume-input';
import { inEnglish } from './number';

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
                      <LinkedSource text={source} />
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
  return (
    <AssumeInput
      at={at}
      // The engine's paths are dotted, and ids of prices have dots too.
      path={['assume', ...at].join('.').split('.')}
      label={`${price.name}: ${words.claims.assume.table[take]}`}
      placeholder={value === null ? words.report.none : String(value)}
    />
  );
}
