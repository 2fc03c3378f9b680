import * as study from '../study';
import { serve } from './remote';

serve(study);
