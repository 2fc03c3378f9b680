import type { PageWords } from '.';
import { claims } from './zh-claims';
import { constants } from './zh-constants';
import { controls } from './zh-controls';
import { figures } from './zh-figures';
import { lessons } from './zh-lessons';
import { plotly } from './zh-plotly';
import { questions } from './zh-questions';
import { report } from './zh-report';
import { ruleTexts } from './zh-rule-texts';
import { caps, rules } from './zh-rules';
import { shell, start } from './zh-shell';
import { supply, uncertainty } from './zh-studies';
import { timeline } from './zh-timeline';
import { assumptions, validation } from './zh-trust';
import { views } from './zh-views';
import { editor, map, memory, parity, plans, time } from './zh-views-more';

const join = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('、')}和${items.at(-1)}`;

const answer: PageWords['answer'] = {
  heading: '回答',
  loading: '正在搜索每个集群上的最佳并行方案……',
  noQuestion: '这个混合专家模型能训练得多快？受什么限制？',
  interval: (low, high) => `${low} 至 ${high} 天（80 %）`,
  limitedBy: (held) => `主要瓶颈：${held}`,
  resource: {
    flops: '计算速率',
    memory_bandwidth: '内存带宽',
    scale_up_bandwidth: '节点内带宽',
    scale_out_bandwidth: '节点间带宽',
    latency_and_host: '延迟与主机开销',
  },
  stale: '这些数字对应最后一次有效的输入。',
  more: '关于这一回答的更多说明',
  updating: '正在计算……',
  mend: '请先改正上面标出的输入，之后才能作图。',
  progress: (done, total) => `正在计算…… ${done} / ${total}`,
  errorsHeading: '有输入无法使用',
  sentence: (text) => `${text}。`,
  colon: '：',
  quoted: (name) => `“${name}”`,
  expected: (what) => `应为：${what}。`,
  nearest: (what) => `是不是 ${what}？`,
  failure: (what) => `计算意外停止：${what}`,
  retry: '重试',
  perDay: 'token/s',
  doesNotFit: '放不下',
  reason: (text) => text,
  linkProblem: {
    tooLong: '链接过长，不可能来自本页。改为显示默认比较。',
    unknownVersion: '链接来自本页的更新版本。改为显示默认比较。',
    unreadable: '链接已损坏，无法读取。改为显示默认比较。',
  },
  dismiss: '关闭',
};

const page: PageWords['page'] = {
  title: 'moe-capacity',
  tagline: '混合专家模型的集群训练能力',
  skip: '跳到回答',
  copyLink: '复制链接',
  openWhole: (version) => `在 moe-capacity ${version} 中打开，查看输入与依据`,
  copied: '已复制',
  toDark: '深色主题',
  toLight: '浅色主题',
  footer: (version) => `moe-capacity ${version}，MIT 许可证。一切都在本浏览器中计算，不向任何地方发送数据。`,
};

/** No space stands after a full stop. */
const prose = (text: string): string => text.replaceAll(/([。；！？]) +/g, '$1');

export const zh: PageWords = {
  join,
  prose,
  questions,
  constants,
  ruleTexts,
  plotly,
  page,
  shell,
  start,
  views,
  answer,
  controls,
  figures,
  report,
  plans,
  time,
  timeline,
  memory,
  validation,
  assumptions,
  editor,
  map,
  lessons,
  parity,
  uncertainty,
  supply,
  rules,
  caps,
  claims,
};
