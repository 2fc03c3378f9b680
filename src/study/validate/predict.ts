import type { Model } from '../../model';
import { clusterRanks, estimateStep, type Plan, type Routing, type Setup } from '../../step';
import { architectureOf } from './architecture';
import { clusterOf } from './cluster';
import { planOf } from './plan';
import { isPretraining, type MeasuredPoint, switchText } from './point';
import { precisionOf, stackOf } from './stack';

interface PointSetup {
  setup: Setup;
  plan: Plan;
}

function routingOf(point: MeasuredPoint): Routing {
  const text = (point.routing ?? '').toLowerCase();
  if (/aux-loss-free|real training/.test(text)) return 'aux-free';
  // AutoModel's "fake balanced gate" and TorchTitan's forced balance give token i the experts from k·i on, in turn.
  if (/fake balanced/.test(text)) return 'round-robin';
  if (/force-balanced/.test(text) && /^TorchTitan/.test(point.framework)) return 'round-robin';
  if (/force-balanced|token-drop/.test(text)) return 'balanced';
  if (/real|natural/.test(text))
    return /aux_loss|load-balancing/.test(switchText(point)) ? 'aux-loss' : 'untrained';
  return 'balanced';
}

function capacityOf(point: MeasuredPoint): number | null {
  if (point.recipe) return point.recipe.moe_expert_capacity_factor ?? null;
  const printed = /capacity factor ([\d.]+)/.exec(point.routing ?? '')?.[1];
  if (printed) return Number(printed);
  return /token-drop/.test(point.routing ?? '') ? 1 : null;
}

function optimizerOf(point: MeasuredPoint, model: Model): Setup['training']['optimizer'] {
  if (point.recipe?.optimizer?.includes('muon')) return 'muon';
  if (point.recipe)
    return point.recipe.optimizer_state_dtypes?.exp_avg_dtype === 'bfloat16' ? 'adam-bf16-moments' : 'adam';
  // Loads its models in BF16 and keeps Adam's states in the same.
  if (/AutoModel/i.test(point.framework)) return 'adam-bf16';
  const latent = model.kinds.some(({ attention }) => attention?.kind === 'mla');
  return latent && BF16_MOMENTS.test(point.framework) ? 'adam-bf16-moments' : 'adam';
}

/** DeepSeek's own trainer, and NVIDIA's recipes of models with latent attention after it, keep Adam's moments in BF16. */
const BF16_MOMENTS = /HAI-LLM|DualPipe|Megatron-(?:Bridge|Core)|^NeMo/;

/** Chip, network, model, plan and stack of a point, from its own fields alone; or the reason why not. */
export function pointSetup(point: MeasuredPoint): PointSetup | string {
  if (!point.seq) return 'sequence length not published';
  if (!point.gbs) return 'global batch not published';
  const model = architectureOf(point);
  if (typeof model === 'string') return model;
  const cluster = clusterOf(point);
  if (typeof cluster === 'string') return cluster;
  const stack = stackOf(point, cluster.system.chip);
  const fp8 = cluster.system.chip.family === 'blackwell' ? 'mxfp8' : 'fp8-tensor';
  const setup: Setup = {
    model,
    cluster,
    stack,
    training: {
      tokens: 1e12,
      sequence: point.seq,
      globalBatch: point.gbs,
      precision: precisionOf(point, fp8),
      optimizer: optimizerOf(point, model),
      routing: routingOf(point),
      capacityFactor: capacityOf(point),
    },
  };
  const plan = planOf(point, model, clusterRanks(setup));
  if (typeof plan === 'string') return plan;
  const choices = /AutoModel/.test(point.framework) ? WHOLE_BLOCKS : RECOMPUTATIONS;
  if (point.recipe || point.recompute) return { setup, plan: possiblePlan(setup, plan, point, choices) };
  return { setup, plan: withFittingRecompute(setup, plan, choices) };
}

const RECOMPUTATIONS = ['none', 'act', 'norm+act+mla-up', 'norm+act+mla-up+moe', 'full'];
/** AutoModel's checkpointing wraps whole blocks (its moe/parallelizer.py, `apply_ac`). */
const WHOLE_BLOCKS = ['none', 'full'];

/** Bytes that a plan needs over those of a rank. */
function memoryShare(setup: Setup, plan: Plan): number {
  const { chip } = setup.cluster.system;
  return estimateStep(setup, plan).memory.total / (chip.memoryBytes / chip.dies);
}

/** Where the source is silent on recomputation, the least of it that fits in memory was in use. */
function withFittingRecompute(setup: Setup, plan: Plan, choices: readonly string[]): Plan {
  for (const recompute of choices) {
    const tried = { ...plan, recompute };
    if (memoryShare(setup, tried) <= 1) return tried;
  }
  return plan;
}

/** Far beyond what the memory model misses by: a plan that needs so much of a chip's memory did not run as printed. */
const IMPOSSIBLE = 1.5;

/**
 * The printed plan, unless it cannot have run: one that does not fit where the release's recipe names another degree
 * that does, and one without recomputation that needs far more memory than there is. Offloaded activations, and what a
 * fine-tuning trains of a model, excuse both.
 */
function possiblePlan(setup: Setup, plan: Plan, point: MeasuredPoint, choices: readonly string[]): Plan {
  if (point.recipe?.cpu_offloading_num_layers || !isPretraining(point)) return plan;
  const share = memoryShare(setup, plan);
  if (share <= 1) return plan;
  const recipes = planOf(asInRecipe(point), setup.model, clusterRanks(setup));
  if (typeof recipes !== 'string' && memoryShare(setup, recipes) <= 1) return recipes;
  if (share <= IMPOSSIBLE || plan.recompute !== 'none') return plan;
  const fitting = withFittingRecompute(setup, plan, choices);
  return fitting.recompute === 'none' ? { ...plan, recompute: 'full' } : fitting;
}

/** The point with its recipe's degrees where table and recipe disagree. */
function asInRecipe(point: MeasuredPoint): MeasuredPoint {
  const degrees = ['tp', 'pp', 'vpp', 'ep', 'cp', 'mbs'] as const;
  const changed: Partial<MeasuredPoint> = {};
  for (const degree of degrees) {
    const values = point.recipe?.mismatches?.[degree];
    if (Array.isArray(values) && typeof values[1] === 'number') changed[degree] = values[1];
  }
  return { ...point, ...changed };
}
