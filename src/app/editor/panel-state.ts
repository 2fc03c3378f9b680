import { signal } from '@preact/signals';

/** Whether the text stands beside the form. */
export const editorOpen = signal(false);
