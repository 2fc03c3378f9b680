import { useEffect, useState } from 'preact/hooks';
import { words } from '../words';
import { Controls } from './controls';

const wide = matchMedia('(min-width: 900px)');

/** The form: a side column on wide screens, folded below the answer on narrow ones. */
export function Sheet() {
  const [open, setOpen] = useState(wide.matches);
  useEffect(() => {
    const follow = () => setOpen(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  return (
    <aside class="sheet" aria-label={words.controls.heading}>
      <button
        type="button"
        class="sheet-switch"
        aria-expanded={open}
        aria-controls="sheet-body"
        onClick={() => setOpen(!open)}
      >
        {words.controls.open}
      </button>
      <div id="sheet-body" hidden={!open}>
        <Controls />
      </div>
    </aside>
  );
}
