import { digits } from '../digits';

/** Words about what the user fixed of a plan, where no plan can have it. */
export const pins = {
  what: {
    heads: 'attention heads',
    experts: 'experts',
    ffn: 'channels of an expert (expert_ffn)',
    sequence: 'tokens of a sequence',
    ranks: 'ranks of the cluster',
    domain: 'ranks of a scale-up domain',
  },
  notDivide: (pin: string, whole: number, what: string): string =>
    `${pin} does not divide the ${digits(whole)} ${what}`,
  noExperts: (pin: string, model: string): string => `${pin} needs experts, and ${model} has none`,
  stages: (pins: string, stages: number, layers: number, model: string): string =>
    `${pins} asks for ${digits(stages)} stages, and ${model} has ${digits(layers)} layers`,
  needs: (pin: string, what: string): string => `${pin} needs ${what}`,
  interleaved: (given: string): string => `the interleaved schedule, not ${given}`,
  atLeast: (key: string, least: number): string => `${key} ${least} or more`,
  even: (key: string, value: number): string => `an even ${key}, not ${value}`,
  onlyOne: (key: string, value: number): string => `${key} 1, not ${value}`,
  moreThan: (pins: string, product: number, most: number, what: string): string =>
    `${pins}${pins.includes('×') ? ` = ${digits(product)}` : ''} is more than the ${digits(most)} ${what}`,
  folding: (experts: string, attention: string, product: number): string =>
    `${experts} does not divide the ${digits(product)} ranks of a stage (${attention})`,
  /** No plan at all, and what would leave some. */
  alone: (pins: readonly string[]): string =>
    `no plan has ${pins.join(' and ')} here; without ${pins.length > 1 ? 'one of them' : 'it'} there are some`,
  /** Plans that need too much memory, and what would leave one that fits. */
  freed: (pins: readonly string[]): string => `without ${pins.join(' or without ')} a plan fits`,
};
