/** An architecture, expanded so that every layer names its kind. Dimensions are counts; no units. */
export interface Model {
  id: string;
  name: string;
  hidden: number;
  vocab: number;
  tiedEmbeddings: boolean;
  /** The distinct layer kinds; a layer is an index into this list. */
  kinds: LayerKind[];
  /** Kind of each transformer layer, in order; its length is the number of layers (MTP not counted). */
  layerKinds: number[];
  /** Multi-token-prediction modules, each one more layer of kind `mtpKind` plus a 2h×h projection and a head pass. */
  mtpLayers: number;
  mtpKind: number;
  /** Parameters of a vision tower and projector, replicated in the first stage; 0 for text-only models. */
  visionParameters: number;
  /** Copies of the residual stream (hyper-connections); 1 = the usual single one. */
  residualStreams: number;
  /** As published; null where it is not. */
  published: { totalParameters: number | null; activeParameters: number | null; note: string };
}

export interface LayerKind {
  /** Null where the block has no token mixer (hybrids that alternate single blocks). */
  attention: Attention | null;
  feedForward: FeedForward | null;
  /** Mixer and feed-forward read the same normed input and add to one residual (GPT-J, PaLM): one norm, one exchange. */
  parallel?: boolean;
}

export type Attention = GroupedQueryAttention | LatentAttention | GatedDeltaNet | Mamba2;

/** GQA; MHA has kvHeads = heads. */
export interface GroupedQueryAttention {
  kind: 'gqa';
  heads: number;
  kvHeads: number;
  /** Query/key dimension of a head. */
  headDim: number;
  valueDim: number;
  /** Tokens seen by a query at most (sliding window or chunk); null = full causal. */
  window: number | null;
  /** A gate on the attention's output: one more h → heads·valueDim projection. */
  outputGate: boolean;
}

/** MLA: low-rank query and key/value projections. */
export interface LatentAttention {
  kind: 'mla';
  heads: number;
  /** 0 = the query is projected directly. */
  queryRank: number;
  /** 0 = one key/value head of nopeDim + ropeDim channels shared by all queries, no up-projection (DeepSeek-V4). */
  kvRank: number;
  nopeDim: number;
  ropeDim: number;
  valueDim: number;
  outputGate: boolean;
  /** DeepSeek sparse attention: a light indexer picks `topK` positions for each query. */
  sparse: { indexHeads: number; indexDim: number; topK: number } | null;
  /** Low-rank output projection in groups (DeepSeek-V4); null = full heads·valueDim → hidden. */
  outputRank: { rank: number; groups: number } | null;
  /** Mean visible context is divided by this (compressed sparse attention); 1 = no compression. */
  contextCompression: number;
  /** Latest positions that each query sees uncompressed beside that; 0 = none. */
  localWindow: number;
}

export interface GatedDeltaNet {
  kind: 'gated-delta';
  keyHeads: number;
  valueHeads: number;
  keyDim: number;
  valueDim: number;
  convKernel: number;
}

export interface Mamba2 {
  kind: 'mamba2';
  heads: number;
  headDim: number;
  stateDim: number;
  groups: number;
  convKernel: number;
}

export type FeedForward = DenseFeedForward | MoeFeedForward;

export interface DenseFeedForward {
  kind: 'dense';
  /** Intermediate size. */
  intermediate: number;
  /** Gated (SwiGLU: three matrices) or plain (two). */
  gated: boolean;
}

export interface MoeFeedForward {
  kind: 'moe';
  experts: number;
  topK: number;
  /** Intermediate size of one routed expert. */
  intermediate: number;
  /** Intermediate size of all shared experts together; 0 = none. */
  sharedIntermediate: number;
  gated: boolean;
  /** Routed experts work on this many channels instead of `hidden` (latent MoE); null = hidden. */
  latentDim: number | null;
  /** Node-limited routing: a token goes to at most this many nodes; null = unlimited. */
  maxNodes: number | null;
  /** Expert bias and clamped activation (GPT-OSS): more vector work and memory traffic. */
  clampedActivation: boolean;
}
