import * as study from '../study';
import { holdLifeline } from './lifeline';
import { serve } from './remote';

holdLifeline((message) => postMessage(message));
serve(study);
