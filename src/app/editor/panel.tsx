import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { words } from '../words';
import { editorOpen } from './panel-state';

const loaded = signal<ComponentType | 'failed' | null>(null);

async function load(): Promise<void> {
  try {
    loaded.value = (await import('./editor')).default;
  } catch {
    loaded.value = 'failed';
  }
}

/** The place of the editor, whose code is fetched when it is first opened. */
export function EditorPanel() {
  const open = editorOpen.value;
  useEffect(() => {
    if (open && (loaded.peek() === null || loaded.peek() === 'failed')) void load();
  }, [open]);
  if (!open) return null;
  const Editor = loaded.value;
  return (
    <aside class="yaml" id="yaml-panel" aria-label={words.editor.heading}>
      {Editor === null && <p class="view-wait">{words.shell.viewLoading}</p>}
      {Editor === 'failed' && <p class="view-wait">{words.shell.viewFailed}</p>}
      {Editor !== null && Editor !== 'failed' && <Editor />}
    </aside>
  );
}
