import { effect, signal } from '@preact/signals';

/** Pieces of work under way that have lasted so long that closing the page by mistake would be a loss. */
const long = signal(0);

const LONG_MS = 5000;

/** Tells that work has begun; the returned function tells that it has ended. */
export function guardUnload(): () => void {
  let counted = false;
  const timer = setTimeout(() => {
    counted = true;
    long.value++;
  }, LONG_MS);
  return () => {
    clearTimeout(timer);
    if (counted) long.value--;
  };
}

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

// A listener that is always there would keep the page out of the browser's memory of pages to go back to.
effect(() => {
  if (long.value > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
});
