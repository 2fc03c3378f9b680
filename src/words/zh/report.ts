import type { Messages } from '../messages';

export const report: Messages['report'] = {
  language: 'zh',
  title: '检验关于出口管制与混合专家训练的各种说法',
  made: (version, date) => `由 moe-capacity ${version} ${date === null ? '' : `于 ${date} `}生成，命令：`,
  about:
    '每条说法由声明的计算检验。各部分都满足则成立；部分满足或区间跨过界限则有条件成立；无一满足则不成立。每个数字都附来源，或重新得出它的命令。区间为预测速率的 80 % 区间，或各来源的范围。说法的原文和条件为英文。',
  changed: '本报告改动了的假设：',
  unchanged: '所有假设均为目录的取值。',
  links: (page) =>
    `“在页面中”在程序的页面里打开一个数字及其计算所用的一切${page === './' ? '；请把本文件放在页面的 index.html 旁边，或用 --page 加页面地址生成' : ''}。`,
  inPage: '在页面中',
  link: '查看',
  lines: (lines) => `文章第 ${lines.join('、')} 行`,
  from: '由此生成：',
  figure: '数值与界限',
  cite: '引用',
  citation: (version, date) => `moe-capacity ${version}，说法检验报告${date === null ? '' : `，${date}`}。`,
  wrote: (claims, file) => `${file} 中有 ${claims} 条说法`,
  notWritten: (file) => `没有写入 ${file}`,
  bound: (value, kind, bound) => {
    const signs: Readonly<Record<string, string>> = { above: '>', below: '<', at_least: '≥', at_most: '≤' };
    return `${value}，界限 ${signs[kind] ?? kind} ${bound}`;
  },
  elasticity: {
    title: '吞吐量对所有互联和对 FLOP/s 的弹性，按专家数和芯片速度',
    across: '芯片 FLOP/s 相对自身的倍数',
    experts: (count) => `${count} 个专家`,
    speed: (factor) => `× ${factor}`,
    none: '放不下',
    legend: '每格：所有互联 / FLOP/s 增加 1 % 时吞吐量增加的百分数。橙色：互联更要紧；蓝色：FLOP/s 更要紧。',
  },
};
