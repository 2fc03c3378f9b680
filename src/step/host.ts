import type { Builder } from './builder';
import type { Constants } from './constants';

type HostBlock = 'attention' | 'latent' | 'mixer' | 'dense' | 'moe';

/** Share of a block's eager host time that is left under the stack's CUDA (or CANN) graphs. */
function graphShare(x: Builder, block: HostBlock): number {
  const c = x.rates.constants;
  switch (x.setup.stack.switches.cudaGraphs) {
    case 'full':
      return c.graph_full;
    case 'scoped':
      return block === 'moe' ? c.graph_scoped_moe : c.graph_scoped_attention;
    case 'router':
      return block === 'moe' ? c.graph_router_moe : 1;
    default:
      return 1;
  }
}

function eagerSeconds(c: Constants, block: HostBlock): number {
  switch (block) {
    case 'attention':
      return c.host_attention;
    case 'latent':
      return c.host_attention * c.host_latent;
    case 'mixer':
      return c.host_mixer;
    case 'dense':
      return c.host_dense;
    default:
      return c.host_moe;
  }
}

/** Forward's share of a block's launches. */
const FORWARD_LAUNCHES = 0.33;

/** Host seconds to launch one block forward and backward; full recompute launches its forward once more. */
export function hostSeconds(x: Builder, block: HostBlock): number {
  const c = x.rates.constants;
  const eager = eagerSeconds(c, block);
  const tp = x.plan.tp > 1 ? c.host_tp : 1;
  const low = x.rates.lowPrecision ? c.host_fp8 : 1;
  const { setup } = x;
  const cpu = setup.cluster.system.hostCpu === 'grace' ? c.host_grace : 1;
  const dynamic = block === 'moe' && setup.training.routing === 'untrained' ? c.host_dynamic : 1;
  const pieces = setup.stack.switches.epOverlap ? c.host_overlap : 1;
  return (
    eager *
    tp *
    low *
    cpu *
    dynamic *
    pieces *
    graphShare(x, block) *
    (1 + FORWARD_LAUNCHES * x.plan.recompute.full)
  );
}
