import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { applyDifference, type Difference, difference } from './difference';
import { equal, isObject, type Json, type JsonObject } from './json';
import { base, dictionary } from './link-v1';

/** Everything that the page shows follows from this and the catalog. */
export interface PageState {
  scenario: JsonObject;
  metric: string;
  /** The view on show; a link from before there were views has none. */
  view?: string;
  /** The language, where it was chosen for the link. */
  lang?: string;
  /** A view's own choices, by names that the view makes up. */
  options?: { [name: string]: string };
}

/** What an address without a state shows. */
export const home: PageState = { ...base, metric: 'days', view: 'start' };

/** Longest link that is read, in characters, and largest state that it may unfold to, in bytes. */
export const LINK_LIMIT = 16_000;
const STATE_LIMIT = 64_000;
const DEPTH_LIMIT = 12;

/** Why a link was not read; a key of the page's words. */
export type LinkProblem = 'tooLong' | 'unknownVersion' | 'unreadable';
type ReadLink = { ok: true; state: PageState } | { ok: false; problem: LinkProblem };

/** The address fragment for a state: '' for that of an empty address, else '#v1=…'. */
export function writeLink(state: PageState): string {
  if (equal(state, home)) return '';
  const change = difference(base as unknown as Json, state as unknown as Json) ?? {};
  const packed = deflateSync(strToU8(JSON.stringify(change)), { level: 9, dictionary: strToU8(dictionary) });
  return `#v1=${toBase64Url(packed)}`;
}

/** Reads an address fragment. Whatever it holds, the outcome is a state or a problem, never an exception. */
export function readLink(hash: string): ReadLink {
  if (hash === '' || hash === '#') return { ok: true, state: structuredClone(home) };
  if (hash.length > LINK_LIMIT) return { ok: false, problem: 'tooLong' };
  const version = /^#v(\d+)=/.exec(hash)?.[1];
  if (version === undefined) return { ok: false, problem: 'unreadable' };
  if (version !== '1') return { ok: false, problem: 'unknownVersion' };
  try {
    const change = JSON.parse(inflate(fromBase64Url(hash.slice(4)))) as Difference;
    if (!isObject(change) || deeper(change, DEPTH_LIMIT) || hasForbiddenKey(change)) throw new RangeError();
    const state = applyDifference(base as unknown as Json, change);
    return isPageState(state) ? { ok: true, state } : { ok: false, problem: 'unreadable' };
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}

function isPageState(value: unknown): value is PageState & Json {
  if (!isObject(value) || !isObject(value.scenario) || typeof value.metric !== 'string') return false;
  const { view, lang, options } = value;
  const texts = isObject(options) ? Object.values(options) : [options];
  return [view, lang, ...texts].every((text) => text === undefined || typeof text === 'string');
}

/** Inflates piece by piece, so that a small link cannot unfold to a huge text. */
function inflate(packed: Uint8Array): string {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate({ dictionary: strToU8(dictionary) }, (piece) => {
    size += piece.length;
    if (size > STATE_LIMIT) throw new RangeError('too large');
    pieces.push(piece.slice());
  });
  const step = 512;
  for (let at = 0; at < packed.length; at += step) {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  const whole = new Uint8Array(size);
  pieces.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return strFromU8(whole);
}

function deeper(value: Json | Difference, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((part) => deeper(part, limit - 1));
}

function hasForbiddenKey(value: Json | Difference): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasForbiddenKey);
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}
