import { digits } from '../digits';
import type { Messages } from '../messages';

export const pins: Messages['pins'] = {
  what: {
    heads: '个注意力头',
    experts: '个专家',
    ffn: '个专家通道（expert_ffn）',
    sequence: '个序列 token',
    ranks: '个集群 rank',
    domain: '个节点内互联域 rank',
  },
  notDivide: (pin, whole, what) => `${pin} 不能整除 ${digits(whole)} ${what}`,
  noExperts: (pin, model) => `${pin} 需要专家，而 ${model} 没有专家`,
  stages: (pins, stages, layers, model) =>
    `${pins} 需要 ${digits(stages)} 个流水线段，而 ${model} 只有 ${digits(layers)} 层`,
  needs: (pin, what) => `${pin} 需要${what}`,
  interleaved: (given) => `交错调度（interleaved），而不是 ${given}`,
  atLeast: (key, least) => ` ${key} 至少为 ${least}`,
  even: (key, value) => ` ${key} 为偶数，而不是 ${value}`,
  onlyOne: (key, value) => ` ${key} 为 1，而不是 ${value}`,
  moreThan: (pins, product, most, what) =>
    `${pins}${pins.includes('×') ? ` = ${digits(product)}` : ''} 多于 ${digits(most)} ${what}`,
  folding: (experts, attention, product) =>
    `${experts} 不能整除一个流水线段的 ${digits(product)} 个 rank（${attention}）`,
  alone: (pins) =>
    `这里没有方案能同时满足 ${pins.join('、')}；去掉${pins.length > 1 ? '其中一项' : '它'}就有方案`,
  freed: (pins) => `去掉 ${pins.join(' 或 ')} 就有放得下的方案`,
};
