import { parentPort } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import * as study from '../study';
import { serve } from './remote';

if (!parentPort) throw new Error('This file is the inside of a worker thread, not a program.');
serve(study, nodeEndpoint(parentPort));
