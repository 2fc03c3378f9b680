import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { Pool, type StartWorker } from './pool';
import { connect } from './remote';
import { engineOn } from './run';
import type { Engine } from './types';

export interface NodeOptions {
  /** At most this many threads; they start when there is work for them. Default: all cores. */
  workers?: number;
  /** The script of a worker: a built `node-worker`, or another that serves a `Work`. Default: beside this file, built. */
  workerUrl?: URL;
}

/** Runs tasks in worker threads of Node. The engine's Node door: the page must not import it. */
export function nodeEngine({
  workers = availableParallelism(),
  workerUrl = new URL('./node-worker.js', import.meta.url),
}: NodeOptions = {}): Engine {
  return engineOn(new Pool(startOf(workerUrl), workers));
}

function startOf(url: URL): StartWorker {
  return (onDeath) => {
    const worker = new Worker(url);
    let over = false;
    const die = (why: string) => {
      if (over) return;
      over = true;
      onDeath(why);
    };
    worker.on('error', (error) => die(error instanceof Error ? error.message : String(error)));
    worker.on('messageerror', () => die('its answer could not be read'));
    worker.on('exit', (code) => die(`it left with code ${code}`));
    return {
      remote: connect(nodeEndpoint(worker)),
      async terminate() {
        over = true;
        await worker.terminate();
      },
      setBusy: (busy) => (busy ? worker.ref() : worker.unref()),
    };
  };
}
