import { edit } from '../../controls/edit';
import { errorsAt, fieldId } from '../../controls/field';
import { getIn, type JsonObject, type Path } from '../../state/json';
import { setField } from '../../state/scenario';
import { finish, scenario } from '../../state/store';
import { words } from '../../words';
import { ENDS, type End, endText, withEnd } from './estimate';

export interface EstimateRow {
  path: Path;
  label: string;
  /** What holds while nothing is given. */
  fallback?: Readonly<Record<End, string>>;
}

/** Amounts that are not known well, a row each: low, central, high. */
export function Estimates({ label, rows }: { label: string; rows: readonly EstimateRow[] }) {
  const text = words.supply.inputs;
  return (
    <table class="estimates">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{text.what}</th>
          {ENDS.map((end) => (
            <th scope="col" key={end}>
              {text[end]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.path.join('.')} group={label} {...row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ path, label, fallback, group }: EstimateRow & { group: string }) {
  const text = words.supply.inputs;
  const value = getIn(scenario.value, path);
  const problems = errorsAt(path);
  const note = `${fieldId(path)}-note`;
  const set = (typed: string, end: End) =>
    edit(path, false, (now: JsonObject) => setField(now, path, withEnd(getIn(now, path), end, typed)));
  return (
    <tr>
      <th scope="row">
        {label}
        {problems.map((problem) => (
          <span class="field-error" id={note} key={problem.message}>
            {problem.message}. {problem.expected && words.answer.expected(problem.expected)}
          </span>
        ))}
      </th>
      {ENDS.map((end) => (
        <td key={end}>
          <input
            id={end === 'central' ? fieldId(path) : `${fieldId(path)}-${end}`}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            spellcheck={false}
            aria-label={text.end(`${group}, ${label}`, text[end])}
            aria-invalid={problems.length > 0}
            aria-describedby={problems.length > 0 ? note : undefined}
            value={endText(value, end)}
            placeholder={value === undefined ? fallback?.[end] : endText(value, 'central')}
            onInput={(event) => set(event.currentTarget.value, end)}
            onBlur={finish}
            onKeyDown={(event) => event.key === 'Enter' && finish()}
          />
        </td>
      ))}
    </tr>
  );
}
