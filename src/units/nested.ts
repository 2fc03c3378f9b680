/** Levels of lists and groups of keys that a file may have: scenarios and measured points have a handful. */
export const MOST_LEVELS = 40;

/** Are lists and groups of keys nested in a value by more than so many levels? Looks no deeper than that. */
export function nestedBeyond(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestedBeyond(inner, levels - 1));
}
