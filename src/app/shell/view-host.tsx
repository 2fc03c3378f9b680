import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { showView } from '../state/store';
import { type View, viewOf } from '../views';
import { words } from '../words';

const loaded = signal<{ [id: string]: ComponentType | 'failed' }>({});

/** Fetches a view's code; asked for early, it is there by the time that it is shown. */
export async function loadView(view: View): Promise<void> {
  const now = loaded.peek()[view.id];
  if (now && now !== 'failed') return;
  try {
    const module = await view.load();
    loaded.value = { ...loaded.peek(), [view.id]: module.default };
  } catch {
    loaded.value = { ...loaded.peek(), [view.id]: 'failed' };
  }
}

/** The view of an id, once its code is there. */
export function ViewHost({ id }: { id: string }) {
  const view = viewOf(id);
  useEffect(() => {
    if (view) void loadView(view);
  }, [view]);
  const { shell } = words;
  if (!view) return <Missing text={shell.noView} label={shell.toStart} act={() => showView('start')} />;
  const Loaded = loaded.value[view.id];
  if (Loaded === undefined) return <p class="view-wait">{shell.viewLoading}</p>;
  if (Loaded === 'failed')
    return <Missing text={shell.viewFailed} label={words.answer.retry} act={() => void loadView(view)} />;
  return <Loaded key={view.id} />;
}

function Missing({ text, label, act }: { text: string; label: string; act: () => void }) {
  return (
    <div class="view-wait" role="alert">
      <p>{text}</p>
      <button type="button" onClick={act}>
        {label}
      </button>
    </div>
  );
}
