import type { PageWords } from '.';

export const plans: PageWords['plans'] = {
  lead: (cluster, plan, rate) => `在 ${cluster} 上最快的方案是 ${plan}，速度 ${rate}。`,
  runnerUp: (slower, part) => `次优方案慢 ${slower}，主要输在${part}。`,
  failsMore: (faster) => `次优方案每步快 ${faster}，但因故障损失更多时间。`,
  only: '没有其他方案放得下。',
  noPlan: (cluster, reason) => `在 ${cluster} 上没有方案放得下：${reason}。`,
  how: (space, evaluated, pruned, seconds) =>
    `空间中有 ${space} 个方案，评估 ${evaluated} 个，由已证明的界排除 ${pruned} 个，用时 ${seconds}。`,
  tableCaption: (cluster) => `${cluster} 上最好的方案，由优到劣；未列出的并行度为 1`,
  rank: '名次',
  rate: '每秒 token 数',
  slower: '慢',
  step: '一步',
  memory: '每芯片内存',
  best: '最佳',
  days: '整个训练',
  cost: '成本',
  aim: {
    label: '目标',
    objectives: {
      throughput: '吞吐量最高',
      time: '训练时间最短',
      cost: '成本最低，规模不限',
      chips: '期限内芯片最少',
    },
    deadline: '完成天数',
    any: '不限',
    margin: '留空的内存',
    time: (cluster, days, plan) => `在 ${cluster} 上最短的训练用 ${days}，方案为 ${plan}。`,
    cost: (cluster, chips, days, cost, plan) =>
      `在 ${cluster} 上最便宜的训练用 ${chips} 块芯片、${days}、${cost}，方案为 ${plan}。`,
    chips: (cluster, chips, days, cost, plan) =>
      `在 ${cluster} 上按期完成最少要 ${chips} 块芯片：${days}、${cost}，方案为 ${plan}。`,
  },
  front: {
    title: (cluster) => `在 ${cluster} 上，吞吐量要用多少内存来换？`,
    note: '没有别的方案既更快又更省内存。虚线是芯片的全部内存，其中一部分不可用。',
    front: '两方面都不被别的方案胜过的方案',
    top: '最好的方案',
    rate: '每秒 token 数',
    memory: '每芯片内存，GB',
    capacity: '可用的芯片内存',
    plan: '方案',
    rateHead: '每秒 token 数',
    memoryHead: '每芯片内存（字节）',
    single: (cluster) => `在 ${cluster} 上最快的方案也最省内存。`,
    sentence: (count, leanest, rate, share, fastest) =>
      `${count} 个方案在两者之间取舍：最省的每芯片用 ${leanest}，达到 ${rate}，为最快方案的 ${share}；最快的用 ${fastest}。`,
  },
  lost: {
    title: (cluster) => `在 ${cluster} 上，后面的方案输在哪里？`,
    axis: '每步比最佳方案多用的秒数',
    note: '按最佳方案的批大小。负的部分是占优之处；总和即输掉的时间。',
    plan: '方案',
  },
  megatron: 'Megatron-Core 的参数',
  copy: '复制',
  notes: '没有对应参数的部分：',
};

export const time: PageWords['time'] = {
  lead: (cluster, step, part, share) => `在 ${cluster} 上一步用 ${step}；最大的部分是${part}（${share}）。`,
  cluster: '集群',
  elasticity: {
    title: '增加每种资源、减少开销能换来什么？',
    axis: '增加 1 % 时加快 %',
    resource: '资源',
    kept: '资源增加 1 % 时加快的百分数，方案不变',
    again: '重新搜索方案',
    note: '柱：最佳方案不变，总和为 1。横记号：资源增加 5 % 后重新搜索方案；延迟与主机开销则为减少。',
    sentence: (cluster, what, percent, overhead) =>
      `${cluster}：${what}${overhead ? '减少' : '增加'} 10 %，一步约快 ${percent} %。`,
  },
  work: {
    title: '哪些工作用时最长？',
    axis: '每步秒数',
    work: '工作',
    uses: '占用',
    note: '最忙的 rank 的一步；被其他工作遮住的部分在这里全额计入。',
  },
};

