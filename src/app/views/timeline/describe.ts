import type { TimelineCase, TimelineReport } from '../../../study';
import { formatSeconds } from '../../../units';
import { words } from '../../words';

/** An operation in words: what, of which micro-batch, when, how long. */
export function describe(report: TimelineReport, { operations: op }: TimelineCase, i: number) {
  const { timeline: say } = words;
  const kind = report.labels.kinds[op.kind[i]];
  const lane = report.labels.lanes[op.lane[i]];
  const notes = [
    ...(op.micro_batch[i] >= 0 ? [say.microBatch(op.micro_batch[i], op.chunk[i])] : []),
    ...(op.exposed[i] === 1 ? [say.notHidden] : []),
    ...(op.nic[i] === 1 && lane !== 'scale_out' ? [say.overNic] : []),
  ];
  return {
    title: `${say.rank(op.rank[i])}, ${say.lane[lane]}: ${say.kind[kind]}`,
    notes: notes.join('; '),
    when: say.at(formatSeconds(op.start_s[i]), formatSeconds(op.end_s[i] - op.start_s[i])),
  };
}
