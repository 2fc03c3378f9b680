import { computed, effect, signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

const KEY = 'moe-capacity.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const system = signal<Theme>(dark.matches ? 'dark' : 'light');
dark.addEventListener('change', () => {
  system.value = dark.matches ? 'dark' : 'light';
});

/** Paper is white whatever the screen is; figures are drawn anew for it. */
const print = matchMedia('print');
const printing = signal(print.matches);
print.addEventListener('change', () => {
  printing.value = print.matches;
});

const chosen = signal<Theme | null>(remembered());
export const theme = computed<Theme>(() => (printing.value ? 'light' : (chosen.value ?? system.value)));

export function switchTheme(): void {
  chosen.value = theme.value === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(KEY, chosen.value);
  } catch {
    // Storage may be refused (private window, file address); the choice then lasts as long as the page.
  }
}

function remembered(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
