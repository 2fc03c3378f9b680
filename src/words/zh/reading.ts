import type { Messages } from '../messages';
import { ruleNames } from './rule-names';

export const reading: Messages['reading'] = {
  list: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('、')}和${items.at(-1)}`,
  between: (low, high) => `80 %：${low} 至 ${high}`,
  noneFits: '没有一个集群能训练它。',
  notFit: (cluster, reason) => `${cluster} 不能：${reason}。`,
  one: (cluster, model, rate, days, interval, cost) =>
    `${cluster} 以 ${rate} 训练 ${model}：${days}（${interval}），${cost}。`,
  fastest: (of, cluster, model, rate) => `${of} 个集群中 ${cluster} 最快，训练 ${model} 达 ${rate}。`,
  time: (cluster, days, interval, cost) => `${cluster} 需要 ${days}（${interval}），${cost}`,
  notSure: (first, second) => `${first} 与 ${second} 的 80 % 区间重叠，因此先后并不确定。`,
  perChip: (chip, chips, other, peak) =>
    `一块 ${chip} 抵得上 ${chips} 块 ${other}；仅按稠密 BF16 峰值则为 ${peak}。`,
  limits: (resource, clusters, more) => `${clusters} ${more ? '最' : ''}受限于${resource}`,
  extremes: (cheap, cost, frugal, energy) =>
    cheap === frugal
      ? `${cheap} 最便宜（${cost}），也最省电（${energy}）。`
      : `${cheap} 最便宜（${cost}）；${frugal} 最省电（${energy}）。`,
  goodputFloor: (clusters, floor) =>
    `${clusters} 上的故障过于频繁，几乎剩不下训练时间；这里假定有 ${floor} 的时间在训练，因为没有人会让这样的任务继续下去。`,
  curve: (cluster, from, to, before, after, change) =>
    `${cluster} 从 ${from} 时的 ${before} 变为 ${to} 时的 ${after}（${change}）`,
  change: (percent, up) => `${up ? '增加' : '减少'} ${percent}`,
  unchanged: '无变化',
  crossing: (cluster, at, before, after) => `在 ${cluster} 上，瓶颈于 ${at} 处由${before}转为${after}。`,
  peakAt: (cluster, at, rate) => `${cluster} 在 ${at} 处最快，达 ${rate}。`,
  best: (cluster, rate, days, place) => `${cluster} 在 ${place} 处最快，达 ${rate}，需 ${days}`,
  worst: (rate, days, place, ratio) => `在 ${place} 处最慢，为 ${rate}，需 ${days}：时间为 ${ratio} 倍`,
  matters: (input, factor, others) => `最重要的是${input}：在其取值之间，时间相差 ${factor} 倍${others}。`,
  others: (each) => `，相比之下${each.join('，')}`,
  input: (name, factor) => `${name}为 ${factor} 倍`,
  limitRows: (parts) => `瓶颈：${parts.join('、')}。`,
  inRows: (resource, rows) => `${rows} 行为${resource}`,
  notFitting: (rows, of) => `${of} 行中有 ${rows} 行放不下。`,
  cap: (cap, percent) => `${cap} 之下为 ${percent}`,
  caps: (cluster, before, parts) => `${cluster} 原有的 ${before} 中，剩下的是 ${parts}。`,
  capsRest: (count) => `其余 ${count} 项上限各损失不到 1 %。`,
  capsNothing: (clusters) => `没有一项上限使 ${clusters} 的吞吐量损失 1 %。`,
  capHardest: (cluster, cap, percent) => `上限对 ${cluster} 影响最大：“${cap}”之下剩余吞吐量的 ${percent}。`,
  capElsewhere: (parts) => `在其他集群上，最严的上限之下剩余 ${parts}。`,
  capOf: (cluster, cap, percent) => `${cluster} 的 ${percent}（“${cap}”）`,
  capNone: (cluster, caps) => `在 ${caps} 之下，${cluster} 不能训练该模型。`,
  unknown: '未知的部分',
  memoryOf: (rate) => `${rate} 的内存`,
  linksOf: (rate) => `${rate} 的节点内链路`,
  noLegalChip: (cluster) => `规则没有给 ${cluster} 留下任何芯片。`,
  legalChip: (cluster, chip, rate, most, own, tried) =>
    `对 ${cluster} 而言，${tried} 块合规芯片中最好的一块有 ${chip}，训练速率为 ${rate}：是无规则时最佳芯片的 ${most}，是该集群自身芯片的 ${own} 倍。`,
  figure: {
    bf16: '计算速率',
    memory: '内存容量',
    memory_bandwidth: '内存带宽',
    scale_up: '节点内链路',
    scale_out: '节点间链路',
  },
  ruleName: (name) => ruleNames[name] ?? name,
  ownRule: '本问题自定的禁令',
  boundBy: (rules) => `限制它的是${rules}。`,
  boundOf: (rule, figures) => `“${rule}”（${figures}）`,
  unbound: '没有规则限制它。',
  atLimit: (figures, more) => `它的${figures}取到所能制造的上限${more ? '，不受规则限制' : ''}。`,
  never: '届时仍未达到',
  target: (model, flop, time) => `所训练的是一次 ${flop} 的训练，与 ${model} 相同，用时 ${time}。`,
  stock: (path, year, chips, chips80, flop, runs, runs80) =>
    `到 ${year}，${path} 有 ${chips} 块芯片（${chips80}），其中用于训练的部分提供 ${flop}：每年 ${runs} 次这样的训练（${runs80}）。`,
  share: (percent, cluster) => `${percent} 来自 ${cluster}`,
  shares: (parts) => `其中 ${parts}。`,
  reached: (path, year, interval) => `${path} 从 ${year} 起能训练一次（${interval}）。`,
  notReached: (path, share) => `${path} 届时还不能训练一次（在 ${share} 的抽样中能）。`,
  lag: (second, first, years, behind, interval) =>
    `${second} 比 ${first} ${behind ? '晚' : '早'} ${years} 年（${interval}）。`,
  sameTime: (first, second) => `${first} 与 ${second} 同时达到。`,
  moreThan: (second, first, years) => `${second} 比 ${first} 晚 ${years} 年以上。`,
  noLag: (first, second) => `${second} 与 ${first} 相差多远无法断定：两者都没有达到。`,
  sure: (cluster, median, low, high, days, between) =>
    `${cluster} 的训练速率中位数为 ${median}，80 % 的样本在 ${low} 至 ${high} 之间，需要 ${days}（${between}）。`,
  sureRatio: (first, median, between) => `其速率是 ${first} 的 ${median} 倍（${between}）。`,
  doubt: (factor, share) => `其速率的不确定主要来自${factor}（占方差的 ${share}）。`,
  neverFits: (cluster) => `${cluster} 的样本中没有一个有放得下的方案。`,
  mapNothing: (cluster) => `在图上任何一处，${cluster} 都放不下。`,
  mapShare: (resource, share) => `图上 ${share} 为${resource}`,
  mapOf: (cluster, parts, border) => `${cluster} 的瓶颈：${parts}${border}。`,
  mapBorder: (one, other, place) => `；例如在 ${place} 处${one}与${other}相当`,
  noBound: '任何规模都不行',
  noParity: (cluster, of, reason) => `${cluster} 在任何规模下都抵不上 ${of}：${reason}。`,
  parityBy: { throughput: '吞吐', deadline: '按期完成', cost: '成本', energy: '能耗' },
  parity: (chips, cluster, of, matched, by, interval) =>
    `按${by}，${cluster} 的 ${chips} 块芯片相当于 ${matched} 的 ${of} 块${interval && `（${interval}）`}。`,
  convention: (ratio, peak, more) => `即一块抵 ${ratio} 块，${more ? '多' : '少'}于按峰值计算的 ${peak}。`,
  costs: (percent, more, interval) => `其训练成本${more ? '高' : '低'} ${percent}（比值，${interval}）。`,
  parityCurve: (cluster, least, at, most, there) =>
    `在曲线上，从 ${at} 处一块抵 ${least} 块 ${cluster} 到 ${there} 处抵 ${most} 块。`,
  derived: (name, cluster, low, high) =>
    low === high
      ? `${cluster} 的 ${name} 始终为 ${low}。`
      : `${cluster} 的 ${name} 在 ${low} 至 ${high} 之间。`,
};
