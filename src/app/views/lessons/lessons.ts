import type { CompareReport } from '../../../study';
import { isObject, type JsonObject } from '../../state/json';
import type { words } from '../../words';

type LessonId = keyof (typeof words)['lessons']['all'];

/** A lesson: a scenario with one input on a slider, and a question that the simulator answers when it is asked. */
export interface Lesson {
  id: LessonId;
  /** What the slider moves: an input that a scenario can vary, or the pipeline stages of the plan. */
  key: 'scale_out_bandwidth' | 'scale_up_bandwidth' | 'memory' | 'chips' | 'top_k' | 'pp';
  /** The slider's stops, in the unit that the axis of that input has. */
  values: readonly number[];
  start: number;
  figure: 'time' | 'memory' | 'curve';
  base: JsonObject;
  /** The scenarios that decide the question. */
  asks: readonly JsonObject[];
  /** The place of the right choice, and the number that it rests on; null where the scenarios decide nothing. */
  judge(reports: readonly CompareReport[]): { right: number; number: number } | null;
}

const cluster = (more: JsonObject = {}): JsonObject => ({
  ...{ name: '256 H100', system: 'dgx-h100', chips: 256, stack: 'megatron-2025' },
  ...more,
});

const base = (model: string, more: JsonObject = {}): JsonObject => ({
  question: 'A lesson',
  model,
  training: { tokens: '1T', sequence: 4096, global_batch: '1024 sequences', precision: 'bf16' },
  clusters: [cluster()],
  ...more,
});

const MOE = 'qwen3-235b-a22b';
const DENSE = 'llama-3.1-70b';
const wide = base(MOE, { plan: { tp: 1, ep: 64 } });
const piped = base(DENSE, {
  training: { tokens: '1T', sequence: 4096, global_batch: '128 sequences', precision: 'bf16' },
  plan: { tp: 4, pp: 8, vpp: 1, micro_batch: 1, schedule: '1f1b' },
});

/** The scenario of a lesson with the slider at a value. */
export function at({ key, base: scenario }: Pick<Lesson, 'key' | 'base'>, value: number): JsonObject {
  const first = (scenario.clusters as JsonObject[])[0];
  const system = (change: JsonObject) => ({
    ...scenario,
    clusters: [{ ...first, system: { base: 'dgx-h100', ...change } }],
  });
  switch (key) {
    case 'scale_out_bandwidth':
      return system({ scale_out: { bandwidth: `${value} GB/s` } });
    case 'scale_up_bandwidth':
      return system({ scale_up: { bandwidth: `${value} GB/s` } });
    case 'memory':
      return system({ chip: { base: 'nvidia-h100-sxm', memory: `${value} GB` } });
    case 'chips':
      return { ...scenario, clusters: [{ ...first, name: `${value} H100`, chips: value }] };
    case 'top_k':
      return { ...scenario, model: { base: MOE, top_k: value } };
    case 'pp':
      return { ...scenario, plan: { ...(isObject(scenario.plan) ? scenario.plan : {}), pp: value } };
  }
}

const rate = (report: CompareReport | undefined): number => report?.cases[0]?.tokens_per_second ?? Number.NaN;

/** The choice by where a number lies among limits, ascending. */
function among(number: number, limits: readonly number[], order: readonly number[]) {
  if (!Number.isFinite(number)) return null;
  const place = limits.filter((limit) => number >= limit).length;
  return { right: order[place], number };
}

const bubble = (report: CompareReport | undefined): number => {
  const entry = report?.cases[0];
  return entry?.time_s && entry.step_time_s ? entry.time_s.bubble / entry.step_time_s : Number.NaN;
};

const memories = [16, 20, 24, 32, 40, 48, 64, 80, 96, 141];

export const LESSONS: readonly Lesson[] = [
  {
    ...{ id: 'bandwidth', key: 'scale_out_bandwidth', values: [6.25, 12.5, 25, 50, 100, 200, 400], start: 3 },
    figure: 'time',
    base: wide,
    asks: [
      at({ key: 'scale_out_bandwidth', base: wide }, 25),
      at({ key: 'scale_out_bandwidth', base: wide }, 50),
    ],
    judge: ([slow, fast]) => among(rate(fast) / rate(slow), [1.1, 1.8], [0, 1, 2]),
  },
  {
    ...{ id: 'bubble', key: 'pp', values: [2, 4, 8, 16], start: 2 },
    figure: 'time',
    base: piped,
    asks: [
      piped,
      { ...piped, training: { ...(piped.training as JsonObject), global_batch: '256 sequences' } },
    ],
    judge: ([once, twice]) => among(bubble(twice) / bubble(once), [0.8, 1.25], [0, 1, 2]),
  },
  {
    ...{ id: 'memory', key: 'memory', values: memories, start: 7 },
    figure: 'memory',
    base: base(MOE),
    asks: [16, 24, 32, 64].map((value) => at({ key: 'memory', base: base(MOE) }, value)),
    judge: (reports) => {
      const first = reports.findIndex((report) => report.cases[0]?.feasible);
      return { right: first < 0 ? 4 : first, number: [16, 24, 32, 64][first] ?? Number.POSITIVE_INFINITY };
    },
  },
  {
    ...{ id: 'scaling', key: 'chips', values: [64, 128, 256, 512, 1024, 2048, 4096, 8192], start: 2 },
    figure: 'curve',
    base: base(MOE),
    asks: [at({ key: 'chips', base: base(MOE) }, 1024), at({ key: 'chips', base: base(MOE) }, 8192)],
    judge: ([few, many]) => among(rate(many) / rate(few), [4, 7], [2, 1, 0]),
  },
  {
    ...{ id: 'topk', key: 'top_k', values: [1, 2, 4, 8, 16, 32], start: 3 },
    figure: 'curve',
    base: base(MOE),
    asks: [at({ key: 'top_k', base: base(MOE) }, 2), at({ key: 'top_k', base: base(MOE) }, 8)],
    judge: ([two, eight]) => among(rate(two) / rate(eight), [1.15, 3], [2, 1, 0]),
  },
  {
    ...{ id: 'cap', key: 'scale_up_bandwidth', values: [50, 100, 200, 300, 450, 900], start: 4 },
    figure: 'curve',
    base: base(MOE),
    asks: [MOE, DENSE].flatMap((model) =>
      [450, 100].map((value) => at({ key: 'scale_up_bandwidth', base: base(model) }, value)),
    ),
    judge: ([moe, moeCapped, dense, denseCapped]) => {
      const [sparse, full] = [1 - rate(moeCapped) / rate(moe), 1 - rate(denseCapped) / rate(dense)];
      return among(sparse / full, [0.87, 1.15], [1, 2, 0]);
    },
  },
];
