import type { Case, FlatStudy } from '../../catalog';
import { type Chip, chipProcessingPerformance, type System } from '../../hardware';
import { isLowPrecision, type Setup } from '../../step';
import { formatBandwidth, formatBytes, formatFlops } from '../../units';
import { words } from '../../words';

type Cap = Extract<FlatStudy, { kind: 'rule_change' }>['caps'][number];

/** Best rate and capacity of one stack of a kind (scenarios/partial-chips: vendor speed grades). GB/s, GB. */
const STACKS: Readonly<Record<string, { bandwidth: number; capacity: number; rank: number }>> = {
  hbm2: { bandwidth: 307, capacity: 8, rank: 0 },
  hbm2e: { bandwidth: 460, capacity: 16, rank: 1 },
  hbm3: { bandwidth: 819, capacity: 24, rank: 2 },
  hbm3e: { bandwidth: 1229, capacity: 36, rank: 3 },
  hbm4: { bandwidth: 2048, capacity: 48, rank: 4 },
};

const GIGA = 1e9;

/** The cluster as a cap leaves it, and in words what that changed. A figure below the cap stays. */
export function applyCap(item: Case, cap: Cap): { item: Case; changed: string[] } {
  const say = words().ruleChange.changed;
  const changed: string[] = [];
  const { setup } = item;
  const { system } = setup.cluster;
  let chip: Chip = system.chip;
  const { scaleUp, scaleOut } = system;
  let next: System = system;
  let { training } = setup;

  if (cap.interconnect !== undefined && 2 * scaleUp.bandwidth > cap.interconnect) {
    const bandwidth = cap.interconnect / 2;
    next = { ...next, scaleUp: { ...scaleUp, bandwidth } as System['scaleUp'] };
    changed.push(say.interconnect(formatBandwidth(2 * scaleUp.bandwidth), formatBandwidth(cap.interconnect)));
  }
  if (cap.scale_out !== undefined && scaleOut.bandwidth > cap.scale_out) {
    next = { ...next, scaleOut: { ...scaleOut, bandwidth: cap.scale_out } as System['scaleOut'] };
    changed.push(say.scaleOut(formatBandwidth(scaleOut.bandwidth), formatBandwidth(cap.scale_out)));
  }
  if (cap.domain !== undefined && scaleUp.domainChips > cap.domain) {
    const chipsPerNode = Math.min(system.chipsPerNode, cap.domain);
    next = { ...next, chipsPerNode, scaleUp: { ...next.scaleUp, domainChips: cap.domain } };
    changed.push(say.domain(scaleUp.domainChips, cap.domain));
  }
  const old = chip.memoryKind === null ? undefined : STACKS[chip.memoryKind];
  const best = cap.hbm === undefined ? undefined : STACKS[cap.hbm];
  if (old && best && old.rank > best.rank) {
    const memoryBandwidth = (chip.memoryBandwidth * best.bandwidth) / old.bandwidth;
    const stacks = Math.ceil(chip.memoryBandwidth / (old.bandwidth * GIGA));
    const memoryBytes = Math.min(chip.memoryBytes, stacks * best.capacity * GIGA);
    chip = { ...chip, memoryBandwidth, memoryBytes } as Chip;
    changed.push(say.hbm(formatBandwidth(memoryBandwidth), formatBytes(memoryBytes)));
  }
  if (cap.memory_share !== undefined && cap.memory_share < 1) {
    chip = { ...chip, memoryBytes: chip.memoryBytes * cap.memory_share } as Chip;
    changed.push(say.memory(formatBytes(chip.memoryBytes)));
  }
  if (cap.memory_bandwidth !== undefined && chip.memoryBandwidth > cap.memory_bandwidth) {
    chip = { ...chip, memoryBandwidth: cap.memory_bandwidth } as Chip;
    changed.push(say.memoryBandwidth(formatBandwidth(cap.memory_bandwidth)));
  }
  const tpp = chipProcessingPerformance(chip);
  if (cap.tpp !== undefined && tpp > cap.tpp) {
    const factor = cap.tpp / tpp;
    const { bf16, fp8, fp4 } = chip.peakFlops;
    chip = {
      ...chip,
      tdpWatts: chip.tdpWatts * factor,
      peakFlops: { bf16: bf16 * factor, fp8: fp8 && fp8 * factor, fp4: fp4 && fp4 * factor },
    } as Chip;
    changed.push(say.tpp(formatFlops(chip.peakFlops.bf16)));
  }
  if (cap.fp8 === false && (chip.peakFlops.fp8 !== null || chip.peakFlops.fp4 !== null)) {
    chip = { ...chip, peakFlops: { ...chip.peakFlops, fp8: null, fp4: null } };
    if (isLowPrecision(training.precision)) training = { ...training, precision: 'bf16' };
    changed.push(say.fp8);
  }
  const chips = Math.min(setup.cluster.chips, cap.chips ?? setup.cluster.chips);
  if (chips < setup.cluster.chips) changed.push(say.chips(setup.cluster.chips, chips));
  const made: Setup = {
    ...setup,
    training,
    cluster: { ...setup.cluster, chips, system: { ...next, chip } },
  };
  return { item: { ...item, setup: made }, changed };
}
