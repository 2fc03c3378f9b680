import { digits } from '../digits';

const list = (names: readonly string[]): string => names.join(', ');
const meant = (near: string | null): string => (near ? `; did you mean ${near}?` : '');

const kind = {
  chips: 'chip',
  'partial-chips': 'chip known in part',
  systems: 'system',
  models: 'model',
  stacks: 'stack',
  rules: 'rule',
  prices: 'price',
  claims: 'claim',
};

/** Longer lists of names are cut: the nearest one is told anyway. */
const MANY = 12;

/** Words about scenario files and the catalog. */
export const catalog = {
  kind,
  unknownId: (of: keyof typeof kind, id: string, near: string | null): string =>
    `unknown ${kind[of]} "${id}"${meant(near)}`,
  knownIds: (ids: readonly string[]): string =>
    ids.length <= MANY ? `one of ${list(ids)}` : `one of ${ids.length}, such as ${list(ids.slice(0, MANY))}`,
  unknownKey: (key: string, near: string | null): string => `unknown key "${key}"${meant(near)}`,
  knownKeys: (keys: readonly string[]): string => `one of the keys ${list(keys)}`,
  missing: (key: string): string => `"${key}" is missing`,
  notOneOf: (shown: string, near: string | null): string => `"${shown}" is not known here${meant(near)}`,
  oneOf: (values: readonly string[]): string => `one of ${list(values)}`,
  wrongKind: (shown: string, expected: string): string => `${shown} is not ${expected}`,
  expectedKind: {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of keys',
    record: 'a group of keys',
    reference: 'a catalog name or a group of keys',
    other: 'a value of another kind',
  },
  noBound: 'there is no bound: at_least, above, at_most or below is missing',
  shownKind: { object: 'a group of keys', array: 'a list', null: 'an empty value' },
  outOfRange: (value: number, least: number, most: number): string =>
    value < least
      ? `${digits(value)} is less than ${digits(least)}`
      : `${digits(value)} is more than ${digits(most)}`,
  notWhole: (value: number): string => `${digits(value)} is not a whole number`,
  wholeNumber: (least: number, most: number): string =>
    most >= 1e18
      ? `a whole number from ${digits(least)}`
      : `a whole number from ${digits(least)} to ${digits(most)}`,
  between: (least: number, most: number): string => `a number from ${digits(least)} to ${digits(most)}`,
  beyond: (shown: string, bound: number | string, most: boolean): string =>
    `${shown} is ${most ? 'more' : 'less'} than ${typeof bound === 'number' ? digits(bound) : bound}`,
  tooMany: (most: number): string => `there are more than ${digits(most)}`,
  longText: (most: number): string => `the text is longer than ${digits(most)} characters`,
  tooFew: (least: number): string => `there are fewer than ${digits(least)}`,
  sizeRange: (what: 'list' | 'text' | 'number', bound: number, most: boolean): string =>
    `${what === 'list' ? 'a list of' : what === 'text' ? 'a text of' : 'a number of'} at ${most ? 'most' : 'least'} ${digits(bound)}${
      what === 'list' ? ' entries' : what === 'text' ? ' characters' : ''
    }`,
  version: 'this file is of a version that this program does not know',
  planBound: (least: number, most: number): string =>
    `a whole number from ${digits(least)}${most < 1_000_000 ? ` to ${digits(most)}` : ''}, or {min: …, max: …}`,
  openForms: (names: readonly string[]): string => `one of ${list([...names, 'any'])}, or a list of several`,
  recomputeForms: (parts: readonly string[]): string =>
    `none, full, or one or several of ${list(parts)} joined by +`,
  recomputeAlone: (alone: string, near: string): string =>
    `"${alone}" stands alone, without other parts; did you mean ${near}?`,
  planForms: '"auto", or a group of keys such as {tp: 2, pp: 8}',
  varyForms: 'a list of values, {from, to, steps, scale}, or {expression, steps}',
  varySteps: 'a range needs "steps", unless its values are sampled',
  varyRows: (rows: number): string => `the table would have ${digits(rows)} rows`,
  varyRowsExpected: (most: number): string =>
    `at most ${digits(most)} rows: fewer values, or sampling: {latin_hypercube: 1000}`,
  stagesTooLong: 'the stages take all tokens or more',
  stagesShare: 'shares of the tokens that add up to less than 1',
  estimateForms: 'a number, or {low: …, central: …, high: …}',
  rangeOrder: 'low is more than high',
  valueBetween: 'the value does not lie between low and high',
  estimateOrder: 'low, central and high are not in this order',
  derivedName: (name: string): string => `"${name}" cannot be the name of a further column`,
  derivedNameExpected: 'letters, digits and _, a name that no other column has',
  varyNotFinite: (text: string, index: number): string =>
    `"${text}" is not a finite number at value ${index + 1}`,
  varyValue: (text: string, index: number, wrong: string): string =>
    `value ${index + 1} of "${text}": ${wrong}`,
  varyLogZero: 'a logarithmic range cannot begin or end at zero',
  varyLogEnds: 'ends above zero, or scale: linear',
  varyUnusable: (key: string): string => `"${key}" cannot vary: this model has none`,
  backwards: (least: string, low: number, most: string, high: number): string =>
    `${least} is ${low}, more than ${most}, ${high}`,
  rangeForms: (expected: string): string =>
    `a range such as "4 to 6" or "5 ± 10 %" of ${expected}, or {low, high, distribution}`,
  modeBetween: 'a triangular distribution needs a "mode" between its ends',
  ofTheModel: (key: string): string => `"${key}" is of the model, which all clusters share`,
  forAll: 'a change for all clusters',
  batch: 'a batch such as 7680 sequences or 31.5M tokens',
  batchWrong: (shown: string): string => `${shown} is not a batch`,
  batchTooSmall: (shown: string, sequence: number): string =>
    `${shown} is less than one sequence of ${digits(sequence)} tokens`,
  unknownConstant: (name: string, near: string | null): string => `unknown constant "${name}"${meant(near)}`,
  tokensUnknown: (model: string): string =>
    `"tokens" is missing, and it is not published how many tokens ${model} was trained on`,
  precisionUnsupported: (precision: string, chip: string): string => `${chip} does not support ${precision}`,
  dispatcherUnsupported: (dispatcher: string, chip: string): string =>
    `${dispatcher} does not exist for ${chip}`,
  notOfStack: (part: string, stack: string): string => `the stack "${stack}" does not offer ${part}`,
  duplicateName: (name: string): string => `two clusters are called "${name}"`,
  uniqueName: 'a name for each cluster of its own',
  tooLong: (letters: number, most: number): string =>
    `the file has ${digits(letters)} characters, more than the ${digits(most)} that are read`,
  shorter: (most: number): string => `at most ${digits(most)} characters`,
  tooDeep: 'the file is nested too deeply',
  flatter: (levels: number): string => `at most ${levels} levels`,
  tooMuch: (most: number): string => `there are more than ${digits(most)} values`,
  atMostValues: (most: number): string => `at most ${digits(most)} values`,
  alias: (name: string): string => `"*${name}" repeats another place; such aliases are not read`,
  noAlias: 'the value written out',
  notAMapping: 'the file is not a group of keys such as `question: …`',
  aMapping: 'a group of keys such as `question: …`',
  empty: 'the file is empty',
  syntax: {
    DUPLICATE_KEY: 'this key stands here twice',
    BAD_INDENT: 'the indentation does not fit the lines above',
    MISSING_CHAR: 'a character is missing, such as a closing quote, bracket or comma',
    UNEXPECTED_TOKEN: 'something unexpected stands here; perhaps a bracket or quote is not closed before it',
    TAB_AS_INDENT: 'a tab indents this line; YAML wants spaces',
    MULTILINE_IMPLICIT_KEY:
      'this key goes over more than one line; perhaps a colon or a closing quote is missing',
    BLOCK_AS_IMPLICIT_KEY:
      'a second "key: value" stands on one line; quote the text or put it on its own line',
    BLOCK_IN_FLOW: 'an indented block stands inside brackets',
    IMPOSSIBLE: 'this cannot be read as YAML',
    BAD_ALIAS: 'this "*name" repeats nothing that came before',
    MULTIPLE_DOCS: 'the file has more than one document (a line of ---)',
    KEY_OVER_1024_CHARS: 'this key is too long',
    TAG_RESOLVE_FAILED: 'this "!tag" is not known',
    BAD_SCALAR_START: 'a plain text cannot begin with this character; quote it',
    BAD_DQ_ESCAPE: 'this escape in a quoted text is not known',
  } as Readonly<Record<string, string>>,
  openBracket: 'a bracket or brace that was opened before this is not closed',
  openQuote: 'a quote that was opened before this is not closed',
  syntaxOther: (said: string): string => `this cannot be read as YAML: ${said}`,
  validYaml: 'valid YAML',
  headKeys: {
    attention: 'a model needs "attention" or "linear_attention"',
    linear: '"full_attention_every" needs both "attention" and "linear_attention"',
    sliding: '"sliding" needs an "attention" of kind gqa',
    experts: 'a model with experts needs "experts", "top_k" and "expert_ffn"',
    dense: 'layers without experts need "dense_ffn"',
    patternLength: (letters: number, layers: number): string =>
      `the pattern has ${letters} letters for ${layers} layers`,
    patternLetter: (letter: string): string => `"${letter}" is not a letter of a pattern`,
    patternLetters: 'M (linear attention), * (attention), E (experts), - (dense)',
    patternNeeds: (letter: string, key: string): string => `"${letter}" in the pattern needs "${key}"`,
    topK: (topK: number, experts: number): string => `top_k is ${topK}, but there are ${experts} experts`,
    kvHeads: (heads: number, kv: number): string => `${heads} heads cannot share ${kv} kv_heads evenly`,
    firstDense: (dense: number, layers: number): string =>
      `first_dense is ${dense}, but there are ${layers} layers`,
    meshLink: (link: string, links: number, bandwidth: string): string =>
      `${links} links of ${link} do not make the bandwidth of ${bandwidth}`,
    linkOfMesh: (topology: string): string => `"link" is of a mesh, and this domain is ${topology}`,
    domain: (domain: number, node: number): string =>
      `the scale-up domain of ${domain} chips and the node of ${node} chips do not divide each other`,
  },
};
