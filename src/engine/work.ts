import type { Work } from './types';

/** The study room, loaded when the first task asks for it: a page or a `--help` doesn't pay for it. */
export const studyWork = (): Promise<Work> => import('../study');
