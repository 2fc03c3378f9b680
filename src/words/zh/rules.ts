import { bestChip as bestChipInEnglish, ruleChange as ruleChangeInEnglish } from '../en/rule-change';
import { rules as rulesInEnglish } from '../en/rules';
import type { Messages } from '../messages';
import { outcomes } from './outcomes';

/** What reaches the page; the tables of the command line stay in English. */
export const rules: Messages['rules'] = {
  ...rulesInEnglish,
  outcome: outcomes,
  variable: {
    tpp: 'TPP',
    performance_density: '性能密度',
    die_area_mm2: '裸片面积',
    dram_gb_s: '内存带宽',
    io_gb_s: 'I/O 带宽',
    memory_gb: '内存',
    bf16_tflops: 'BF16 速率',
    fp8_tflops: 'FP8 速率',
    hbm_density_gb_s_mm2: '带宽密度',
    data_center: '用于数据中心',
    standalone_memory: '单独出售的内存',
  },
  missing: (chip, rule, figures, possible) =>
    `${chip}，${rule}：${possible.join('或')}；未公布，或其范围跨越阈值：${figures.join('、')}。`,
  none: '无',
};

export const ruleChange: Messages['ruleChange'] = {
  ...ruleChangeInEnglish,
  example: '一个 `study` 条目，例如 {kind: rule_change, caps: [{name: links, interconnect: 400 GB/s}]}',
  changed: {
    interconnect: (from, to) => `节点内链路（双向合计）：${from} 变为 ${to}`,
    scaleOut: (from, to) => `节点间：${from} 变为 ${to}`,
    domain: (from, to) => `节点内互联域：${from} 变为 ${to} 块芯片`,
    hbm: (bandwidth, bytes) => `较旧的内存：${bandwidth}，${bytes}`,
    memory: (bytes) => `内存：${bytes}`,
    memoryBandwidth: (bandwidth) => `内存带宽：${bandwidth}`,
    tpp: (rate) => `计算速率：BF16 ${rate}`,
    fp8: '没有 16 位以下的格式',
    chips: (from, to) => `${from.toLocaleString('en-US')} 变为 ${to.toLocaleString('en-US')} 块芯片`,
  },
  unreachable: '达不到',
  tooFew: (wanted, allowed) =>
    `原速率需要 ${wanted.toLocaleString('en-US')} 块这样的芯片，而上限只留下 ${allowed.toLocaleString('en-US')} 块`,
};

export const bestChip: Messages['bestChip'] = {
  ...bestChipInEnglish,
  example: '一个 `study` 条目，例如 {kind: best_chip, rules: [us-2025-04-letters]}',
  own: (name) => `${name}，现状`,
  free: '无规则时的最佳',
  legal: (rank) => `合规 ${rank}`,
  none: '在限度之内，规则没有留下任何芯片。',
  noRule: '无规则',
};