export const memory: PageWords['memory'] = {
  fits: (cluster, used, usable, nominal, free, most, share) =>
    `在 ${cluster} 上，每芯片标称 ${nominal}，作业可用 ${usable}，最佳方案占用 ${used}（剩 ${free}）；最大的一部分是${most}，占 ${share}。`,
  lead: (each) => `每芯片作业可用的内存中，最佳方案占用：${each.join('，')}。`,
  fill: (used, usable, cluster) => `${cluster} 为 ${usable} 中的 ${used}`,
  noFit: (cluster, reason) => `${cluster}：${reason}。`,
  planHeading: '内存如何分摊',
  planText: '方案决定参数、梯度、优化器状态和激活如何分摊到各芯片。',
  cluster: '集群',
  plan: '方案',
  free: '剩余',
};

export const map: PageWords['map'] = {
  title: (cluster) => `${cluster} 受什么限制，在哪里转换？`,
  note: '每格都重新搜索最佳方案；字母和颜色为最主要的瓶颈资源。曲线连接速度相同的格子。星号为现值。',
  x: '横轴',
  y: '纵轴',
  now: '现值',
  limited: '主要瓶颈：',
  noFit: '模型放不下',
  letters: {
    flops: 'C',
    memory_bandwidth: 'M',
    scale_up_bandwidth: 'U',
    scale_out_bandwidth: 'O',
    latency_and_host: 'L',
  },
  share: (resource, percent) => `${percent} % 的组合为${resource}`,
  none: (percent) => `${percent} % 的组合模型放不下`,
  sentence: (cluster, shares) => `在 ${cluster} 上，瓶颈：${shares.join('，')}。`,
  star: (resource) => `按所问的配置（星号处），主要瓶颈是${resource}。`,
  turns: (x, y, each) => `沿${x}、按各个${y}，瓶颈${each.join('；')}。`,
  turn: (from, to, each) => `由${from}转为${to}：${each.join('，')}`,
  between: (low, high, at) => `${at} 时在 ${low} 与 ${high} 之间`,
  cell: (x, y) => `${x}，${y}`,
  islands: (cells) =>
    `个别格子与两旁不同（${cells.join('；')}）：那里最快的是另一个方案，或两种资源几乎相当。`,
};

export const editor: PageWords['editor'] = {
  heading: '场景的 YAML',
  show: 'YAML',
  hide: '隐藏 YAML',
  fine: '文本可用；表单与文本同步。',
  text: '文本',
  empty: '没有文本。页面仍显示最后一个能读的场景。',
  takeBack: '回到最后一份能读的文本',
  line: (line, column) => (column === null ? `第 ${line} 行` : `第 ${line} 行第 ${column} 列`),
  copy: '复制 YAML',
  download: '下载',
  open: '打开文件',
  command: '复制命令',
  hint: '按 Ctrl+空格 列出光标处可以写什么。也可以把场景文件拖放到页面任何位置。改动表单时注释会保留；文本无法读取时，改动表单从最后一次可读的文本开始。',
};

export const parity: PageWords['parity'] = {
  of: '被匹配的集群',
  by: '使之相等',
  vary: '改变',
  nothing: '不改变',
  kinds: {
    throughput: '每秒 token 数',
    deadline: '训练时间',
    cost: '训练成本',
    energy: '训练能耗',
  },
  deadline: '双方可用的时间',
  deadlineHint: '例如 90 days',
  needsTwo: '等效需要比较集群：请在表单中添加第二个。',
  open: '不限',
  ratio: {
    title: (of) => `多少芯片抵一块 ${of} 芯片？`,
    axis: '抵一块芯片的芯片数',
    simulated: '按整个训练，重新搜索方案',
    note: '柱：用自己的最佳方案做到同样结果的最小集群，附 80 % 区间；双方共同的不确定性相互抵消。记号：数据手册单项指标的比值。',
    conventions: {
      peak_ratio: 'BF16 峰值',
      peak_8bit_ratio: 'FP8 峰值',
      tpp_ratio: 'TPP',
      memory_bandwidth_ratio: '内存带宽',
      memory_ratio: '内存容量',
    },
  },
  curve: {
    title: (what) => `这随${what}如何变化？`,
    note: '每个点都重新搜索双方的方案；色带为 80 % 区间。',
  },
  table: {
    caption: '逐个集群的匹配',
    cluster: '集群',
    chips: '匹配所需芯片',
    perChip: '每块芯片',
    days: '天数，被匹配与匹配',
    cost: '成本之比',
    energy: '能耗之比',
    held: '主要瓶颈',
    plan: '匹配的方案',
  },
};
