import * as study from '../study';
import { withIdleWork } from './idle-work';
import { holdLifeline } from './lifeline';
import { serve } from './remote';

let rehearsed = false;

holdLifeline((message) => postMessage(message));
serve(
  // A page's edits ask for comparisons: what they run is compiled before the first one comes.
  withIdleWork(study, (task) => {
    if (rehearsed || task.kind !== 'compare') return null;
    rehearsed = true;
    return study.rehearsal(task.source);
  }),
);
