/** Which room of src/ may import which. A room that is not listed here is an error. */
export const allowed: Record<string, readonly string[]> = {
  units: [],
  model: ['units'],
  hardware: ['units'],
  step: ['units', 'model', 'hardware'],
  search: ['units', 'model', 'hardware', 'step'],
  run: ['units', 'model', 'hardware', 'step', 'search'],
  catalog: ['units', 'model', 'hardware', 'step', 'search', 'run'],
  study: ['units', 'model', 'hardware', 'step', 'search', 'run', 'catalog'],
  engine: ['units', 'model', 'hardware', 'step', 'search', 'run', 'catalog', 'study'],
  app: ['units', 'model', 'hardware', 'step', 'search', 'run', 'catalog', 'study', 'engine'],
  cli: ['units', 'model', 'hardware', 'step', 'search', 'run', 'catalog', 'study', 'engine'],
  /** The library: src/index.ts. */
  '.': ['units', 'model', 'hardware', 'step', 'search', 'run', 'catalog', 'study', 'engine'],
};

/** Rooms that give the same output for the same input wherever they run. */
export const pure: readonly string[] = [
  'units',
  'catalog',
  'model',
  'hardware',
  'step',
  'search',
  'run',
  'study',
];

/** Packages a pure room must not import, besides Node's own modules; a name ending in * stands for all that begin so. */
export const impurePackages: readonly string[] = [
  'comlink*',
  'preact*',
  '@preact/*',
  'plotly*',
  'commander',
  'playwright*',
  'vite*',
];

/** Names a pure room must not touch: a bare global, or one property of it. */
export const impureGlobals: readonly string[] = [
  'document',
  'localStorage',
  'sessionStorage',
  'fetch',
  'Worker',
  'SharedWorker',
  'process.env',
  'process.argv',
  'process.stdout',
  'process.stderr',
  'Date.now',
  'Math.random',
];

/** Breaches that are still there, as the checker prints them. May only shrink. */
export const exceptions: readonly string[] = [];
