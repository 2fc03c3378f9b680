import { runAssumptionsInChinese } from '../../words';
import type { PageWords } from '.';

const subsets: Readonly<Record<string, string>> = {
  all: '全部',
  MoE: '混合专家',
  dense: '稠密',
  Ascend: '昇腾',
  'switches documented': '开关有记录',
  'switches not documented': '开关无记录',
  'MoE, switches documented': '混合专家，开关有记录',
  'MoE, switches not documented': '混合专家，开关无记录',
};

/** What a source counts as memory. */
const memoryDefinitions: Readonly<Record<string, string>> = {
  allocated: '已分配的张量',
  reserved: '分配器保留的',
  as_logged: '日志所记的',
};

export const validation: PageWords['validation'] = {
  lead: (p) =>
    `样本内（即常数拟合所用的 ${p.count} 次公开训练）预测速度的误差中位数为 ${p.median}，平均 ${p.mape}。对拟合未见过的训练，误差更大：把某个来源整个留在拟合之外，对它的平均误差为 ${p.leftOut}；对另外留出的 ${p.asideCount} 次训练，平均误差为 ${p.aside}。`,
  more: (p) =>
    `样本内九成的误差在 ${p.p90} 以内，最差 ${p.worst}；80 % 区间包含其中 ${p.coverage} 的实测值。若对每种芯片和数值格式采用一个固定的 MFU（由拟合所用的训练选出），平均误差为 ${p.rule}。`,
  unseen: '样本内，以及拟合未见过的训练',
  unseenNote:
    '下面的图表展示拟合所用的训练，因此也是样本内的。对您自己在已知软件上的训练，下面几行更有参考价值；换用新软件或新芯片，误差至少有这么大。横线表示该拟合不给出区间。',
  samples: {
    seen: '样本内：拟合所用的训练',
    leftOut: '同样的训练，其来源不参与拟合',
    aside: '另外留出、从未参与拟合的训练',
  },
  filterHeading: '哪些训练',
  chip: '芯片',
  group: '来源',
  framework: '软件',
  model: '模型',
  kind: '类别',
  all: '全部',
  moe: '混合专家',
  dense: '稠密',
  judged: '只看参与评判的训练',
  shown: (shown, all) => `显示 ${all} 次训练中的 ${shown} 次`,
  scatter: {
    title: '预测成立吗？',
    x: '实测（每芯片 token/s）',
    y: '预测（每芯片 token/s）',
    equal: '相等',
    note: '每个点是一次公开的训练；须线为 80 % 区间。点一下可看来源。参与评判的训练（实心）即拟合所用的训练，所示为样本内；其余的缺少某些信息，只能假定。',
  },
  residual: {
    title: '错在哪里？',
    axis: '预测 / 实测',
    by: '按',
    note: '箱体为中间一半的训练；点为各次训练，包括设置不全的训练。',
  },
  subsets: '各子集的准确度（样本内）',
  subsetsNote: '样本内，只含参与评判的训练。MAPE 为平均绝对百分误差。',
  memory: (definition) => `内存，${memoryDefinitions[definition] ?? definition}`,
  subset: (name) => subsets[name] ?? name.replace(/^source: /, '来源：'),
  rule: (name) => `固定 MFU，${subsets[name] ?? name}`,
  columns: {
    name: '子集',
    count: '训练数',
    mape: 'MAPE',
    median: '中位数',
    p90: '九成以内',
    worst: '最差',
    coverage: '80 % 区间覆盖',
  },
  table: {
    id: '训练',
    measured: '实测（每芯片 token/s）',
    predicted: '预测（每芯片 token/s）',
    error: '误差（%）',
    chips: '芯片数',
    precision: '精度',
    date: '日期',
  },
  point: {
    heading: '这次训练',
    measured: (value) => `实测每芯片 ${value} token/s`,
    foreseen: (value) => `预测每芯片 ${value} token/s`,
    predicted: (value, low, high) => `预测 ${value}（${low} 至 ${high}）`,
    error: (percent) => `误差 ${percent}`,
    source: '打开来源',
    noSource: '该来源没有自己的网址。',
    inside: '在区间内',
    outside: '在区间外',
    close: '关闭',
  },
};

export const assumptions: PageWords['assumptions'] = {
  lead: (count, changed) =>
    `估计背后有 ${count} 个常数，各有依据和不确定度${changed > 0 ? `；其中 ${changed} 个已改离软件栈的取值` : ''}。`,
  search: '搜索常数',
  constants: '常数',
  columns: { what: '含义', value: '取值', unit: '单位', sigma: '不确定度', evidence: '依据' },
  caption: (cluster, family, stack) =>
    `${cluster}：芯片系列 ${family}，软件 ${stack} 的常数。您填入的值对这个集群有效，并随链接传递。`,
  valueOf: (name) => `${name} 的取值`,
  plusMinus: (percent) => `± ${percent}`,
  prior: (value) => `拟合之前：${value}`,
  set: '在此设定',
  bySource: '由软件栈设定',
  revert: (name) => `恢复软件栈的取值：${name}`,
  all: '也用于其他集群',
  evidenceKeys:
    '[micro] 算子与集合通信的测量表；[fit] 在参与评判的实测上的正则化拟合；[judged] 判断，仅为先验。不确定度为对数正态的一个相对标准差。',
  none: '没有常数含有这些词。',
  run: {
    heading: '整个训练所依据的假设',
    caption: (cluster) =>
      `${cluster}：天数、成本和能耗以此为据，一步的时间不依赖它们。要改动，请在 YAML 的 run 中写出。`,
    range: '80 % 区间',
    names: runAssumptionsInChinese,
  },
  sources: {
    heading: '目录取值的来源',
    note: 'A：一手或实测；B：有信誉的分析；C：新闻或判断。',
    entry: '条目',
    fields: '取值',
    title: '来源',
    confidence: '可信度',
    all: '全部',
  },
};
