import type { PageWords } from '.';

export const views: PageWords['views'] = {
  start: {
    short: '开始',
    title: '您想知道什么？',
    about: '现成的问题；每个都打开成一张可以改动的图。',
  },
  compare: {
    short: '比较',
    title: '比较集群',
    about: '最多四个集群上的训练时间、成本，以及各自的瓶颈。',
  },
  plans: {
    short: '方案',
    title: '并行方案',
    about: '最佳方案并列，次优方案输在哪里，以及可填入 Megatron-Core 的参数。',
  },
  time: {
    short: '时间',
    title: '时间花在哪里',
    about: '一个训练步的各组成部分，以及增加每种资源的收益。',
  },
  timeline: {
    short: '时间线',
    title: '逐事件看一步',
    about: '每个流水线级在何时做什么：各趟计算、通信、气泡；并可存为 Perfetto 文件。',
  },
  memory: {
    short: '内存',
    title: '单芯片的内存',
    about: '最满的芯片的内存被什么占用，还剩多少。',
  },
  sweep: {
    short: '扫描',
    title: '改变一两个输入',
    about: '速度随专家数、带宽、芯片数或序列长度的变化，每个点都重新搜索方案。',
  },
  map: {
    short: '地图',
    title: '瓶颈地图',
    about: '同时改变两个输入：计算、内存、网络或延迟在何处成为瓶颈，又在何处转换。',
  },
  parity: {
    short: '等效',
    title: '集群的等效',
    about: '按速度、期限、成本或能耗，一个集群的多少芯片抵得上另一个集群的一块芯片。',
  },
  supply: {
    short: '供给',
    title: '芯片的供给',
    about: '历年的芯片存量与流量：能训练什么，从何时起，以及谁落后多少。',
  },
  claims: {
    short: '说法',
    title: '检验各种说法',
    about: '关于出口管制与混合专家的说法：每条附检验它的计算，以及什么会改变结论。',
  },
  uncertainty: {
    short: '不确定性',
    title: '答案有多确定',
    about: '对一切不确定的量抽样：结果的分布、什么左右答案，以及不确定性来自哪里。',
  },
  rules: {
    short: '规则',
    title: '出口规则',
    about: '每种芯片对每条有日期的规则，距各阈值多远，以及您自己的规则。',
  },
  caps: {
    short: '上限',
    title: '上限改变什么',
    about: '对芯片和集群的上限，或规则允许的最好芯片：训练速度还剩多少。',
  },
  validation: {
    short: '验证',
    title: '预测与实测',
    about: '数百次公开的训练，均附来源：估计在哪里成立，在哪里不成立。',
  },
  assumptions: {
    short: '假设',
    title: '假设',
    about: '每个常数的取值、依据和不确定度，均可改动；以及目录的来源。',
  },
  lessons: {
    short: '课程',
    title: '课程',
    about: '六节短课，每节一个滑块：带宽、气泡、内存、扩展、top-k、互联限制。',
  },
};
