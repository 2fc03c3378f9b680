import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { saveText } from '../figures/download';
import { commandOf } from '../report/command';
import { CopyButton } from '../report/copy-button';
import { ErrorList } from '../report/error-list';
import { catalog } from '../state/answers';
import { finish, scenario, viewId } from '../state/store';
import { words } from '../words';
import { checkText, textErrors } from './check';
import { type CodeEditor, codeEditor } from './code-editor';
import { draft, enter, follow, takeBack } from './draft';
import { openFile } from './open-file';

/** The scenario as a file: typed or dropped text and the form stay in step, errors stand by their lines. */
export default function Editor() {
  const text = words.editor;
  const box = useRef<HTMLDivElement>(null);
  const code = useRef<CodeEditor | null>(null);
  const now = scenario.value;
  // What is shown by then: who types fast is ahead of what was drawn.
  useEffect(() => follow(scenario.peek()), [now]);
  const shown = draft.value?.text ?? '';
  useEffect(() => checkText(shown), [shown]);
  const empty = draft.value !== null && shown.trim() === '';
  const errors = empty ? [] : textErrors.value;
  const invalid = empty || errors.length > 0;
  useLayoutEffect(() => {
    if (!box.current) return;
    const opened = codeEditor(box.current, {
      text: draft.peek()?.text ?? '',
      label: text.heading,
      describedBy: 'yaml-errors',
      catalog: () => catalog.peek(),
      onText: (next) => enter(next, scenario.peek()),
      onLeave: finish,
    });
    code.current = opened;
    return () => opened.close();
  }, [text]);
  useLayoutEffect(() => code.current?.show(shown), [shown, text]);
  useEffect(() => code.current?.mark(errors, invalid), [textErrors.value, invalid, text]);
  return (
    <section class="panel editor" aria-labelledby="editor-heading">
      <div class="controls-head">
        <h2 id="editor-heading">{text.heading}</h2>
      </div>
      <div ref={box} class="editor-box" />
      <div id="yaml-errors" role="status">
        {empty && <p class="field-error">{text.empty}</p>}
        {!empty && errors.length === 0 && <p class="soft">{text.fine}</p>}
        {errors.length > 0 && <ErrorList errors={errors} onGo={(error) => code.current?.goTo(error)} />}
      </div>
      {draft.value !== null && shown !== draft.value.readable && (
        <button
          type="button"
          onClick={() => {
            takeBack();
            code.current?.focus();
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
