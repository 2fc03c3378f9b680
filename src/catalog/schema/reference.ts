import { z } from 'zod';
import { words } from '../../words';

/** The kinds of things that the catalog has, named as their folders. */
export const KINDS = [
  'chips',
  'partial-chips',
  'systems',
  'models',
  'stacks',
  'rules',
  'prices',
  'claims',
] as const;
export type Kind = (typeof KINDS)[number];

/** Those that a scenario refers to. */
type ReferenceKind = 'chips' | 'systems' | 'models' | 'stacks';

/** An id, a whole thing written in place, or `{base: id, …changes}`; resolved after the schema. */
export type ReferenceValue = string | Record<string, unknown>;

/** Makes the schema of a reference: loose when loading, with all possible keys when published. */
export type Reference = (kind: ReferenceKind) => z.ZodType<ReferenceValue, ReferenceValue>;

/** A reference as it is checked when loading; what it names is resolved later. */
export const looseReference: Reference = () =>
  z.custom<ReferenceValue>(
    (value) =>
      typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value)),
    { error: () => words().catalog.expectedKind.reference },
  );
