import { layerSplit, layoutShape, type Plan, planSetup, type Setup } from '../step';
import { words } from '../words';

/** What a plan means to Megatron-Core: arguments to copy, a line each, and what it has no argument for. */
interface MegatronFlags {
  flags: string[];
  notes: string[];
}

/** Parts of selective recomputation by their names in `--recompute-modules`. */
const MODULES: Readonly<Record<string, string>> = {
  norm: 'layernorm',
  act: 'moe_act',
  'mla-up': 'mla_up_proj',
  core: 'core_attn',
  moe: 'moe',
  mlp: 'mlp',
};

const FP8_RECIPES: Readonly<Record<string, string>> = {
  'fp8-tensor': 'tensorwise',
  'fp8-block': 'blockwise',
  mxfp8: 'mxfp8',
};

/** Layers of every stage in the notation of `--pipeline-model-parallel-layout`; null where the default split is meant. */
function layoutText(setup: Setup, plan: Plan): string | null {
  const { model } = setup;
  if (plan.pp === 1) return null;
  const split = layerSplit(model, plan.pp, plan.vpp, layoutShape(plan.schedule));
  if (model.mtpLayers === 0 && split.every((layers) => layers === split[0])) return null;
  const last = split.length - 1;
  return split
    .map((layers, chunk) => {
      const head = chunk === last ? `${'m'.repeat(model.mtpLayers)}L` : '';
      return `${chunk === 0 ? 'E' : ''}${layers > 0 ? `t*${layers}` : ''}${head ? `,${head}` : ''}`;
    })
    .join('|');
}

function parallelFlags(setup: Setup, plan: Plan, isMoe: boolean): string[] {
  const layout = layoutText(setup, plan);
  const stages = plan.vpp > 1 ? [`--num-virtual-stages-per-pipeline-rank ${plan.vpp}`] : [];
  return [
    `--tensor-model-parallel-size ${plan.tp}`,
    ...(plan.tp > 1 ? ['--sequence-parallel'] : []),
    `--pipeline-model-parallel-size ${plan.pp}`,
    ...(layout ? [`--pipeline-model-parallel-layout '${layout}'`] : stages),
    `--context-parallel-size ${plan.cp}`,
    ...(isMoe
      ? [`--expert-model-parallel-size ${plan.ep}`, `--expert-tensor-parallel-size ${plan.etp}`]
      : []),
  ];
}

function shardingFlags({ stack }: Setup, plan: Plan): string[] {
  const { switches } = stack;
  // Hybrid sharding: as many whole copies as shard groups.
  const groups = plan.zero === 3 && plan.shardGroup > 0 ? (plan.dp * plan.cp) / plan.shardGroup : 1;
  const strategy = plan.zero === 2 ? 'optim_grads' : 'optim_grads_params';
  return [
    ...(plan.zero === 1 ? ['--use-distributed-optimizer'] : []),
    ...(plan.zero >= 2 ? ['--use-megatron-fsdp', `--data-parallel-sharding-strategy ${strategy}`] : []),
    ...(groups > 1 ? [`--num-distributed-optimizer-instances ${groups}`] : []),
    ...(switches.gradReduceOverlap ? ['--overlap-grad-reduce'] : []),
    // Without a sharded optimizer no parameters are gathered; Megatron-Core refuses the flag.
    ...(switches.paramGatherOverlap && plan.zero > 0 ? ['--overlap-param-gather'] : []),
    ...(switches.tpOverlap && plan.tp > 1 ? ['--tp-comm-overlap'] : []),
    ...(switches.gradientBytes === 2 ? ['--grad-reduce-in-bf16'] : []),
  ];
}

function expertFlags({ stack }: Setup): string[] {
  const { switches } = stack;
  const { dispatcher } = switches;
  const flexible = dispatcher === 'deepep' || dispatcher === 'hybridep';
  return [
    `--moe-token-dispatcher-type ${flexible ? 'flex' : dispatcher}`,
    ...(flexible ? [`--moe-flex-dispatcher-backend ${dispatcher}`] : []),
    ...(switches.groupedGemm ? ['--moe-grouped-gemm'] : []),
    ...(switches.permuteFusion ? ['--moe-permute-fusion'] : []),
    ...(switches.epOverlap ? ['--overlap-moe-expert-parallel-comm'] : []),
  ];
}

function recomputeFlags({ recompute }: Plan, isMoe: boolean): string[] {
  if (recompute === 'none') return [];
  if (recompute === 'full')
    return ['--recompute-granularity full', '--recompute-method uniform', '--recompute-num-layers 1'];
  const modules = recompute
    .split('+')
    .filter((part) => isMoe || part !== 'act')
    .map((part) => MODULES[part]);
  if (modules.length === 0) return [];
  return ['--recompute-granularity selective', `--recompute-modules ${modules.join(' ')}`];
}

function precisionFlags({ training, stack }: Setup): string[] {
  const { precision } = training;
  if (precision === 'fp16') return ['--fp16'];
  if (precision === 'bf16') return ['--bf16'];
  const gather = stack.switches.fp8ParamGather ? ['--fp8-param-gather'] : [];
  if (precision === 'nvfp4') return ['--bf16', '--fp4-format e2m1', ...gather];
  const format = precision === 'fp8-tensor' ? 'hybrid' : 'e4m3';
  return ['--bf16', `--fp8-format ${format}`, `--fp8-recipe ${FP8_RECIPES[precision]}`, ...gather];
}

/** The plan as arguments of Megatron-Core's training script; `batchSequences` is the batch that the plan runs. */
export function megatronFlags(asked: Setup, plan: Plan, batchSequences: number): MegatronFlags {
  const setup = planSetup(asked, plan);
  const isMoe = setup.model.kinds.some((kind) => kind.feedForward?.kind === 'moe');
  const say = words().cli.search;
  const notes: string[] = [];
  if (plan.pp > 1 && plan.schedule !== '1f1b' && plan.schedule !== 'interleaved')
    notes.push(say.noSchedule(plan.schedule));
  if (!isMoe && plan.recompute.split('+').includes('act')) notes.push(say.noActivation);
  return {
    flags: [
      ...parallelFlags(setup, plan, isMoe),
      ...shardingFlags(setup, plan),
      `--micro-batch-size ${plan.microBatch}`,
      `--global-batch-size ${batchSequences}`,
      `--seq-length ${setup.training.sequence}`,
      ...recomputeFlags(plan, isMoe),
      ...precisionFlags(setup),
      ...(isMoe ? expertFlags(setup) : []),
    ],
    notes,
  };
}
