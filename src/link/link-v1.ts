import type { PageState } from './link';

/**
 * What links of version 1 are told apart from. Frozen once published: a change here would give old links another
 * meaning; a new default page gets a new version.
 */
export const base: PageState = {
  metric: 'tokens',
  scenario: {
    question:
      'Could GLM-5 have been trained on 100,000 Ascend 910B, and what would other clusters have taken?',
    model: 'glm-5',
    training: { tokens: '28.5T', sequence: 4096, global_batch: '7680 sequences' },
    clusters: [
      {
        name: '100k Ascend 910B',
        system: 'atlas-800t-a2',
        chips: 100000,
        stack: 'mindspeed-2025',
        training: { precision: 'bf16' },
      },
      {
        name: '12k Ascend 910C',
        system: 'cloudmatrix-384',
        chips: 12288,
        stack: 'mindspeed-2025',
        training: { precision: 'bf16' },
      },
      {
        name: '2k H800',
        system: 'dgx-h800',
        chips: 2048,
        stack: 'deepseek-2024',
        training: { precision: 'fp8' },
      },
      {
        name: '16k H100',
        system: 'dgx-h100',
        chips: 16384,
        stack: 'megatron-2025',
        training: { precision: 'fp8' },
      },
    ],
    plan: 'auto',
  },
};

/** Preset dictionary of the deflate codec: what differences are likely to hold, the likeliest last. Frozen too. */
export const dictionary =
  '{"failures_per_1000_node_days":[],"checkpoint_blocking":["restart":["power_draw":["pue":["usd_per_chip_hour":[' +
  '"optimizer":["adam","adam-bf16-moments","muon","routing":["balanced","aux-free","aux-loss","untrained",' +
  '"memory_bandwidth":["memory":["domain":["tp":"pp":"vpp":"ep":"etp":"cp":"dp":"micro_batch":"recompute":"zero":' +
  '"constants":{"switches":{"megatron-2025","mindspeed-2025","deepseek-2025","training":{"precision":["bf16"]}' +
  '"fp8-tensor"]"fp8-block"]"mxfp8"]"nvfp4"]"fp8"]"tokens":["T"]"sequence":[4096]"global_batch":[" sequences"]' +
  '"vary":["from":"to":"steps":"scale":"log","linear"]{"scenario":{"question":["model":[{"base":"deepseek-v3",' +
  '"qwen3-235b-a22b","kimi-k2","glm-5","expert_ffn":"layers":"experts":256,"top_k":8}],"clusters":{"length":[3],' +
  '"2":[{"name":"Cluster 3","system":{"base":"dgx-h100","chip":{"base":"h100","bf16":" TFLOP/s"},"scale_up":' +
  '{"bandwidth":" GB/s"},"scale_out":{"bandwidth":" Gbit/s"}}]"0":{"1":{"chips":[16384],"system":["stack":[' +
  '"metric":["mfu"],"days"],"cost"],"tokens"]{"scenario":{"model":[{"base":"glm-5","experts":512}]}}';
