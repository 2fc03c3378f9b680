import { outcomes } from './outcomes';

/** Words about export rules: what a rule means for a chip, and the command's tables. */
export const rules = {
  outcome: outcomes,
  variable: {
    tpp: 'TPP',
    performance_density: 'performance density',
    die_area_mm2: 'die area',
    dram_gb_s: 'memory bandwidth',
    io_gb_s: 'I/O bandwidth',
    memory_gb: 'memory',
    bf16_tflops: 'BF16 rate',
    fp8_tflops: 'FP8 rate',
    hbm_density_gb_s_mm2: 'bandwidth density',
    data_center: 'for data centres',
    standalone_memory: 'memory sold by itself',
  } as Readonly<Record<string, string>>,
  title:
    'Each chip under each rule, and by how many per cent of a threshold the deciding figure lies inside (+) or short (−)',
  head: {
    chip: 'chip',
    tpp: 'TPP',
    density: 'TPP/mm²',
    memory: 'memory GB/s',
    io: 'I/O GB/s',
    rule: 'rule',
    date: 'from',
    until: 'until',
    column: 'column',
    status: 'today',
    frontier: 'best chips that could be sold without a licence, by date',
  },
  between: (low: string, high: string): string => (low === high ? low : `${low}–${high}`),
  open: (low: string): string => `≥ ${low}`,
  asIf: '* no US export: what the rule would say if it were.',
  missing: (chip: string, rule: string, figures: readonly string[], possible: readonly string[]): string =>
    `${chip}, ${rule}: ${possible.join(' or ')}; not published, or in a range that crosses a threshold: ${figures.join(', ')}.`,
  none: 'none',
  rulesTitle: 'The rules',
  unknownTitle: 'What is unknown, and why',
};
