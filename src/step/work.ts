/** What kind of work a duration of a layer is, for `explain`; order is the column order of a row. */
export const WORK = [
  'linear',
  'experts',
  'attention',
  'vector',
  'recompute',
  'tp',
  'cp',
  'ep',
  'etp',
] as const;

/** What a rank works on in a step, overlapped or not: in its layers, and beside them. */
export const WORK_PARTS = [...WORK, 'sends', 'reduce', 'gather', 'optimizer', 'fixed'] as const;
export type WorkPart = (typeof WORK_PARTS)[number];
