import type { Bytes, BytesPerSecond, FlopPerSecond, Watts } from '../units';

/** Kernel-rate family: chips of one family share efficiency constants. */
export const CHIP_FAMILIES = ['ampere', 'hopper', 'blackwell', 'ascend', 'other'] as const;
export type ChipFamily = (typeof CHIP_FAMILIES)[number];

/** Number formats in which every small block of values has its own scale. */
export const MICROSCALED_FORMATS = ['mxfp8', 'nvfp4'] as const;
type MicroscaledFormat = (typeof MICROSCALED_FORMATS)[number];

/** One package. Rates are dense and of the whole package; `dies` are the ranks that software sees. */
export interface Chip {
  id: string;
  name: string;
  vendor: string;
  family: ChipFamily;
  /** Ranks per package that a framework sees (Ascend 910C: 2). Memory, FLOP/s and links divide evenly. */
  dies: number;
  /** Dense peak per number format; null = not supported. */
  peakFlops: { bf16: FlopPerSecond; fp8: FlopPerSecond | null; fp4: FlopPerSecond | null };
  /** Those that the matrix units multiply themselves, at the peak of their width. */
  microscaled: readonly MicroscaledFormat[];
  memoryBytes: Bytes;
  memoryBandwidth: BytesPerSecond;
  /** Kind of memory, such as hbm3; null = not told. */
  memoryKind: string | null;
  tdpWatts: Watts;
  /** Streaming multiprocessors or cube cores per package, for communication kernels that hold some; null = unknown. */
  cores: number | null;
  /** Purchase price of the accelerator, US dollars; null = not published. */
  priceUsd: { low: number; central: number; high: number } | null;
  /** Rental price, US dollars per chip-hour; null = not published. */
  rentUsdPerHour: { low: number; central: number; high: number } | null;
}

/** Processors that drive the chips; 'other' are x86 servers and all that nothing tells apart from them. */
type HostCpu = 'grace' | 'other';

type ScaleUpTopology = 'switched' | 'mesh' | 'torus';

/** Chip, node, scale-up domain and scale-out network. Bandwidths are per chip and per direction. */
export interface System {
  id: string;
  name: string;
  chip: Chip;
  chipsPerNode: number;
  scaleUp: {
    topology: ScaleUpTopology;
    /** Chips that share the scale-up fabric. */
    domainChips: number;
    /** To all peers of the domain together. */
    bandwidth: BytesPerSecond;
  };
  scaleOut: {
    bandwidth: BytesPerSecond;
    /** Above the leaf: 1 = none. */
    oversubscription: number;
    kind: 'infiniband' | 'roce' | 'ethernet' | 'other';
  };
  /** Host processor: launches from slower cores take longer. */
  hostCpu: HostCpu;
  /** All-in server power at full load per chip (server, switches), watts. */
  serverWattsPerChip: Watts;
  /** Of a server beyond its accelerators, and of the scale-out network, per chip; null: the usual shares of the chip's. */
  serverPriceUsd: { low: number; central: number; high: number } | null;
  networkPriceUsd: { low: number; central: number; high: number } | null;
  /** How well figures are known: chip and stack measured > chip measured > datasheet only. */
  evidence: 'measured' | 'partial' | 'datasheet';
}

export interface Cluster {
  name: string;
  system: System;
  chips: number;
}
