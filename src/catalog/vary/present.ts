import { resolveConstants } from '../../step';
import { hasExperts } from '../expand-model';
import { runAssumptions } from '../overrides';
import type { PreparedCluster } from '../prepare';
import { toSystem } from '../resolve';
import { VARIED_CONSTANTS } from '../schema/varied';
import { toStack } from '../stack';
import { batchSequences, DEFAULT_SEQUENCE } from '../training';

/**
 * What the input is for a cluster of the scenario as written, in SI; NaN where nothing is set, null where this model
 * or cluster has no such input.
 */
export function presentValue(cluster: PreparedCluster, key: string): number | null {
  const { model, system } = cluster;
  const { flat, chip } = system;
  const sequence = cluster.training.sequence ?? model.flat.training_sequence ?? DEFAULT_SEQUENCE;
  const run = () => runAssumptions(toSystem(system), cluster.run);
  switch (key) {
    case 'experts':
    case 'top_k':
    case 'expert_ffn':
      return hasExperts(model.flat) ? (model.flat[key] ?? null) : null;
    case 'max_nodes':
      return hasExperts(model.flat) ? (model.flat.max_nodes ?? Number.NaN) : null;
    case 'layers':
      return model.flat.pattern ? null : model.flat.layers;
    case 'hidden':
      return model.flat.hidden;
    case 'chips':
      return cluster.flat.chips;
    case 'tokens':
      return cluster.training.tokens ?? model.flat.training_tokens ?? Number.NaN;
    case 'sequence':
      return sequence;
    case 'global_batch': {
      const batch = batchSequences(cluster.training.global_batch, sequence);
      return batch.ok ? batch.value : null;
    }
    case 'scale_up_bandwidth':
      return flat.scale_up.bandwidth;
    case 'scale_out_bandwidth':
      return flat.scale_out.bandwidth;
    case 'oversubscription':
      return flat.scale_out.oversubscription;
    case 'domain':
      return flat.scale_up.domain;
    case 'power_per_chip':
      return flat.power_per_chip;
    case 'memory_bandwidth':
    case 'memory':
    case 'bf16':
      return chip.flat[key];
    case 'failures_per_1000_node_days':
      return run().failuresPer1000NodeDays;
    case 'restart':
      return run().restartSeconds;
    case 'checkpoint_blocking':
      return run().checkpointBlockingSeconds;
    case 'other_loss':
      return run().otherLossShare;
    case 'power_draw':
      return run().powerDrawShare;
    case 'pue':
      return run().pue;
    case 'usd_per_chip_hour':
      return run().usdPerChipHour;
    case 'tp':
    case 'pp':
    case 'ep':
    case 'cp':
    case 'micro_batch':
      return Number.NaN;
    default:
      return constant(cluster, key);
  }
}

function constant({ system, stack }: PreparedCluster, key: string): number | null {
  const name = VARIED_CONSTANTS.find((known) => known === key);
  if (name === undefined) return null;
  return resolveConstants(system.chip.flat.family, toStack(stack).constants)[name];
}
