import { type Engine, webEngine } from '../../engine';

/** The one engine of the page. Its workers start with the first question. */

const MOST_WORKERS = 4;

let engine: Engine | null = null;

export function theEngine(): Engine {
  engine ??= webEngine({ workers: workersToUse() });
  return engine;
}

/** At least two, so that a long piece of work leaves one for the answer to an edit; each has a catalog to read. */
function workersToUse(): number {
  return Math.min(MOST_WORKERS, Math.max(2, (navigator.hardwareConcurrency ?? 2) - 1));
}
