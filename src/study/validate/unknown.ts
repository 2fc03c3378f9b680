import { estimateStep, isLowPrecision, type Plan, type Setup, type Switches } from '../../step';
import { rootSumOfSquares, steadyLog } from '../../units';
import { type MeasuredPoint, switchText } from './point';

/** A setting that a source may leave open, the words that would settle it, and what else it could have been. */
interface OpenSetting {
  settledBy: RegExp;
  applies?: (setup: Setup, plan: Plan) => boolean;
  other: (setup: Setup, plan: Plan) => { setup?: Setup; plan?: Plan };
}

const isMoe = ({ model }: Setup) => model.kinds.some((kind) => kind.feedForward?.kind === 'moe');

function withSwitches(setup: Setup, switches: Partial<Switches>): { setup: Setup } {
  return {
    setup: { ...setup, stack: { ...setup.stack, switches: { ...setup.stack.switches, ...switches } } },
  };
}

const OPEN_SETTINGS: readonly OpenSetting[] = [
  {
    settledBy: /deepep|hybridep|alltoall|a2a|allgather|dispatcher/,
    applies: (setup, plan) => isMoe(setup) && plan.ep > 1,
    other: (setup) =>
      withSwitches(setup, {
        dispatcher: setup.stack.switches.dispatcher === 'alltoall' ? 'deepep' : 'alltoall',
      }),
  },
  {
    settledBy: /permute/,
    applies: isMoe,
    other: (setup) => withSwitches(setup, { permuteFusion: !setup.stack.switches.permuteFusion }),
  },
  {
    settledBy: /graph/,
    applies: isMoe,
    other: (setup) =>
      withSwitches(setup, { cudaGraphs: setup.stack.switches.cudaGraphs === 'none' ? 'scoped' : 'none' }),
  },
  {
    settledBy: /vanilla tp|mc2|userbuffer|all overlap/,
    applies: (_, plan) => plan.tp > 1,
    other: (setup) => withSwitches(setup, { tpOverlap: !setup.stack.switches.tpOverlap }),
  },
  {
    settledBy: /overlap-grad|all overlap|zero .*overlap/,
    applies: (_, plan) => plan.dp > 1 && plan.zero < 3,
    other: (setup) => {
      const on = !setup.stack.switches.gradReduceOverlap;
      return withSwitches(setup, { gradReduceOverlap: on, paramGatherOverlap: on });
    },
  },
  {
    settledBy: /sdpa|flexattn|fa2|fa3|flash/,
    applies: ({ cluster }) => ['hopper', 'blackwell'].includes(cluster.system.chip.family),
    other: (setup) => withSwitches(setup, { fa2Attention: !setup.stack.switches.fa2Attention }),
  },
  {
    settledBy: /interleav|vpp|1f1b/,
    applies: (_, plan) => plan.pp > 1,
    other: (setup, plan) => {
      const layers = setup.model.layerKinds.length;
      return plan.vpp > 1
        ? { plan: { ...plan, vpp: 1, schedule: '1f1b' } }
        : { plan: { ...plan, vpp: Math.max(2, Math.floor(layers / plan.pp)), schedule: 'interleaved' } };
    },
  },
];

/** Which of the linear layers run in low precision: PyTorch's converters leave out those that would not gain. */
const LOW_PRECISION_SHARE: OpenSetting = {
  settledBy: /all linear layers/,
  applies: ({ training, stack }) => isLowPrecision(training.precision) && stack.zeroStages.includes(3),
  other: (setup) => ({ setup: { ...setup, training: { ...setup.training, precision: 'bf16' } } }),
};

/** Real routing is known by its class alone: the balanced rate is as far away as a twofold excess. */
const REAL_ROUTING: OpenSetting = {
  settledBy: /$^/,
  applies: ({ training }) => training.routing === 'untrained' || training.routing === 'aux-loss',
  other: (setup) => ({ setup: { ...setup, training: { ...setup.training, routing: 'balanced' } } }),
};

const RECOMPUTE: OpenSetting = {
  settledBy: /recompute/,
  other: (_, plan) => ({ plan: { ...plan, recompute: plan.recompute === 'full' ? 'none' : 'full' } }),
};

const NETWORK: OpenSetting = {
  settledBy: /$^/,
  applies: ({ cluster }) => cluster.chips > cluster.system.scaleUp.domainChips,
  other: (setup) => {
    const { system } = setup.cluster;
    const scaleOut = { ...system.scaleOut, bandwidth: system.scaleOut.bandwidth / 2 };
    return { setup: { ...setup, cluster: { ...setup.cluster, system: { ...system, scaleOut } } } };
  },
};

function openSettings(point: MeasuredPoint): OpenSetting[] {
  if (point.recipe) return [REAL_ROUTING];
  const text = switchText(point);
  const open = OPEN_SETTINGS.filter(({ settledBy }) => !settledBy.test(text));
  open.push(REAL_ROUTING, LOW_PRECISION_SHARE);
  if (!point.recompute) open.push(RECOMPUTE);
  if (!/\d ?Gb/i.test(point.network ?? '')) open.push(NETWORK);
  return open;
}

/**
 * Spread of ln(throughput) over what the source leaves open: half the distance to the other value of each setting,
 * taken as independent.
 */
export function unknownSwitchSpread(point: MeasuredPoint, setup: Setup, plan: Plan): number {
  const base = estimateStep(setup, plan).tokensPerSecond;
  const shifts = openSettings(point)
    .filter(({ applies }) => !applies || applies(setup, plan))
    .map(({ other }) => {
      const changed = other(setup, plan);
      const rate = estimateStep(changed.setup ?? setup, changed.plan ?? plan).tokensPerSecond;
      return rate > 0 && Number.isFinite(rate) ? steadyLog(rate / base) / 2 : 0;
    });
  return rootSumOfSquares(...shifts);
}
