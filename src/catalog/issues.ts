import type { z } from 'zod';
import { nearest, type UserError } from '../units';
import { digits, words } from '../words';
import { keysAt } from './schema/walk';
import { dotted, type Path, type Written } from './yaml';

/** An error at a place of what was written; the place of something missing is its parent's. */
export function errorAt(
  written: Written,
  path: Path,
  message: string,
  expected: string | null,
  near: string | null = null,
  key = false,
): UserError {
  return {
    file: written.file,
    ...written.place(path, key),
    path: dotted(path),
    message,
    expected,
    nearest: near,
  };
}

const most = 20;

/** Turns the schema's findings about `value`, which stands at `prefix`, into errors in plain words. */
export function userErrors(
  issues: readonly z.core.$ZodIssue[],
  schema: z.core.$ZodType,
  value: unknown,
  written: Written,
  prefix: Path = [],
): UserError[] {
  const errors = issues.flatMap((issue) => oneIssue(issue, schema, value, written, prefix));
  const misspelt = new Set(errors.map(({ path, nearest: near }) => `${parentOf(path)}.${near}`));
  const isMissing = ({ path, message }: UserError) =>
    message === words().catalog.missing(path.split('.').at(-1) ?? '');
  return errors
    .filter(
      (error) =>
        !(isMissing(error) && misspelt.has(`${parentOf(error.path)}.${error.path.split('.').at(-1)}`)),
    )
    .slice(0, most);
}

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');

function oneIssue(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  value: unknown,
  written: Written,
  prefix: Path,
): UserError[] {
  const say = words().catalog;
  const path = [...prefix, ...issue.path];
  const found = valueAt(value, issue.path);
  const at = (message: string, expected: string | null, near: string | null = null): UserError[] => [
    errorAt(written, path, message, expected, near),
  ];
  if (found === undefined && issue.code !== 'unrecognized_keys') {
    return at(
      say.missing(String(path.at(-1) ?? '')),
      issue.code === 'custom' ? issue.message : expectation(issue),
    );
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, issue.path, value);
      const unused = known.filter((key) => !Object.hasOwn(Object(found), key));
      return issue.keys.map((key) => {
        const near = nearest(key, unused) ?? nearest(key, known);
        return errorAt(written, [...path, key], say.unknownKey(key, near), say.knownKeys(known), near, true);
      });
    }
    case 'invalid_value': {
      if (path.at(-1) === 'version') return at(say.version, expectation(issue));
      const near = typeof found === 'string' ? nearest(found, issue.values.map(String)) : null;
      return at(say.notOneOf(plain(found), near), expectation(issue), near);
    }
    case 'invalid_union':
      return (
        misnamed(issue, schema, value, written, prefix, found) ??
        union(issue, schema, value, written, prefix) ??
        unknownKind(issue, written, path, found) ??
        at(say.wrongKind(show(found), expected(issue)), expected(issue))
      );
    case 'too_small':
    case 'too_big': {
      const tooBig = issue.code === 'too_big';
      const bound = Number(tooBig ? issue.maximum : issue.minimum);
      const what = issue.origin === 'array' ? 'list' : issue.origin === 'string' ? 'text' : 'number';
      const message =
        what === 'number'
          ? say.beyond(typeof found === 'number' ? digits(found) : String(found), bound, tooBig)
          : tooBig
            ? what === 'text'
              ? say.longText(bound)
              : say.tooMany(bound)
            : say.tooFew(bound);
      return at(message, say.sizeRange(what, bound, tooBig));
    }
    case 'custom': {
      const { choices, wrong } = issue.params ?? {};
      if (Array.isArray(choices) && typeof wrong === 'string') {
        const near = nearest(wrong, choices.map(String));
        return at(say.notOneOf(wrong, near), say.oneOf(choices.map(String)), near);
      }
      return at(issue.message, textOr(issue.params?.expected), textOr(issue.params?.nearest));
    }
    default:
      return at(say.wrongKind(show(found), expected(issue)), expected(issue));
  }
}

/** A name that is in none of a union's lists: what the list of names says of it; null where that is not the matter. */
function misnamed(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.core.$ZodType,
  value: unknown,
  written: Written,
  prefix: Path,
  found: unknown,
): UserError[] | null {
  if (typeof found !== 'string') return null;
  for (const [inner] of issue.errors) {
    if (inner?.code === 'invalid_value' && inner.path.length === 0 && inner.values.length > 1)
      return oneIssue({ ...inner, path: issue.path }, schema, value, written, prefix);
  }
  return null;
}

/** The kinds among which a group of keys says its own. */
const kindsOf = (issue: z.core.$ZodIssueInvalidUnion): string[] | null =>
  issue.discriminator && 'options' in issue && issue.options ? issue.options.map(String) : null;

/** A kind that is none of those that there are; null where kinds are not the matter. */
function unknownKind(
  issue: z.core.$ZodIssueInvalidUnion,
  written: Written,
  path: Path,
  found: unknown,
): UserError[] | null {
  const kinds = kindsOf(issue);
  if (!kinds) return null;
  const say = words().catalog;
  const near = typeof found === 'string' ? nearest(found, kinds) : null;
  return [errorAt(written, path, say.notOneOf(plain(found), near), say.oneOf(kinds), near)];
}

/** The branch of a union that fits best: the one whose complaint lies deepest; null where none is inside. */
function union(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.core.$ZodType,
  value: unknown,
  written: Written,
  prefix: Path,
): UserError[] | null {
  if (issue.errors.length === 0) return null;
  const depth = (branch: z.core.$ZodIssue[]) =>
    Math.max(...branch.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)));
  const best = issue.errors.reduce((a, b) => (depth(b) > depth(a) ? b : a));
  if (depth(best) < 1) return null;
  return best.flatMap((inner) =>
    oneIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, value, written, prefix),
  );
}

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const expected = (issue: z.core.$ZodIssue): string =>
  expectation(issue) ?? words().catalog.expectedKind.other;

function expectation(issue: z.core.$ZodIssue): string | null {
  const say = words().catalog;
  if (issue.code === 'invalid_value') return say.oneOf(issue.values.map(String));
  if (issue.code === 'invalid_type') {
    const kinds: Readonly<Record<string, string>> = say.expectedKind;
    return kinds[issue.expected] ?? say.expectedKind.other;
  }
  if (issue.code === 'invalid_union') {
    const kinds = kindsOf(issue);
    return kinds ? say.oneOf(kinds) : issue.message;
  }
  return null;
}

const plain = (value: unknown): string => (typeof value === 'object' ? show(value) : String(value));

function show(value: unknown): string {
  const { shownKind } = words().catalog;
  if (value === null) return shownKind.null;
  if (Array.isArray(value)) return shownKind.array;
  return typeof value === 'object' ? shownKind.object : words().units.show(String(value));
}

function valueAt(value: unknown, path: Path): unknown {
  let part = value;
  for (const key of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined;
    part = Reflect.get(part, key);
  }
  return part;
}
