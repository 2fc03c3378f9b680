const show = (value: string | number): string => {
  const text = typeof value === 'string' ? value.trim() : String(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
};

const dimension = {
  bandwidth: 'a bandwidth',
  flops: 'a computing rate',
  bytes: 'an amount of memory',
  seconds: 'a time',
  watts: 'a power',
  usd: 'a sum of US dollars',
  'usd-per-hour': 'US dollars per hour',
  count: 'a count',
  ratio: 'a share',
  tokens: 'a number of tokens',
};

/** Words about quantities and expressions. */
export const units = {
  or: ' or ',
  show,
  dimension,
  expected: {
    bandwidth: 'a bandwidth such as 400 Gbit/s or 50 GB/s',
    flops: 'a computing rate such as 989 TFLOP/s',
    bytes: 'an amount of memory such as 80 GB',
    seconds: 'a time such as 10 min',
    watts: 'a power such as 700 W',
    usd: 'a price such as 25000 USD',
    'usd-per-hour': 'a price such as 2.5 USD/hour',
    count: 'a count such as 16384 or 100k',
    ratio: 'a number or share such as 1.2 or 30 %',
    tokens: 'a number of tokens such as 28.5T',
  },
  empty: 'the value is empty',
  tooLong: (letters: number): string => `the text is longer than ${letters} characters`,
  tooSmall: (shown: string, sign: 'positive' | 'not-negative' | 'any'): string =>
    sign === 'positive' ? `${shown} is not greater than zero` : `${shown} is less than zero`,
  notFinite: (shown: string): string => `${shown} is not a finite number`,
  needsUnit: (shown: string): string => `${shown} has no unit`,
  notA: (shown: string, of: keyof typeof dimension): string => `${shown} is not ${dimension[of]}`,
  otherDimension: (shown: string, of: keyof typeof dimension): string => `${shown} is not ${dimension[of]}`,
  unknownUnit: (unit: string, near: string | null): string =>
    `unknown unit "${unit}"${near ? `; did you mean ${near}?` : ''}`,
  rangeHere: (shown: string): string => `${shown} is a range where one value is wanted`,
  oneValue: (expected: string): string =>
    `${expected}; a range is sampled under study: {kind: uncertainty, inputs: …}`,
  rangeBackwards: (shown: string): string => `${shown} begins above its end`,
  tooDeep: (levels: number): string => `the expression is nested deeper than ${levels} levels`,
  notAnExpression: (text: string): string => `${show(text)} is not an expression`,
  notAllowed: (what: string): string => `"${what}" is not allowed in an expression`,
  unknownName: (name: string, near: string | null): string =>
    `unknown name "${name}"${near ? `; did you mean ${near}?` : ''}`,
  argumentCount: (name: string, least: number, most: number): string =>
    `${name} takes ${least === most ? `${least} value` : `${least} to ${most} values`}`,
  expressionParts: (names: string[], functions: string[]): string =>
    `numbers, + - * / ^, parentheses, ${[...functions, ...names].join(', ')}`,
};
