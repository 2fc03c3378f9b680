/** Calls back when the page's thread has nothing else to do, or after so long; the returned function forgets it. */
export function whenIdle(then: () => void, timeout: number): () => void {
  // One browser family has no such callback.
  const { requestIdleCallback: ask } = window as Partial<Window & typeof globalThis>;
  if (!ask) {
    const timer = setTimeout(then, 200);
    return () => clearTimeout(timer);
  }
  const asked = ask(then, { timeout });
  return () => cancelIdleCallback(asked);
}
