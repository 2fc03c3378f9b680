import { z } from 'zod';
import { words } from '../../words';

/** One name, or several among which the search chooses: a list, or `any`. */
export const openOr = <const T extends readonly string[]>(names: T) =>
  z.union([z.enum([...names, 'any']), z.array(z.enum(names)).min(1).max(8)], {
    error: () => words().catalog.openForms(names),
  });
