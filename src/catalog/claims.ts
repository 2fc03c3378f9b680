import { z } from 'zod';
import type { System } from '../hardware';
import type { Model } from '../model';
import type { Resource } from '../step';
import { fail, must, nearest, ok, type Result, type UserError } from '../units';
import { words } from '../words';
import { errorAt } from './issues';
import { isPlain } from './merge';
import { readSource } from './prepare';
import { resolveModel, resolveSystem, toModel, toSystem } from './resolve';
import { assumptionsSchema } from './schema/assumptions';
import type { FlatClaim } from './schema/claim';
import type { FlatPrice } from './schema/price';
import type { ReferenceValue } from './schema/reference';
import { type Source, sourceSchema } from './schema/sources';
import { check, type Store, schemas } from './store';
import type { ScenarioSource } from './types';
import type { Written } from './yaml';

/** A claim with its id and what speaks for and against it. */
export interface Claim extends FlatClaim {
  id: string;
  /** Of a reader's file, not of the catalog. */
  own: boolean;
  /** The file that a command line is given for the numbers as computed: the claim's own, or that of the assumptions. */
  file: string;
  sources: Source[];
  notes: string | null;
  written: Written;
}

export interface Price extends FlatPrice {
  id: string;
  sources: Source[];
}

/** Changes to what claims are computed from; factors on resources of all systems, values by `claim.quantity`. */
export interface Assumptions {
  resources: Partial<Record<Resource, number>>;
  prices: Readonly<Record<string, { input?: number | undefined; output?: number | undefined }>>;
  values: Readonly<Record<string, number>>;
}

const NO_CHANGE: Assumptions = { resources: {}, prices: {}, values: {} };

/** What a file asks: which claims, under which changes. */
export interface ClaimQuestion {
  claims: Claim[];
  assumptions: Assumptions;
}

function claimOf(store: Store, id: string): Claim {
  const entry = must(store.entry('claims', id));
  const flat = must(check(schemas.claims, entry.values, entry.written));
  return {
    ...flat,
    id,
    own: false,
    file: `scenarios/claims/${id}.yaml`,
    sources: entry.sources,
    notes: entry.notes,
    written: entry.written,
  };
}

export const pricesOf = (store: Store): Price[] =>
  store.ids('prices').map((id) => {
    const entry = must(store.entry('prices', id));
    return { ...must(check(schemas.prices, entry.values, entry.written)), id, sources: entry.sources };
  });

const allClaims = (store: Store): Claim[] => store.ids('claims').map((id) => claimOf(store, id));

/** Reads a file with a claim (`claim:`) or with changed assumptions (`assume:`); without a file, all claims as they are. */
export function claimQuestion(source: ScenarioSource | null, store: Store): Result<ClaimQuestion> {
  if (source === null) return ok({ claims: allClaims(store), assumptions: NO_CHANGE });
  const read = readSource(source);
  if (!read.ok) return read;
  const written = read.value;
  const { value } = written;
  if (!isPlain(value)) {
    return fail(errorAt(written, [], words().catalog.notAMapping, words().catalog.expectedKind.object));
  }
  if (Object.hasOwn(value, 'claim')) return ownClaim(value, written, store);
  const checked = check(assumptionsSchema, value, written);
  if (!checked.ok) return checked;
  const { assume, claims } = checked.value;
  const known = store.ids('claims');
  const errors: UserError[] = [];
  for (const [at, id] of (claims ?? []).entries()) {
    if (!known.includes(id)) errors.push(unknown(written, ['claims', at], 'claims', id, known));
  }
  const prices = store.ids('prices');
  for (const id of Object.keys(assume.prices)) {
    if (!prices.includes(id)) errors.push(unknown(written, ['assume', 'prices', id], 'prices', id, prices));
  }
  const all = allClaims(store);
  const values = all.flatMap(({ id, quantities }) => quantities.map((one) => `${id}.${one.id}`));
  for (const name of Object.keys(assume.values)) {
    if (!values.includes(name)) {
      const near = nearest(name, values);
      errors.push(
        errorAt(written, ['assume', 'values', name], words().catalog.notOneOf(name, near), null, near),
      );
    }
  }
  if (errors.length > 0) return fail(...errors);
  const chosen = claims ? claims.map((id) => claimOf(store, id)) : all;
  return ok({
    claims: chosen.map((claim) => ({ ...claim, file: written.file })),
    assumptions: { resources: assume.resources ?? {}, prices: assume.prices, values: assume.values },
  });
}

function ownClaim(value: Record<string, unknown>, written: Written, store: Store): Result<ClaimQuestion> {
  const { sources, notes, conflicts, ...plain } = value;
  const checked = check(schemas.claims, plain, written);
  if (!checked.ok) return checked;
  const stated = check(z.array(sourceSchema).default([]), sources, written, ['sources']);
  if (!stated.ok) return stated;
  const strange = unknownNames(checked.value, written, store);
  if (strange.length > 0) return fail(...strange);
  const file = written.file.split(/[/\\]/).at(-1) ?? 'own';
  const id = file.replace(/\.ya?ml$/, '');
  const said = typeof notes === 'string' ? notes : null;
  return ok({
    claims: [
      { ...checked.value, id, own: true, file: written.file, sources: stated.value, notes: said, written },
    ],
    assumptions: NO_CHANGE,
  });
}

/** Chips and prices of a claim that the catalog does not have; models and systems are followed where they are needed. */
function unknownNames({ quantities }: FlatClaim, written: Written, store: Store): UserError[] {
  const chips = [...store.ids('chips'), ...store.ids('partial-chips')];
  const prices = store.ids('prices');
  return quantities.flatMap((one, at) => {
    if (one.kind === 'chip' && !chips.includes(one.chip))
      return unknown(written, ['quantities', at, 'chip'], 'chips', one.chip, chips);
    if (one.kind === 'price' && !prices.includes(one.price))
      return unknown(written, ['quantities', at, 'price'], 'prices', one.price, prices);
    return [];
  });
}

function unknown(
  written: Written,
  path: (string | number)[],
  kind: 'claims' | 'prices' | 'chips',
  id: string,
  known: string[],
): UserError {
  const say = words().catalog;
  const near = nearest(id, known);
  return errorAt(written, path, say.unknownId(kind, id, near), say.knownIds(known), near);
}

/** A model that a claim names, at `path` of its file. */
export function claimedModel(
  reference: ReferenceValue,
  claim: Claim,
  path: (string | number)[],
  store: Store,
): Result<Model> {
  const resolved = resolveModel(reference, claim.written, path, store);
  return resolved.ok ? ok(toModel(resolved.value)) : resolved;
}

export function claimedSystem(
  reference: ReferenceValue,
  claim: Claim,
  path: (string | number)[],
  store: Store,
): Result<System> {
  const resolved = resolveSystem(reference, claim.written, path, store);
  return resolved.ok ? ok(toSystem(resolved.value)) : resolved;
}
