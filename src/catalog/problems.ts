import { formatBandwidth } from '../units';
import { words } from '../words';
import { isMoeLayer } from './expand-model';
import type { FlatModel } from './schema/model';
import type { FlatSystem } from './schema/system';

/** How far printed figures of a mesh's links may be from its bandwidth: rounding. */
const LINK_TOLERANCE = 0.05;

/** A contradiction between keys, each of which is right alone. */
export interface Problem {
  path: string[];
  message: string;
  expected: string | null;
}

/** Contradictions in an architecture; empty when it can be expanded. */
export function modelProblems(flat: FlatModel): Problem[] {
  const say = words().catalog.headKeys;
  const found: Problem[] = [];
  const add = (path: string[], message: string, expected: string | null = null) =>
    found.push({ path, message, expected });
  if (!flat.attention && !flat.linear_attention) add(['attention'], say.attention);
  if (flat.full_attention_every && !(flat.attention && flat.linear_attention)) {
    add(['full_attention_every'], say.linear);
  }
  if (flat.sliding && flat.attention?.kind !== 'gqa') add(['sliding'], say.sliding);
  if (flat.attention?.kind === 'gqa' && flat.attention.heads % flat.attention.kv_heads !== 0) {
    add(['attention', 'kv_heads'], say.kvHeads(flat.attention.heads, flat.attention.kv_heads));
  }
  const expertKeys = [flat.experts, flat.top_k, flat.expert_ffn].filter(
    (value) => value !== undefined,
  ).length;
  if (expertKeys !== 0 && expertKeys !== 3) add([], say.experts);
  if (flat.experts && flat.top_k && flat.top_k > flat.experts) {
    add(['top_k'], say.topK(flat.top_k, flat.experts));
  }
  if (flat.first_dense > flat.layers) add(['first_dense'], say.firstDense(flat.first_dense, flat.layers));
  if (flat.pattern !== undefined) found.push(...patternProblems(flat, flat.pattern));
  else if (
    !flat.dense_ffn &&
    Array.from({ length: flat.layers }).some((_, layer) => !isMoeLayer(flat, layer))
  ) {
    add(['dense_ffn'], say.dense);
  }
  return found;
}

function patternProblems(flat: FlatModel, pattern: string): Problem[] {
  const say = words().catalog.headKeys;
  const path = ['pattern'];
  const needs: Readonly<
    Record<string, ['linear_attention' | 'attention' | 'experts' | 'dense_ffn', boolean]>
  > = {
    M: ['linear_attention', flat.linear_attention !== undefined],
    '*': ['attention', flat.attention !== undefined],
    E: ['experts', flat.experts !== undefined],
    '-': ['dense_ffn', flat.dense_ffn !== undefined],
  };
  const letters = [...new Set(pattern)];
  const stray = letters.find((letter) => !Object.hasOwn(needs, letter));
  if (stray !== undefined) return [{ path, message: say.patternLetter(stray), expected: say.patternLetters }];
  const found: Problem[] = letters
    .filter((letter) => !needs[letter][1])
    .map((letter) => ({ path, message: say.patternNeeds(letter, needs[letter][0]), expected: null }));
  if (pattern.length !== flat.layers) {
    found.push({ path, message: say.patternLength(pattern.length, flat.layers), expected: null });
  }
  return found;
}

/** Contradictions in a system. */
export function systemProblems(flat: FlatSystem): Problem[] {
  const say = words().catalog.headKeys;
  const found: Problem[] = [];
  const { domain, topology, bandwidth, link } = flat.scale_up;
  if (link !== null) {
    const path = ['scale_up', 'link'];
    const each = bandwidth / (domain - 1);
    if (topology !== 'mesh') {
      found.push({ path, message: say.linkOfMesh(topology), expected: null });
    } else if (Math.abs(link / each - 1) > LINK_TOLERANCE) {
      const message = say.meshLink(formatBandwidth(link), domain - 1, formatBandwidth(bandwidth));
      found.push({ path, message, expected: formatBandwidth(each) });
    }
  }
  if (domain % flat.chips_per_node !== 0 && flat.chips_per_node % domain !== 0) {
    found.push({
      path: ['scale_up', 'domain'],
      message: say.domain(domain, flat.chips_per_node),
      expected: null,
    });
  }
  return found;
}
