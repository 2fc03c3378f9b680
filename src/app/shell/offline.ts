import { signal } from '@preact/signals';

/** True once all files of the page are kept in the browser. */
export const keptOffline = signal(false);

const AFTER_MS = 1500;

/** Keeps the page for use without a network; the built page alone names a worker for that. Refused, nothing is lost. */
export function keepOffline(): void {
  const script = document.querySelector<HTMLMetaElement>('meta[name=offline]')?.content;
  if (!script || !('serviceWorker' in navigator)) return;
  // Not before the page works: the files are several megabytes.
  setTimeout(() => void register(script), AFTER_MS);
}

async function register(script: string): Promise<void> {
  try {
    await navigator.serviceWorker.register(script);
    await navigator.serviceWorker.ready;
    keptOffline.value = true;
  } catch {
    // A private window or a plain http address: the page works, with a network.
  }
}
