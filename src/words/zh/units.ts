import type { Messages } from '../messages';

const dimension: Messages['units']['dimension'] = {
  bandwidth: '带宽',
  flops: '计算速率',
  bytes: '内存容量',
  seconds: '时间',
  watts: '功率',
  usd: '美元金额',
  'usd-per-hour': '每小时美元',
  count: '数量',
  ratio: '比例',
  tokens: 'token 数',
};

/** A Latin word stands apart from the characters before it. */
const spaced = (text: string): string => (/^[a-z]/i.test(text) ? ` ${text}` : text);

export const units = (show: Messages['units']['show']): Messages['units'] => ({
  or: ' 或 ',
  show,
  dimension,
  expected: {
    bandwidth: '带宽，例如 400 Gbit/s 或 50 GB/s',
    flops: '计算速率，例如 989 TFLOP/s',
    bytes: '内存容量，例如 80 GB',
    seconds: '时间，例如 10 min',
    watts: '功率，例如 700 W',
    usd: '价格，例如 25000 USD',
    'usd-per-hour': '价格，例如 2.5 USD/hour',
    count: '数量，例如 16384 或 100k',
    ratio: '数或比例，例如 1.2 或 30 %',
    tokens: 'token 数，例如 28.5T',
  },
  empty: '值为空',
  tooLong: (letters) => `文本超过 ${letters} 个字符`,
  tooSmall: (shown, sign) => (sign === 'positive' ? `${shown} 不大于零` : `${shown} 小于零`),
  notFinite: (shown) => `${shown} 不是有限的数`,
  needsUnit: (shown) => `${shown} 没有单位`,
  notA: (shown, of) => `${shown} 不是${spaced(dimension[of])}`,
  otherDimension: (shown, of) => `${shown} 不是${spaced(dimension[of])}`,
  unknownUnit: (unit, near) => `未知单位 "${unit}"${near ? `；是不是 ${near}？` : ''}`,
  rangeHere: (shown) => `${shown} 是一个范围，这里需要单个值`,
  oneValue: (expected) => `${expected}；范围在 study: {kind: uncertainty, inputs: …} 下抽样`,
  rangeBackwards: (shown) => `${shown} 的起点大于终点`,
  tooDeep: (levels) => `表达式嵌套超过 ${levels} 层`,
  notAnExpression: (text) => `${show(text)} 不是表达式`,
  notAllowed: (what) => `表达式中不允许 "${what}"`,
  unknownName: (name, near) => `未知名称 "${name}"${near ? `；是不是 ${near}？` : ''}`,
  argumentCount: (name, least, most) =>
    `${name} 需要 ${least === most ? `${least} 个值` : `${least} 至 ${most} 个值`}`,
  expressionParts: (names, functions) => `数字、+ - * / ^、括号，以及 ${[...functions, ...names].join('、')}`,
});
