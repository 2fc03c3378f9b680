import { computed, effect, signal } from '@preact/signals';
import { remember, remembered } from './storage';

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

const chosen = signal<Theme | null>(known(remembered(KEY)));
export const theme = computed<Theme>(() => (printing.value ? 'light' : (chosen.value ?? system.value)));

export function switchTheme(): void {
  chosen.value = theme.value === 'dark' ? 'light' : 'dark';
  remember(KEY, chosen.value);
}

function known(name: string | null): Theme | null {
  return name === 'light' || name === 'dark' ? name : null;
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
