import { describe, expect, test } from 'vitest';
import { loadScenario, readyStudies } from '../../src/catalog';
import { type TimelineCase, type TimelineReport, traceJson } from '../../src/study';
import { MOST_OPERATIONS } from '../../src/timeline/window';
import { runTask } from '../study/run-task';

const studies = readyStudies().filter(({ id, text }) => {
  const scenario = loadScenario({ file: id, text });
  return scenario.ok && scenario.value.study === null && scenario.value.vary === null;
});

/** Operations of each rank and lane, in the order of the report. */
function lanes({ operations: op, ranks }: TimelineCase, report: TimelineReport): number[][] {
  const result = Array.from({ length: ranks * report.labels.lanes.length }, (): number[] => []);
  for (let i = 0; i < op.start_s.length; i++)
    result[op.rank[i] * report.labels.lanes.length + op.lane[i]].push(i);
  return result;
}

describe.each(studies)('the timelines of $id', ({ id, text }) => {
  const report = runTask({ kind: 'timeline', source: { file: id, text }, cluster: null });

  test.each(report.timelines)(
    '$cluster: one operation at a time in each lane, all within the step',
    (one) => {
      const { operations: op, simulated_step_time_s: step } = one;
      for (const lane of lanes(one, report)) {
        let before = 0;
        for (const i of lane) {
          expect(op.start_s[i]).toBeGreaterThanOrEqual(before - 1e-9);
          expect(op.end_s[i]).toBeGreaterThan(op.start_s[i]);
          before = op.end_s[i];
        }
        expect(before).toBeLessThanOrEqual(step + 1e-9);
      }
      expect(op.start_s.length).toBeLessThan(MOST_OPERATIONS + 100 * one.ranks);
    },
  );

  test.each(report.timelines)('$cluster: every rank ends with the step', (one) => {
    const compute = lanes(one, report).filter((_, at) => at % report.labels.lanes.length === 0);
    expect(compute.length).toBe(one.ranks);
    for (const lane of compute) {
      expect(one.operations.end_s[lane.at(-1) as number]).toBeCloseTo(one.simulated_step_time_s, 9);
    }
  });

  test.each(report.timelines)('$cluster: the compute lane adds up to the time of its rank', (one) => {
    if (one.shown !== null) return;
    const { operations: op, rank_time_s: time } = one;
    lanes(one, report).forEach((lane, at) => {
      if (at % report.labels.lanes.length !== 0) return;
      const rank = at / report.labels.lanes.length;
      const drawn = lane.reduce((sum, i) => sum + op.end_s[i] - op.start_s[i], 0);
      expect(drawn).toBeCloseTo(one.simulated_step_time_s - time.bubble[rank], 6);
    });
  });

  test('the trace is what Chrome and Perfetto read', () => {
    const trace = JSON.parse(traceJson(report));
    const complete = trace.traceEvents.filter((event: { ph: string }) => event.ph === 'X');
    const drawn = report.timelines.reduce((sum, one) => sum + one.operations.start_s.length, 0);
    expect(complete.length).toBe(drawn);
    const last = new Map<number, number>();
    const wrong = complete.filter(
      ({ name, ts, dur, pid, tid }: Record<string, number> & { name: string }) => {
        const ordered = ts >= (last.get(tid) ?? 0) - 0.002 && dur >= 0;
        last.set(tid, ts + dur);
        return name === '' || Math.floor(tid / report.labels.lanes.length) !== pid || !ordered;
      },
    );
    expect(wrong).toEqual([]);
    const threads = trace.traceEvents.filter((event: { name: string }) => event.name === 'thread_name');
    expect(new Set(threads.map(({ tid }: { tid: number }) => tid)).size).toBe(threads.length);
  });
});
