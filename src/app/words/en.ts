import { assumptions } from './en-assumptions';
import { claims } from './en-claims';
import { controls } from './en-controls';
import { editor } from './en-editor';
import { figures } from './en-figures';
import { lessons } from './en-lessons';
import { map } from './en-map';
import { memory } from './en-memory';
import { parity } from './en-parity';
import { plans } from './en-plans';
import { report } from './en-report';
import { caps, rules } from './en-rules';
import { shell, start } from './en-shell';
import { supply } from './en-supply';
import { time } from './en-time';
import { timeline } from './en-timeline';
import { uncertainty } from './en-uncertainty';
import { validation } from './en-validation';
import { views } from './en-views';

/** Lists as prose: "a", "a and b", "a, b and c". */
const join = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const answer = {
  heading: 'Answer',
  loading: 'Searching for the best parallel plan on each cluster…',
  noQuestion: 'How fast can this mixture-of-experts model be trained, and what holds it back?',
  interval: (low: string, high: string) => `${low} to ${high} days (80 %)`,
  limitedBy: (held: string) => `limited mostly by ${held}`,
  resource: {
    flops: 'computing rate',
    memory_bandwidth: 'memory bandwidth',
    scale_up_bandwidth: 'scale-up bandwidth',
    scale_out_bandwidth: 'scale-out bandwidth',
    latency_and_host: 'latency and host overhead',
  },
  stale: 'These figures are of the last valid input.',
  more: 'More about this answer',
  updating: 'Computing…',
  mend: 'The figure follows once the input that is marked above can be used.',
  progress: (done: number, total: number) => `Computing… ${done} of ${total}`,
  errorsHeading: 'Some input cannot be used',
  sentence: (text: string) => `${text}.`,
  colon: ': ',
  quoted: (name: string) => `“${name}”`,
  expected: (what: string) => `Expected ${what}.`,
  nearest: (what: string) => `Did you mean ${what}?`,
  failure: (what: string) => `The computation stopped unexpectedly: ${what}`,
  retry: 'Try again',
  perDay: 'tokens/s',
  doesNotFit: 'Does not fit',
  /** The engine's reason, below a heading that says already that it does not fit. */
  reason: (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
  linkProblem: {
    tooLong: 'The link is too long to be one of this page. The default comparison is shown instead.',
    unknownVersion:
      'The link was made by a newer version of this page. The default comparison is shown instead.',
    unreadable: 'The link is damaged and could not be read. The default comparison is shown instead.',
  },
  dismiss: 'Dismiss',
};

const page = {
  title: 'moe-capacity',
  tagline: 'Training capacity of clusters for mixture-of-experts models',
  skip: 'Skip to the answer',
  copyLink: 'Copy link',
  copied: 'Copied',
  openWhole: (version: string): string => `Open in moe-capacity ${version}, with its inputs and evidence`,
  toDark: 'Dark theme',
  toLight: 'Light theme',
  footer: (version: string) =>
    `moe-capacity ${version}, MIT licence. Everything is computed in this browser; nothing is sent anywhere.`,
};

/** Sentences set side by side, as the language does it. */
const prose = (text: string): string => text;

/** Questions of the ready studies in another language, by their own text. */
const questions: Readonly<Record<string, string>> = {};

/** What the physics' constants are, and their units, in another language, by their own text. */
const constants: Readonly<Record<string, string>> = {};

/** What the catalog's rules say of themselves, in another language, by their own text. */
const ruleTexts: Readonly<Record<string, string>> = {};

/** The plotting library's words and its name for the language; null where they are its own. */
const plotly: { name: string; dictionary: Readonly<Record<string, string>> } | null = null as {
  name: string;
  dictionary: Readonly<Record<string, string>>;
} | null;

/** A further section of words is one more file here; zh.ts has the same sections. */
export const en = {
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
