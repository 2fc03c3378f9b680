import { signal } from '@preact/signals';
import { whenIdle } from './idle';

/** The types are those of the whole library, which the bundle of cartesian traces comes without. */
export type Plotly = typeof import('plotly.js-dist-min');

/**
 * The plotting library once it is there. Loading it is one task of the page's thread, 0.3 s on a slow machine;
 * with the traces on maps and in space, which no figure has, it was four times as long.
 */
export const plotly = signal<Plotly | 'failed' | null>(null);

let asked = false;

/** Loads the library when the page has nothing better to do; call it after the first paint. */
export function loadPlotlyWhenIdle(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => setTimeout(() => whenIdle(() => void load(), 2000), 0));
}

async function load(): Promise<void> {
  try {
    const module = await import('plotly.js-cartesian-dist-min');
    // The package is CommonJS: bundlers hand it over as the default export, which its types do not know.
    plotly.value = 'default' in module ? (module.default as Plotly) : module;
  } catch {
    plotly.value = 'failed';
  }
}
