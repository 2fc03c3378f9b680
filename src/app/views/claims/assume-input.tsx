import { entered } from '../../controls/edit-value';
import { errorsAt, fieldId } from '../../controls/field';
import { finish } from '../../state/store';
import { assumeAt, assumedAt } from './assumed';

/** A field to assume another number in: where the link keeps it, and the engine's own path to it. */
export function AssumeInput(props: {
  at: readonly string[];
  path: string[];
  label: string;
  placeholder: string;
}) {
  const { at, path, label, placeholder } = props;
  const wrong = errorsAt(path);
  return (
    <>
      <input
        id={fieldId(path)}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        class="assume-value"
        aria-label={label}
        aria-invalid={wrong.length > 0}
        placeholder={placeholder}
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
