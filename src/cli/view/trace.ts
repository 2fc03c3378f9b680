import type { TimelineCase, TimelineReport } from '../../study';
import { formatNumber, formatPercent, formatSeconds, mean } from '../../units';
import { words } from '../../words';
import { percent } from './numbers';
import { planText } from './plan';
import { blocks, heading, titled, wrap } from './table';

/** One step of each cluster: how long, how both ways of reckoning agree, where each rank's time goes. */
export function traceText(report: TimelineReport): string {
  const { trace, compare } = words().cli;
  return blocks(
    `${wrap(report.question)}\n${compare.model(report.model)}`,
    ...report.timelines.map(timelineText),
    ...report.infeasible.map(
      ({ cluster, reason }) => `${heading(cluster)}\n${wrap(trace.infeasible(reason ?? ''), '  ')}`,
    ),
  );
}

/** A share as percent with two places: 0.01234 → "+1.23", and no sign at what rounds to nothing. */
function hundredths(share: number): string {
  const text = Math.abs(share * 100).toFixed(2);
  return text === '0.00' ? text : `${share < 0 ? '−' : '+'}${text}`;
}

function timelineText(timeline: TimelineCase): string {
  const { trace } = words().cli;
  const { timeline: say } = words().study;
  const { shown, simulated_step_time_s: step, difference } = timeline;
  return blocks(
    [
      heading(timeline.cluster),
      planText(timeline.plan),
      trace.pipeline(timeline.ranks, timeline.chunks, timeline.micro_batches),
      trace.step(formatSeconds(step), formatSeconds(timeline.step_time_s), `${hundredths(difference)} %`),
      ...timeline.causes.map((cause) => wrap(say.cause[cause], '  ')),
      wrap(
        trace.idle(
          formatPercent(mean(timeline.bubble_share)),
          formatPercent(timeline.exposed_communication_s / step),
        ),
        '  ',
      ),
      ...(shown
        ? [
            wrap(
              say.shown(
                timeline.operations.start_s.length,
                timeline.operations_in_step,
                formatSeconds(shown.until_s),
                formatSeconds(shown.from_s),
              ),
              '  ',
            ),
          ]
        : []),
    ].join('\n'),
    agreementTable(timeline),
    rankTable(timeline),
  );
}

function agreementTable({ agreement, step_time_s }: TimelineCase): string {
  const { agreement: title, head } = words().cli.trace;
  const { part: names } = words().study.timeline;
  return titled(
    title,
    [
      { head: head.part },
      { head: head.closed, right: true },
      { head: head.simulated, right: true },
      { head: head.difference, right: true },
    ],
    agreement.map(({ part, closed_form_s: closed, simulated_s: simulated }) => [
      names[part],
      formatNumber(closed),
      formatNumber(simulated),
      hundredths((simulated - closed) / step_time_s),
    ]),
  );
}

/** A row for each rank; neighbours that look the same share one. */
function rankTable({ rank_time_s: time, ranks, simulated_step_time_s: step }: TimelineCase): string {
  const { ranks: title, head } = words().cli.trace;
  const names = Object.keys(time) as (keyof typeof time)[];
  const used = names.filter((name) => time[name].some((seconds) => seconds > 0));
  const rows: { first: number; last: number; cells: string[] }[] = [];
  for (let rank = 0; rank < ranks; rank++) {
    const cells = used.map((name) => percent(time[name][rank] / step));
    const before = rows.at(-1);
    if (before && before.cells.join() === cells.join()) before.last = rank;
    else rows.push({ first: rank, last: rank, cells });
  }
  return titled(
    title,
    [{ head: head.rank }, ...used.map((name) => ({ head: head[name], right: true }))],
    rows.map(({ first, last, cells }) => [first === last ? `${first}` : `${first}–${last}`, ...cells]),
  );
}
