import { digits } from '../digits';
import type { Messages } from '../messages';
import { timeline } from './timeline';

export const study: Messages['study'] = {
  noCluster: (name) => `没有名为 ${name} 的集群`,
  oneOf: (names) => `以下之一：${names.join('、')}`,
  variesNothing: '场景没有改变任何输入',
  varyExample: '一个 `vary` 条目，例如 experts: [64, 128, 256]',
  points: {
    notJson: (why) => `不是 JSON：${why}`,
    jsonFile: 'JSON 文件 {"points": […]}',
    noList: '没有测量点的列表',
    list: '{"points": […]}',
    noId: (index) => `第 ${index} 个点没有 id`,
    withId: '带有 id 和 scenarios/measured/points.json 各字段的对象',
  },
  kernels: {
    file: 'tests/device/measure.py 的输出文件',
    noChip: (id) => `目录中没有芯片 ${JSON.stringify(id)}`,
    chipId: 'scenarios/chips 中某个文件的 id',
  },
  search: {
    noDeadline: '求期限内最少的芯片数需要给出期限',
    deadline: '整个训练的时间，例如 --deadline "90 days"',
    noSize: (chips, seconds) =>
      seconds === null
        ? `不超过 ${digits(chips)} 块芯片时，没有方案放得进内存`
        : `不超过 ${digits(chips)} 块芯片时，没有方案能在 ${Math.round(seconds / 8640) / 10} 天内完成：需要更多时间、更大的批或更多芯片`,
  },
  timeline,
  notThisKind: (kind) => `场景没有提出 ${kind} 类的问题`,
  stage: (name, reason) => `其阶段“${name}”：${reason}`,
  givenInScenario: '由场景给出',
  ratedPower: (system) => `服务器的额定功率，见 ${system} 条目；范围为判断`,
  rentOf: (titles) => `租金：${titles.join('；')}`,
  capitalOf: (titles, unknown) =>
    `按五年自有计，含服务器、网络与电费（Epoch AI 的份额）；${
      unknown ? '芯片价格未知，为判断' : `芯片：${titles.join('；')}`
    }`,
  supply: {
    example: '一个 `study` 条目，例如 {kind: supply, from: 2025, to: 2028, paths: […]}',
    order: '核算的终点早于起点',
    later: (year) => `晚于 ${year} 的年份`,
  },
  uncertainty: {
    example: '一个 `study` 条目，例如 {kind: uncertainty, inputs: {scale_out_bandwidth: 300 to 500 Gbit/s}}',
  },
  bottlenecks: {
    example: '一个 `study` 条目，例如 {kind: bottleneck_map}，并在 `vary` 中给出两个输入',
    notTwo: '瓶颈图需要两个输入，各有两个或更多的数',
    two: '两个输入，以范围或数的列表给出，不用抽样',
  },
  parity: {
    example: '一个 `study` 条目，例如 {kind: parity, by: throughput}',
    oneCluster: '只有一个集群，没有可以比较的对象',
    twoClusters: '两个或更多集群',
    noDeadline: '缺少 "deadline"：每个集群可用的时间',
    nothingFits: (cluster, why) => `${cluster} 在任何规模下都没有方案：${why}`,
    outOfReach: {
      throughput: (cluster, chips, share) =>
        `${cluster} 在任何规模下都达不到：${chips} 块芯片达到该速率的 ${(share * 100).toFixed(0)} %，在此批大小下再增加也无益`,
      deadline: (cluster, chips, times) =>
        `${cluster} 在任何规模下都不能按期完成：${chips} 块芯片用时为其 ${times.toFixed(2)} 倍，在此批大小下再增加也无益`,
      cost: (cluster, chips, times) =>
        `${cluster} 在任何规模下都没有这么便宜：${chips} 块芯片的成本为其 ${times.toFixed(2)} 倍，其他规模更高`,
      energy: (cluster, chips, times) =>
        `${cluster} 在任何规模下都没有这么省电：${chips} 块芯片的能耗为其 ${times.toFixed(2)} 倍，其他规模更高`,
    },
  },
};
