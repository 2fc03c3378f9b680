import { useEffect, useRef } from 'preact/hooks';
import type { UserError } from '../../units';
import { saveText } from '../figures/download';
import { commandOf } from '../report/command';
import { CopyButton } from '../report/copy-button';
import { ErrorList } from '../report/error-list';
import { finish, scenario, viewId } from '../state/store';
import { words } from '../words';
import { checkText, textErrors } from './check';
import { draft, enter, follow, takeBack } from './draft';
import { openFile } from './open-file';

/** The scenario as a file: typed or dropped text and the form stay in step, errors stand by their lines. */
export default function Editor() {
  const text = words.editor;
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const now = scenario.value;
  useEffect(() => follow(now), [now]);
  const shown = draft.value?.text ?? '';
  useEffect(() => checkText(shown), [shown]);
  const empty = draft.value !== null && shown.trim() === '';
  const errors = empty ? [] : textErrors.value;
  const wrong = new Set(errors.map(({ line }) => line));
  const count = shown.split('\n').length;
  return (
    <section class="panel editor" aria-labelledby="editor-heading">
      <div class="controls-head">
        <h2 id="editor-heading">{text.heading}</h2>
      </div>
      <div class="editor-box">
        <pre ref={gutter} class="gutter" aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            <span key={String(index)} data-wrong={wrong.has(index + 1) ? '' : undefined}>
              {index + 1}
              {'\n'}
            </span>
          ))}
        </pre>
        <textarea
          ref={area}
          id="yaml"
          aria-label={text.heading}
          aria-invalid={empty || errors.length > 0}
          aria-describedby="yaml-errors"
          spellcheck={false}
          autocomplete="off"
          wrap="off"
          rows={Math.min(34, Math.max(14, count + 1))}
          value={shown}
          onInput={(event) => enter(event.currentTarget.value, now)}
          onBlur={finish}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <div id="yaml-errors" role="status">
        {empty && <p class="field-error">{text.empty}</p>}
        {!empty && errors.length === 0 && <p class="soft">{text.fine}</p>}
        {errors.length > 0 && (
          <ErrorList errors={errors} onGo={(error) => area.current && goTo(area.current, error)} />
        )}
      </div>
      {draft.value !== null && shown !== draft.value.readable && (
        <button
          type="button"
          onClick={() => {
            takeBack();
            area.current?.focus();
          }}
        >
          {text.takeBack}
        </button>
      )}
      <div class="figure-tools">
        <CopyButton label={text.copy} text={() => shown} />
        <button type="button" onClick={() => saveText(shown, 'application/yaml', 'question.yaml')}>
          {text.download}
        </button>
        <label class="button">
          {text.open}
          <input
            type="file"
            accept=".yaml,.yml,.json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void openFile(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <CopyButton label={text.command} text={() => commandOf(viewId.peek())} />
      </div>
      <p class="soft">{text.hint}</p>
    </section>
  );
}

/** Puts the caret where an error is. */
function goTo(area: HTMLTextAreaElement, { line, column }: UserError): void {
  const lines = area.value.split('\n');
  const before = lines.slice(0, (line ?? 1) - 1).join('\n').length + ((line ?? 1) > 1 ? 1 : 0);
  const start = before + (column ?? 1) - 1;
  const end = before + (lines[(line ?? 1) - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(start, Math.max(start, end));
}
