import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterKey } from '../../src/app/views/timeline/keys';
import { firstAfter, operationAt, rowsOf } from '../../src/app/views/timeline/rows';
import { moved, type Span, ticks, tickText, within, zoomed } from '../../src/app/views/timeline/scale';
import { readyStudies } from '../../src/catalog';
import { runTask } from '../study/run-task';

const anySpan = fc
  .tuple(
    fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([whole, a, b]) => ({ whole, span: within({ from: a * whole, to: b * whole }, whole) }));

const inside = ({ from, to }: Span, whole: number) => from >= 0 && to <= whole * (1 + 1e-12) && to > from;

describe('the span on show', () => {
  test('stays within the step, whatever is zoomed and moved', () => {
    fc.assert(
      fc.property(
        anySpan,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        ({ whole, span }, factor, share) => {
          expect(inside(span, whole)).toBe(true);
          expect(inside(moved(span, share, whole), whole)).toBe(true);
          expect(inside(zoomed(span, factor, (span.from + span.to) / 2, whole), whole)).toBe(true);
        },
      ),
    );
  });

  test('zooming in keeps the time under the pointer where it is', () => {
    fc.assert(
      fc.property(anySpan, fc.double({ min: 0, max: 1, noNaN: true }), ({ whole, span }, share) => {
        const about = span.from + share * (span.to - span.from);
        const next = zoomed(span, 2, about, whole);
        expect((about - next.from) / (next.to - next.from)).toBeCloseTo(share, 6);
      }),
    );
  });

  test('ticks are round, in view and few, and told apart', () => {
    expect(ticks({ from: 0, to: 13.4 }, 7)).toEqual([0, 2, 4, 6, 8, 10, 12]);
    fc.assert(
      fc.property(anySpan, fc.integer({ min: 2, max: 20 }), ({ span }, most) => {
        const times = ticks(span, most);
        expect(times.length).toBeLessThanOrEqual(most + 1);
        const texts = times.map((time) => tickText(time, times[1] - times[0]));
        if (times.length > 1) expect(new Set(texts).size).toBe(times.length);
      }),
    );
  });
});

describe('the rows of a timeline', () => {
  const { text } = readyStudies()[0];
  const report = runTask({ kind: 'timeline', source: { file: 'study', text }, cluster: null });

  test.each(report.timelines)(
    '$cluster: every operation is in one row and found where it is drawn',
    (one) => {
      const rows = rowsOf(report, one);
      const { operations: op } = one;
      expect(rows.rows.reduce((sum, { first, end }) => sum + end - first, 0)).toBe(op.start_s.length);
      const missed = rows.rows.flatMap((row) => {
        const wrong: number[] = [];
        for (let i = row.first; i < row.end; i += 7) {
          const middle = (op.start_s[i] + op.end_s[i]) / 2;
          const found = operationAt(one, rows, middle, row.top + 1, 0);
          if (found !== i || firstAfter(op.end_s, row, middle) !== i) wrong.push(i);
        }
        return wrong;
      });
      expect(missed).toEqual([]);
    },
  );

  test.each(report.timelines)('$cluster: the keyboard reaches every lane and walks along it', (one) => {
    const rows = rowsOf(report, one);
    let looked = { span: { from: 0, to: one.simulated_step_time_s }, chosen: -1 };
    const press = (key: string) => {
      looked = afterKey(key, looked, one, rows) ?? looked;
    };
    const lanes = rows.rows.filter(({ first, end }) => end > first).length;
    const reached = new Set<number>();
    for (let i = 0; i < lanes; i++) {
      press('ArrowDown');
      reached.add(rows.rows.findIndex(({ first, end }) => looked.chosen >= first && looked.chosen < end));
    }
    expect(reached.size).toBe(lanes);
    const last = looked.chosen;
    press('p');
    press('n');
    expect(Math.abs(looked.chosen - last)).toBeLessThanOrEqual(1);
    expect(afterKey('x', looked, one, rows)).toBeNull();
  });
});
