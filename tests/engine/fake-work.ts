import { existsSync, writeFileSync } from 'node:fs';
import type { TaskOf, Work } from '../../src/engine';
import { SWEEP_COLUMNS, type TaskPart, type VaryReport } from '../../src/study';
import { fail, ok } from '../../src/units';

/** What a task of the fake work asks for; it travels as the scenario's value. */
export interface Orders {
  parts: number;
  /** Rounds of arithmetic in each part. */
  rounds?: number;
  /** What goes wrong in the part of this index. `die-once` leaves a mark in `flag` and spares the next worker. */
  fault?: { at: number; kind: 'throw' | 'user-error' | 'die' | 'die-once' | 'endless'; flag?: string };
}

export const taskOf = (orders: Orders): TaskOf<'vary'> => ({
  kind: 'vary',
  source: { file: 'test', value: orders },
});

/** Belongs to the work and must survive any number of reports that show a part of it. */
const table = Float64Array.from({ length: 64 }, (_, i) => Math.sqrt(i));

/** Numbers in place of physics, with the same border: parts, columns, errors as values. */
export const fakeWork = {
  startTask(task: TaskOf<'vary'>) {
    const orders = ordersOf(task);
    if (orders.parts < 0) return fail(userError('a negative number of parts'));
    const parts = Array.from({ length: orders.parts }, (_, index) => ({
      task,
      part: { index, of: orders.parts },
    }));
    return ok({ parts });
  },
  runPart({ task, part }: TaskPart<'vary'>) {
    const { rounds = 1000, fault } = ordersOf(task);
    if (fault?.at === part.index) {
      if (fault.kind === 'throw') throw new RangeError('a bug in the physics');
      if (fault.kind === 'user-error') return fail(userError(`part ${part.index} does not like its value`));
      if (fault.kind === 'die') process.exit(3);
      if (fault.kind === 'die-once' && !existsSync(fault.flag!)) {
        writeFileSync(fault.flag!, '');
        process.exit(3);
      }
      if (fault.kind === 'endless') for (;;) Math.sqrt(2);
    }
    if (table.length === 0) throw new Error('the table was given away');
    let x = part.index + 0.5;
    for (let i = 0; i < rounds; i++) x = Math.sin(x) + Math.sqrt(x * x + i);
    return ok(reportOf([part.index], [x], table.subarray(part.index % 64, (part.index % 64) + 1)));
  },
  mergeReports(_: TaskOf<'vary'>, reports: VaryReport[]) {
    const all = (name: 'value' | 'tokens_per_second' | 'low') =>
      reports.flatMap(({ columns }) => [...columns[name]]);
    return reportOf(all('value'), all('tokens_per_second'), Float64Array.from(all('low')));
  },
} as unknown as Work;

function ordersOf(task: TaskOf<'vary'>): Orders {
  if (!('value' in task.source)) throw new Error('not a task of the fake work');
  return task.source.value as Orders;
}

function reportOf(value: number[], rate: number[], low: Float64Array): VaryReport {
  const empty = () => new Float64Array(value.length).fill(Number.NaN);
  return {
    question: 'what do numbers give?',
    key: 'number',
    unit: '1',
    clusters: ['one'],
    ...{ axes: [], rows: value.length, shard: null, inputs: {}, derived: {}, notes: [], reading: '' },
    columns: {
      ...(Object.fromEntries(SWEEP_COLUMNS.map((name) => [name, empty()])) as VaryReport['columns']),
      value: Float64Array.from(value),
      tokens_per_second: Float64Array.from(rate),
      low,
    },
  };
}

const userError = (message: string) => ({
  file: 'test',
  line: 1,
  column: 1,
  path: 'parts',
  message,
  expected: null,
  nearest: null,
});
