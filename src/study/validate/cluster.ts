import { catalogIds, catalogSystem } from '../../catalog';
import type { Cluster, System } from '../../hardware';
import type { MeasuredPoint } from './point';

/** Published chip names → the catalog system that carries them. */
const SYSTEMS: Record<string, string> = {
  A100: 'dgx-a100',
  A800: 'dgx-a800',
  H100: 'dgx-h100',
  'H100-96GB-HBM2e': 'meta-grand-teton-h100-96gb',
  H200: 'dgx-h200',
  H800: 'dgx-h800',
  H20: 'hgx-h20',
  B200: 'dgx-b200',
  B300: 'dgx-b300',
  GB200: 'gb200-nvl72',
  GB300: 'gb300-nvl72',
  'Ascend 910B': 'atlas-800t-a2',
  'Ascend (unspecified)': 'atlas-800t-a2',
  'Ascend 910C': 'cloudmatrix-384',
  MI355X: 'mi355x-platform',
  MI300X: 'mi300x-platform',
  MI325X: 'mi325x-platform',
  'TPU v5p': 'tpu-v5p-pod',
  'TPU v6e': 'tpu-v6e-pod',
  'TPU v7': 'tpu-v7-pod',
  Trainium2: 'trn2-ultraserver',
  'Ascend 950DT': 'atlas-950-superpod-8192',
  VR200: 'vr-nvl72',
};

/** The cluster of a point, or why it is unknown. */
export function clusterOf(point: MeasuredPoint): Cluster | string {
  const id =
    point.hardware_chip === 'A100' && /40 ?GB/.test(point.hardware)
      ? 'dgx-a100-40'
      : SYSTEMS[point.hardware_chip];
  const system = id && catalogIds('systems').includes(id) ? catalogSystem(id) : null;
  if (!system) return `no catalog system for ${point.hardware_chip}`;
  if (!(point.n_chips > 0)) return 'number of chips not published';
  return { name: point.id, system: asPublished(system, point), chips: point.n_chips };
}

/** Scale-out bytes/s of one chip where the point prints a rate for each chip, or NICs × rate for each node. */
function publishedScaleOut(point: MeasuredPoint, chipsPerNode: number): number | null {
  const text = point.network ?? '';
  const each = /(\d+) ?Gb(?:ps|\/s)[^,;]* per (?:GPU|NPU|chip)/i.exec(text);
  if (each) return Number(each[1]) * 1.25e8;
  const nics = /(\d+) ?x ?(\d+) ?Gb(?:ps|\/s)[^,;]* per node/i.exec(text);
  return nics ? (Number(nics[1]) * Number(nics[2]) * 1.25e8) / chipsPerNode : null;
}

/** Node width, scale-up domain and network as the point states them. */
function asPublished(system: System, point: MeasuredPoint): System {
  const chipsPerNode = point.chips_per_node ?? system.chipsPerNode;
  const bandwidth = publishedScaleOut(point, chipsPerNode) ?? system.scaleOut.bandwidth;
  const domainChips = point.scaleup_domain ?? system.scaleUp.domainChips;
  return {
    ...system,
    chipsPerNode,
    scaleOut: { ...system.scaleOut, bandwidth },
    scaleUp: { ...system.scaleUp, domainChips },
  };
}
