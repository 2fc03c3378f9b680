import type { TimelineCase } from '../../../study';
import { firstAfter, type Rows } from './rows';
import { moved, type Span, within, zoomed } from './scale';

/** What the keyboard changes. */
interface Looked {
  span: Span;
  /** Operation in view, or −1. */
  chosen: number;
}

/** The state after a key, or null where the key means nothing here. */
export function afterKey(
  key: string,
  { span, chosen }: Looked,
  timeline: TimelineCase,
  rows: Rows,
): Looked | null {
  const whole = timeline.simulated_step_time_s;
  const middle = (span.from + span.to) / 2;
  switch (key) {
    case 'ArrowLeft':
      return { span: moved(span, -0.2, whole), chosen };
    case 'ArrowRight':
      return { span: moved(span, 0.2, whole), chosen };
    case '+':
    case '=':
      return { span: zoomed(span, 1.6, middle, whole), chosen };
    case '-':
      return { span: zoomed(span, 1 / 1.6, middle, whole), chosen };
    case 'Home':
      return { span: { from: 0, to: whole }, chosen };
    case 'ArrowDown':
      return choose(otherLane(chosen, 1, span, timeline, rows), span, timeline);
    case 'ArrowUp':
      return choose(otherLane(chosen, -1, span, timeline, rows), span, timeline);
    case 'n':
    case 'p':
      return choose(neighbour(chosen, key === 'n' ? 1 : -1, span, timeline, rows), span, timeline);
    default:
      return null;
  }
}

const rowIndex = (chosen: number, { rows }: Rows): number =>
  rows.findIndex(({ first, end }) => chosen >= first && chosen < end);

/** The operation before or after in the same lane; the first in view where none is chosen. */
function neighbour(chosen: number, by: number, span: Span, timeline: TimelineCase, rows: Rows): number {
  const at = rowIndex(chosen, rows);
  if (at < 0) return otherLane(-1, 1, span, timeline, rows);
  const { first, end } = rows.rows[at];
  return Math.max(first, Math.min(end - 1, chosen + by));
}

/** The operation of the lane below or above at the same time; lanes without operations are passed over. */
function otherLane(chosen: number, by: number, span: Span, timeline: TimelineCase, rows: Rows): number {
  const { start_s: start, end_s: end } = timeline.operations;
  const time = chosen < 0 ? span.from : (start[chosen] + end[chosen]) / 2;
  let at = chosen < 0 ? (by > 0 ? -1 : rows.rows.length) : rowIndex(chosen, rows);
  for (at += by; at >= 0 && at < rows.rows.length; at += by) {
    const row = rows.rows[at];
    if (row.end > row.first) return Math.min(row.end - 1, firstAfter(end, row, time));
  }
  return chosen;
}

/** Chooses an operation and moves the span to it where it is out of sight. */
function choose(chosen: number, span: Span, { operations: op, simulated_step_time_s }: TimelineCase): Looked {
  if (chosen < 0) return { span, chosen };
  const out = op.start_s[chosen] >= span.to || op.end_s[chosen] <= span.from;
  const half = (span.to - span.from) / 2;
  const middle = (op.start_s[chosen] + op.end_s[chosen]) / 2;
  return {
    span: out ? within({ from: middle - half, to: middle + half }, simulated_step_time_s) : span,
    chosen,
  };
}
