import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words';
import { type Command, commandsFor } from './commands';

/** A field whose list is the page's own. */
const COMBOBOX = {
  role: 'combobox',
  list: undefined,
  'aria-controls': 'palette-list',
  'aria-expanded': true,
  'aria-autocomplete': 'list',
} as const;

/** Goes to a view, opens a question, a model or a system, or does what the page can do: by a few letters and Enter. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { palette } = words.shell;
  const commands = commandsFor(query);
  const chosen = commands[Math.min(at, commands.length - 1)];
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);

  const run = (command: Command) => {
    dialog.current?.close();
    command.run();
  };
  const onKey = (event: KeyboardEvent) => {
    // While a word is composed from several keys these are its own.
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.min(at, commands.length - 1) + step + commands.length) % commands.length || 0);
    else if (event.key === 'Enter' && chosen) run(chosen);
    // A search field would take the first one to empty itself.
    else if (event.key === 'Escape') dialog.current?.close();
    else return;
    event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent) => {
    if (target === dialog.current) dialog.current?.close();
    const line = target instanceof Element ? target.closest('[role=option]') : null;
    const command = commands.find(({ id }) => line?.id === lineId(id));
    if (command) run(command);
  };
  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label={palette.heading}
      onClose={onClose}
      onClick={onClick}
      onKeyDown={onKey}
    >
      <input
        type="search"
        class="search"
        {...COMBOBOX}
        aria-label={palette.label}
        aria-activedescendant={chosen && lineId(chosen.id)}
        placeholder={palette.label}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div id="palette-list" role="listbox" aria-label={palette.heading}>
        {commands.map((command) => (
          <Line key={command.id} command={command} chosen={command === chosen} />
        ))}
      </div>
      <p class="soft" role="status">
        {commands.length > 0 ? palette.how(commands.length) : words.start.none}
      </p>
    </dialog>
  );
}

const lineId = (id: string) => `palette-${id}`;

/** A line of the list; the keys are the field's, which tells its chosen line. */
function Line({ command: { id, kind, label, detail }, chosen }: { command: Command; chosen: boolean }) {
  return (
    <div id={lineId(id)} role="option" aria-selected={chosen} tabIndex={-1}>
      <span>{label}</span>
      <span class="soft">{words.shell.palette.kinds[kind]}</span>
      {detail && <span class="palette-detail">{detail}</span>}
    </div>
  );
}
