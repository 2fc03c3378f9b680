/** The rooms of src/ from the bottom up; '.' is the library, src/index.ts. A room that is not listed is an error. */
const layers = [
  ['words', 'link'],
  ['units'],
  ['model', 'hardware'],
  ['step', 'serving'],
  ['search', 'timeline'],
  ['run'],
  ['catalog'],
  ['study'],
  ['report'],
  ['engine'],
  ['app', 'cli', '.'],
];

/** Which room may import which: those of all layers below its own. */
export const allowed: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  layers.flatMap((rooms, depth) => rooms.map((room) => [room, layers.slice(0, depth).flat()])),
);

/** A room is entered by its index.ts. The other doors there are, with the rooms that may use them. */
export const sideDoors: Readonly<Record<string, readonly string[]>> = {
  /** Threads of Node, which the page can't load. */
  'engine/node': ['cli', '.'],
  /** Writes a finished report as a trace file; without the physics behind the room's front door, which the page must not load. */
  'study/timeline/trace': ['app'],
  /** Where the limit turns on a map. */
  'study/bottlenecks/turns': ['app'],
  /** Picks a quantity of a cluster from its report. */
  'study/compare/quantities': ['app'],
  /** Reads percentiles from samples as they come, without the physics that made them. */
  'study/uncertainty/samples': ['app'],
};

/** What a room may take from outside of src/, seen from there. */
export const outside: Readonly<Record<string, readonly string[]>> = {
  app: ['../package.json', '../schema/scenario.json'],
};

/** All below the seam for threads: the same output for the same input, wherever they run. */
export const pure: readonly string[] = allowed.engine;

const page = ['preact*', '@preact/*', 'plotly*'];
const node = ['node:*', 'commander'];
const tools = ['playwright*', 'vite*'];

/** Packages that a room must not import. A name ending in * stands for all that begin so, node:* for all of Node's own. */
export const forbidden: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(pure.map((room) => [room, ['comlink*', ...page, ...node, ...tools]])),
  engine: [...page, 'commander', ...tools],
  app: [...node, ...tools],
  cli: [...page, ...tools],
  '.': [...page, 'commander', ...tools],
};

/** Names that a pure room must not touch: a bare global, or one property of it. */
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
