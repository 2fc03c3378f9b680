import type { Attention, FeedForward, LatentAttention } from './types';

/** A weight matrix, `count` times: `inputs` × `outputs` parameters each, as many multiply-adds per token. */
interface Projection {
  name: string;
  inputs: number;
  outputs: number;
  count: number;
}

function projection(name: string, inputs: number, outputs: number, count = 1): Projection {
  return { name, inputs, outputs, count };
}

/** Parameters of the matrices, which is also their forward multiply-adds per token. */
export function matrixSize(projections: readonly Projection[]): number {
  return projections.reduce((sum, p) => sum + p.inputs * p.outputs * p.count, 0);
}

/** The weight matrices of a token mixer (biases left out; they are below 0.1 %). */
export function attentionProjections(attention: Attention, hidden: number): Projection[] {
  switch (attention.kind) {
    case 'gqa': {
      const { heads, kvHeads, headDim, valueDim } = attention;
      return [
        projection('query', hidden, heads * headDim),
        projection('key', hidden, kvHeads * headDim),
        projection('value', hidden, kvHeads * valueDim),
        ...(attention.outputGate ? [projection('gate', hidden, heads * valueDim)] : []),
        projection('output', heads * valueDim, hidden),
      ];
    }
    case 'mla':
      return [
        ...latentInput(attention, hidden),
        ...indexer(attention, hidden),
        ...latentOutput(attention, hidden),
      ];
    case 'gated-delta': {
      const keys = attention.keyHeads * attention.keyDim;
      const values = attention.valueHeads * attention.valueDim;
      return [
        projection('query-key-value-gate', hidden, 2 * keys + 2 * values),
        projection('decay-beta', hidden, 2 * attention.valueHeads),
        projection('output', values, hidden),
      ];
    }
    case 'mamba2': {
      const inner = attention.heads * attention.headDim;
      return [
        projection('input', hidden, 2 * inner + 2 * attention.groups * attention.stateDim + attention.heads),
        projection('output', inner, hidden),
      ];
    }
  }
}

function latentInput(a: LatentAttention, hidden: number): Projection[] {
  const queryDim = a.heads * (a.nopeDim + a.ropeDim);
  const query =
    a.queryRank > 0
      ? [projection('query-down', hidden, a.queryRank), projection('query-up', a.queryRank, queryDim)]
      : [projection('query', hidden, queryDim)];
  const keyValue =
    a.kvRank > 0
      ? [
          projection('key-value-down', hidden, a.kvRank + a.ropeDim),
          projection('key-value-up', a.kvRank, a.heads * (a.nopeDim + a.valueDim)),
        ]
      : [projection('key-value', hidden, a.nopeDim + a.ropeDim)];
  return [...query, ...keyValue];
}

/** Indexer of DeepSeek sparse attention: queries from the query latent, one shared key, a weight per head. */
function indexer(a: LatentAttention, hidden: number): Projection[] {
  if (!a.sparse) return [];
  const { indexHeads, indexDim } = a.sparse;
  return [
    projection('index-query', a.queryRank > 0 ? a.queryRank : hidden, indexHeads * indexDim),
    projection('index-key', hidden, indexDim),
    projection('index-weight', hidden, indexHeads),
  ];
}

function latentOutput(a: LatentAttention, hidden: number): Projection[] {
  const values = a.heads * a.valueDim;
  const gate = a.outputGate ? [projection('gate', hidden, values)] : [];
  if (!a.outputRank) return [...gate, projection('output', values, hidden)];
  const { rank, groups } = a.outputRank;
  return [
    ...gate,
    projection('output-down', values / groups, rank, groups),
    projection('output-up', rank * groups, hidden),
  ];
}

/** Weight matrices of a feed-forward block by where they live: one routed expert's, and what every token passes. */
export function feedForwardProjections(
  feedForward: FeedForward,
  hidden: number,
): { expert: Projection[]; common: Projection[]; router: Projection[] } {
  if (feedForward.kind === 'dense') {
    return {
      expert: [],
      common: mlp('dense', hidden, feedForward.intermediate, feedForward.gated),
      router: [],
    };
  }
  const { latentDim, sharedIntermediate, gated } = feedForward;
  const latent =
    latentDim === null
      ? []
      : [projection('latent-down', hidden, latentDim), projection('latent-up', latentDim, hidden)];
  const shared = sharedIntermediate > 0 ? mlp('shared', hidden, sharedIntermediate, gated) : [];
  return {
    expert: mlp('expert', latentDim ?? hidden, feedForward.intermediate, gated),
    common: [...latent, ...shared],
    router: [projection('router', hidden, feedForward.experts)],
  };
}

function mlp(name: string, hidden: number, intermediate: number, gated: boolean): Projection[] {
  return [
    projection(`${name}-up`, hidden, intermediate, gated ? 2 : 1),
    projection(`${name}-down`, intermediate, hidden),
  ];
}
