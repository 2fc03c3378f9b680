import type { Messages } from '../messages';
import { ruleNames } from './rule-names';

export const reading: Messages['reading'] = {
  list: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('、')}和${items.at(-1)}`,
  between: (low, high) => `80 %：${low} 至 ${high}`,
  noneFits: '没有一个集群能训练它。',
  notFit: (cluster, reason) => `${cluster} 放不下：${reason}。`,
  run: (model, tokens) => `用 ${tokens} 训练 ${model}`,
  any: { run: '各自的训练', model: '各自的模型' },
  onCluster: (value, interval, cluster) => `${cluster} 为 ${value}${interval && `（${interval}）`}`,
  andCost: (value, interval, cost) => `${value}（${interval}）、${cost}`,
  answer: {
    time: (run, each) => `${run}，所需时间：${each}。`,
    throughput: (run, each) => `${run} 的训练速率：${each}。`,
    per_chip: (run, each) => `${run} 的训练速率：${each}。`,
    mfu: (run, each) => `${run} 用到全部芯片稠密 BF16 峰值的比例：${each}。`,
    cost: (run, each) => `${run}，成本：${each}。`,
    energy: (run, each) => `${run}，能耗：${each}。`,
  },
  eachChip: (rate) => `每块芯片 ${rate}`,
  noun: { time: '时间', throughput: '速率', mfu: '峰值利用率', cost: '成本', energy: '能耗' },
  against: (reference, noun, each) => `与 ${reference} 相比，${noun}：${each}。`,
  timesOn: (times, interval, cluster) => `${cluster} 为 ${times} 倍（${interval}）`,
  forOneChip: (chip, each) => `一块 ${chip} 抵得上 ${each}。`,
  chipsOf: (chips, chip, interval, peak) => `${chips} 块 ${chip}（${interval}；按稠密 BF16 峰值为 ${peak}）`,
  chipOf: (cluster) => `${cluster} 的芯片`,
  open: (clusters) => `${clusters} 的比值区间包含 1，因此孰多孰少并不确定。`,
  differ: (fields, groups) => `各集群的训练并不相同（${fields.join('、')}）：${groups.join('；')}。`,
  work: {
    model: '模型',
    experts: '专家数',
    top_k: '每个 token 的专家数',
    tokens: 'token 数',
    sequence: '序列长度',
    global_batch_sequences: '全局批量',
    precision: '数字格式',
  },
  noExperts: '无',
  within: (time, parts) => `在 ${time} 之内：${parts.join('；')}。`,
  inTime: {
    sure: (clusters) => `${clusters} 即使在 80 % 区间的长端也能完成`,
    likely: (clusters) => `${clusters} 按中心估计能完成，在长端则不能`,
    unlikely: (clusters) => `${clusters} 只在区间的短端能完成`,
    late: (clusters) => `${clusters} 不能完成`,
  },
  rate: (cluster, rate) => `${cluster} 的训练速率为 ${rate}。`,
  fastestRate: (cluster, rate) => `${cluster} 的速率最高，达 ${rate}。`,
  idle: (each) => `最佳方案闲置了${each}；成本、能耗和 MFU 都把它们计算在内。`,
  idleOf: (idle, chips, cluster) => `${cluster} ${chips} 块芯片中的 ${idle} 块`,
  days: (each) => `训练所需时间：${each}。`,
  limits: (resource, clusters, more) => `${clusters} ${more ? '最' : ''}受限于${resource}`,
  extremes: (cheap, cost, frugal, energy) =>
    cheap === frugal
      ? `${cheap} 最便宜（${cost}），也最省电（${energy}）。`
      : `${cheap} 最便宜（${cost}）；${frugal} 最省电（${energy}）。`,
  goodputFloor: (clusters, floor) =>
    `${clusters} 上的故障过于频繁，几乎剩不下训练时间；这里假定有 ${floor} 的时间在训练，因为没有人会让这样的任务继续下去。`,
  sureTo: (value, interval) => `${value}（${interval}）`,
  steps: (cluster, base, each) => `在 ${cluster} 上，速率与 ${base} 相比：${each.join('，')}。`,
  at: (rate, days, place) => `${place} 时的 ${rate}、${days} `,
  stepTo: (change, place) => `${place} 时${change}`,
  timeChange: (change) => `时间${change}`,
  bestOf: (input, each) => `各取最佳的 ${input} 时：${each.join('，')}。`,
  halves: (cluster, at) => `${cluster} 的速率约在 ${at} 处减半。`,
  shareDoubt: '各点的不确定性大多相同，因此它们的比值比各自的区间更可靠。',
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
  limitRows: (cluster, parts) => `${cluster} 的瓶颈：${parts.join('、')}。`,
  limitThroughout: (cluster, resource) => `${cluster} 的瓶颈始终是${resource}。`,
  limitAt: (resource, places) => `${places} 处为${resource}`,
  inRows: (resource, rows) => `${rows} 行为${resource}`,
  repeated: (column, steps) => `${column} 只取整数：区间中有 ${steps} 步与其他步取值相同，每个值只出现一次。`,
  undefinedCells: (column, rows, of) =>
    `在放得下的 ${of} 行中，有 ${rows} 行的 ${column} 不是有限的数，对应的格为空。`,
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
  legalAgainst: (model, percent) => `对于 ${model}，规则之下剩余无规则时最佳芯片的 ${percent}。`,
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
  reachedAtOnce: (path, year) => `${path} 从期初（${year}）起就能训练一次，80 % 区间的两端都如此。`,
  delivers: (second, first, times, interval) =>
    `期末 ${second} 提供的算力是 ${first} 的 ${times} 倍（${interval}）。`,
  notReached: (path, share) => `${path} 届时还不能训练一次（在 ${share} 的抽样中能）。`,
  lag: (second, first, years, behind, interval) =>
    `${second} 比 ${first} ${behind ? '晚' : '早'} ${years} 年（${interval}）。`,
  sameTime: (first, second) => `${first} 与 ${second} 同时达到。`,
  moreThan: (second, first, years) => `${second} 比 ${first} 晚 ${years} 年以上。`,
  noLag: (first, second) => `${second} 与 ${first} 相差多远无法断定：两者都没有达到。`,
  sure: (cluster, median, low, high, days, between) =>
    `${cluster} 的训练速率中位数为 ${median}，80 % 的样本在 ${low} 至 ${high} 之间，需要 ${days}（${between}）。`,
  sureRatio: (first, median, between) => `其速率是 ${first} 的 ${median} 倍（${between}）。`,
  doubt: {
    rate: (factor, share) => `其速率的不确定最大的一部分来自${factor}（占方差的 ${share}）。`,
    days: (factor, share) => `其天数的不确定最大的一部分来自${factor}（${share}）。`,
  },
  neverFits: (cluster) => `${cluster} 的样本中没有一个有放得下的方案。`,
  mapNothing: (cluster) => `在图上任何一处，${cluster} 都放不下。`,
  mapShare: (resource, share) => `图上 ${share} 为${resource}`,
  mapOf: (cluster, parts) => `总体上，${cluster} 的瓶颈：${parts}。`,
  mapTurn: (cluster, along, from, to, each) =>
    `在 ${cluster} 上，沿 ${along}，瓶颈由${from}转为${to}：${each.join('，')}。`,
  mapBetween: (low, high, at) => `${at} 时在 ${low} 与 ${high} 之间`,
  mapAt: (x, y) => `${x}、${y}`,
  mapIslands: (cells, plans) =>
    plans
      ? `个别格子与两旁不同（${cells.join('；')}）：那里最快的是另一个方案，瓶颈也就不同。`
      : `个别格子与两旁不同（${cells.join('；')}）：那里最快的是另一个方案，或两种资源几乎相当。`,
  noBound: '任何规模都不行',
  noParity: (cluster, of, reason) => `${cluster} 在任何规模下都抵不上 ${of}：${reason}。`,
  parityBy: { throughput: '吞吐', deadline: '按期完成', cost: '成本', energy: '能耗' },
  parity: (chips, cluster, of, matched, by, interval) =>
    `按${by}，${cluster} 的 ${chips} 块芯片相当于 ${matched} 的 ${of} 块${interval && `（${interval}）`}。`,
  convention: {
    more: (ratio, peak) => `即一块抵 ${ratio} 块，多于按峰值计算的 ${peak}。`,
    fewer: (ratio, peak) => `即一块抵 ${ratio} 块，少于按峰值计算的 ${peak}。`,
    same: (ratio) => `即一块抵 ${ratio} 块，与按峰值计算的相同。`,
  },
  parityDeadline: (time, cluster, chips, interval) =>
    `要在 ${time} 内完成，${cluster} 需要 ${chips} 块芯片${interval && `（${interval}）`}。`,
  memoryFloor: (cluster) => `更小的 ${cluster} 集群装不下该模型：决定这个数量的是内存，而不是速度。`,
  costs: (there, here, percent, more, interval) =>
    `其训练成本为 ${there}，对方为 ${here}，${more ? '高' : '低'} ${percent}（比值，${interval}）。`,
  sameCost: (there) => `两者的训练成本相同，为 ${there}。`,
  parityCurve: (cluster, least, at, most, there) =>
    `在曲线上，从 ${at} 处一块抵 ${least} 块 ${cluster} 到 ${there} 处抵 ${most} 块。`,
  derived: (name, cluster, low, lowAt, high, highAt) =>
    low === high
      ? `${cluster} 的 ${name} 始终为 ${low}。`
      : `${cluster} 的 ${name} 在 ${lowAt} 时为 ${low}，在 ${highAt} 时为 ${high}。`,
};
