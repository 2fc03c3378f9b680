import { words } from '../../words';
import type { TimelineCase, TimelineReport } from './types';

/** Process ids of clusters are this far apart, so that each has room for its ranks; 0 is the idle process to Perfetto. */
const RANKS_APART = 10_000;
const FIRST_PROCESS = 1;

/** Microseconds to the nanosecond: begin and end are rounded alike, so that neighbours still touch and never overlap. */
const micro = (seconds: number): number => Math.round(seconds * 1e9) / 1e3;

/**
 * Timelines in Chrome's trace event format, which Perfetto (ui.perfetto.dev) and chrome://tracing open: a process for
 * each pipeline rank, a thread for each of its lanes, times in microseconds.
 */
export function traceJson(report: TimelineReport): string {
  const events = report.timelines.flatMap((timeline, i) =>
    eventsOf(report, timeline, FIRST_PROCESS + i * RANKS_APART),
  );
  const head = {
    displayTimeUnit: 'ms',
    otherData: {
      generator: 'moe-capacity',
      question: report.question,
      model: report.model,
      timelines: report.timelines.map((timeline) => ({
        cluster: timeline.cluster,
        plan: timeline.plan,
        micro_batches: timeline.micro_batches,
        step_time_s: timeline.step_time_s,
        simulated_step_time_s: timeline.simulated_step_time_s,
        operations_in_step: timeline.operations_in_step,
        shown: timeline.shown,
      })),
    },
  };
  return `${JSON.stringify(head).slice(0, -1)},"traceEvents":[\n${events.join(',\n')}\n]}\n`;
}

/** One line of JSON for each event: names of processes and threads first. */
function eventsOf({ labels }: TimelineReport, timeline: TimelineCase, base: number): string[] {
  const say = words().study.timeline;
  const { operations: op, ranks, cluster } = timeline;
  const lines: string[] = [];
  // Unlike within one process, equal thread ids in several would be one thread to some readers.
  const thread = (pid: number, lane: number) => pid * labels.lanes.length + lane;
  const meta = (name: string, pid: number, tid: number, args: object) =>
    lines.push(JSON.stringify({ name, ph: 'M', pid, tid, args }));
  const lanes = new Set<number>();
  for (let i = 0; i < op.lane.length; i++) lanes.add(op.rank[i] * labels.lanes.length + op.lane[i]);
  for (let rank = 0; rank < ranks; rank++) {
    const pid = base + rank;
    meta('process_name', pid, thread(pid, 0), { name: say.process(cluster, rank) });
    meta('process_sort_index', pid, thread(pid, 0), { sort_index: pid });
    labels.lanes.forEach((lane, at) => {
      if (!lanes.has(rank * labels.lanes.length + at)) return;
      meta('thread_name', pid, thread(pid, at), { name: say.lane[lane] });
      meta('thread_sort_index', pid, thread(pid, at), { sort_index: at });
    });
  }
  for (let i = 0; i < op.start_s.length; i++) {
    const pid = base + op.rank[i];
    const ts = micro(op.start_s[i]);
    const kind = labels.kinds[op.kind[i]];
    const microBatch = op.micro_batch[i];
    const name = microBatch < 0 ? say.kind[kind] : say.operation(say.kind[kind], microBatch, op.chunk[i]);
    const args = {
      ...(microBatch < 0 ? {} : { micro_batch: microBatch, chunk: op.chunk[i] }),
      exposed: op.exposed[i] === 1,
      ...(op.nic[i] === 1 ? { link: 'nic' } : {}),
    };
    lines.push(
      JSON.stringify({
        name,
        cat: kind,
        ph: 'X',
        ts,
        dur: Math.round((micro(op.end_s[i]) - ts) * 1e3) / 1e3,
        pid,
        tid: thread(pid, op.lane[i]),
        args,
      }),
    );
  }
  return lines;
}
