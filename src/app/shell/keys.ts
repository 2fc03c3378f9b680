/** What is typed there is text, and Ctrl+Z there is the browser's own. */
export const inField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type=range], [type=checkbox], [type=radio]), textarea, [contenteditable=true]',
  ) !== null;

/** Is it one of the letters with Ctrl, or with the command key of a Mac? Shift may be held too. */
export const isCommand = (event: KeyboardEvent, ...letters: string[]): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && letters.includes(event.key.toLowerCase());
