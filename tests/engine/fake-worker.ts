import { parentPort } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { serve } from '../../src/engine/remote';
import { fakeWork } from './fake-work';

serve(fakeWork, nodeEndpoint(parentPort!));
