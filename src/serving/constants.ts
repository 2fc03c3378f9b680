/** Constants of serving, each with its evidence. Plain numbers, seconds, bytes. */

/** Share of a chip's memory bandwidth that decode kernels reach: 0.75–0.9 in published kernels (FlashMLA 3.0 of 3.35 TB/s on H800). */
export const MEMORY_EFFICIENCY = 0.8;

/** Share of the dense peak that decoding's thin matrix products reach; 0.4–0.6 (DeepGEMM at M of 64 to 128). */
export const COMPUTE_EFFICIENCY = 0.5;

/** One small all-reduce over a scale-up domain: 6–8 µs with custom kernels, 12 with NCCL on eight Hopper chips. */
export const EXCHANGE_SECONDS = 10e-6;

/** What is left of kernel launches per layer in a captured graph. */
export const LAUNCH_SECONDS_PER_LAYER = 5e-6;

/**
 * Share of the link rate that exchanges reach; 0.75–0.95. All-reduce inside a domain 0.76–0.97 (NCCL on H100 and GB200),
 * DeepEP's low-latency kernels over InfiniBand 0.78–0.92 on 64 to 256 H800; ports of them to Ethernet adapters of AWS
 * 0.3–0.5 (`scenarios/measured/microbench.json`). Over that spread decoding on four nodes moves by −3 to +6 %.
 */
export const LINK_EFFICIENCY = 0.8;

/** Activations, graphs and the runtime: 2–5 GB a chip in vLLM and SGLang. */
export const BUFFER_BYTES_PER_CHIP = 3e9;

/** Expert exchange of a token and one expert: dispatched in FP8, combined in BF16 (DeepEP). Bytes per channel. */
export const EXPERT_EXCHANGE_BYTES = 3;

/** Share of the capacity that servers let weights and cache take (`gpu_memory_utilization`, `mem_fraction_static`). */
export const USABLE_SHARE = 0.9;

/** Indexer keys of sparse attention are kept in FP8 whatever the cache is. */
export const INDEX_BYTES = 1;

/** Served systems against this bound: DeepSeek's published 14.8k tokens/s on eight H800 is 0.5–0.7 of it. */
export const SERVED_SHARE: [number, number] = [0.4, 1];
