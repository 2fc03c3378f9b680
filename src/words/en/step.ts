import { gigabytes, gigabytesApart } from '../gigabytes';

/** Words about one training step and the plans for it. */
export const step = {
  tooLarge: (bytes: number, usable: number): string =>
    `needs ${gigabytes(bytes, 1)} GB a rank of ${gigabytes(usable, 1)} GB usable`,
  noPlan: 'no parallel plan divides this cluster, batch and model under the given limits',
  leanest: (plan: string, recompute: string, bytes: number, usable: number): string => {
    const [needed, of] = gigabytesApart(bytes, usable);
    return `even the leanest plan (${plan}, recompute ${recompute}) needs ${needed} GB a chip of ${of} GB usable`;
  },
  larger: (needs: string): string => `${needs}; more chips or more memory a chip would make it fit`,
  pinned: (needs: string, freed: string): string => `${needs}; ${freed}`,
  work: {
    linear: 'linear layers',
    experts: 'routed experts (grouped GEMM)',
    attention: 'attention core',
    vector: 'memory-bound kernels',
    recompute: 'recomputation',
    tp: 'tensor-parallel collectives',
    cp: 'context-parallel exchange',
    ep: 'expert all-to-all',
    etp: 'expert tensor-parallel collectives',
    sends: 'pipeline sends, exposed',
    reduce: 'gradient reduction',
    gather: 'parameter gathering',
    optimizer: 'optimizer update',
    fixed: 'fixed cost of a step',
  },
};
