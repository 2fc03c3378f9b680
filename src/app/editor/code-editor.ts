import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, type Text } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { CatalogReport } from '../../study';
import type { UserError } from '../../units';
import { completer } from './complete';

/** The text field of the editor: lines, colours, completion, errors under their words. */
export interface CodeEditor {
  /** Shows a text that comes from elsewhere; the caret stays where it is in what did not change. */
  show(text: string): void;
  mark(errors: readonly UserError[], invalid: boolean): void;
  /** Puts the caret where an error is. */
  goTo(error: UserError): void;
  focus(): void;
  close(): void;
}

interface Options {
  text: string;
  label: string;
  /** Ids of what tells about the text. */
  describedBy: string;
  /** Whose names are offered. */
  catalog: () => CatalogReport | null;
  onText: (text: string) => void;
  onLeave: () => void;
}

/** A change that nobody typed. */
const fromElsewhere = Annotation.define<boolean>();

export function codeEditor(parent: HTMLElement, options: Options): CodeEditor {
  const { text, label, describedBy, catalog, onText, onLeave } = options;
  const validity = new Compartment();
  const attributes = (invalid: boolean) =>
    EditorView.contentAttributes.of({
      // Editable text can have the focus as it is; not everybody who looks for that knows.
      ...{ id: 'yaml', tabindex: '0', 'aria-label': label, 'aria-describedby': describedBy },
      ...{ 'aria-invalid': String(invalid), autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' },
    });
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        yaml(),
        syntaxHighlighting(classHighlighter),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completer(catalog)], icons: false }),
        // Tab leaves the field, as everywhere on the page.
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        validity.of(attributes(false)),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          const typed = transactions.some((one) => one.docChanged && !one.annotation(fromElsewhere));
          if (docChanged && typed) onText(state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => onLeave() }),
      ],
    }),
  });
  return {
    show(next) {
      const change = changeTo(view.state.doc.toString(), next);
      if (change) view.dispatch({ changes: change, annotations: fromElsewhere.of(true) });
    },
    mark(errors, invalid) {
      const diagnostics = errors.map((error) => diagnosticOf(view.state.doc, error));
      const effects = validity.reconfigure(attributes(invalid));
      view.dispatch(setDiagnostics(view.state, diagnostics), { effects });
    },
    goTo(error) {
      const { from, to } = diagnosticOf(view.state.doc, error);
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

/** The one piece in which two texts differ; null where they are the same. */
export function changeTo(before: string, after: string) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let back = 0;
  while (back < most - from && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return { from, to: before.length - back, insert: after.slice(from, after.length - back) };
}

/** From where an error is to the end of its line. */
function diagnosticOf(doc: Text, { line, column, message }: UserError): Diagnostic {
  const at = doc.line(Math.min(Math.max(1, line ?? 1), doc.lines));
  const from = Math.min(at.to, at.from + Math.max(0, (column ?? 1) - 1));
  return { from, to: at.to, severity: 'error', message };
}
