import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { words } from '../words';
import { inField, isCommand } from './keys';

type Palette = ComponentType<{ onClose: () => void }>;

const open = signal(false);
/** Its code, once somebody has asked for it. */
const loaded = signal<Palette | null>(null);

async function show(): Promise<void> {
  open.value = true;
  try {
    loaded.value ??= (await import('../palette/palette')).default;
  } catch {
    // Without a network and not yet kept: the next try may find it.
    open.value = false;
  }
}

/** The button of the palette, and its keys. */
export function Find() {
  const { palette } = words.shell;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCommand(event, 'k') || event.shiftKey || inField(event.target)) return;
      event.preventDefault();
      void show();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const Loaded = loaded.value;
  return (
    <>
      <button
        type="button"
        class="find"
        aria-haspopup="dialog"
        title={palette.keys}
        onClick={() => void show()}
      >
        {palette.open}
      </button>
      {open.value && Loaded && (
        <Loaded
          onClose={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}
