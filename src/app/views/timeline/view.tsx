import '../../styles/timeline.css';
import { useMemo } from 'preact/hooks';
import type { TimelineCase, TimelineReport } from '../../../study';
import { formatCount, formatPercent, formatSeconds, mean } from '../../../units';
import { ClusterPick, chosenCluster } from '../../figures/cluster-pick';
import { Figure } from '../../figures/figure';
import { planText } from '../../report/plan-text';
import { Frame } from '../../shell/frame';
import { plainSource } from '../../state/answers';
import { scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { AgreementTable } from './agreement';
import { Gantt } from './gantt';
import { drawRanks } from './ranks';

/** One simulated step of a cluster's best plan: what each pipeline rank does when, and how far the closed form agrees. */
export default function TimelineView() {
  const asked = useAnswer('timeline', {
    kind: 'timeline',
    source: plainSource(scenario.value),
    cluster: null,
  });
  const { report, stale } = asked;
  const { timeline: say } = words;
  const names = report?.clusters ?? [];
  const name = names[chosenCluster(names)];
  const timeline = report?.timelines.find(({ cluster }) => cluster === name);
  const drawing = useMemo(() => timeline && drawRanks(timeline, theme.value), [timeline, theme.value, say]);
  return (
    <Frame view="timeline" asked={asked} lead={report && name !== undefined ? lead(report, name) : null}>
      <div class="view-bar">
        <ClusterPick names={names} />
        {timeline && (
          <p class="soft">
            {say.plan(planText(timeline.plan), formatCount(timeline.micro_batches))} {partly(timeline)}
          </p>
        )}
      </div>
      {report && timeline && <Gantt report={report} timeline={timeline} stale={stale} />}
      {(timeline || !report) && (
        <Figure
          id="ranks"
          title={say.ranks.title}
          note={say.ranks.note}
          drawing={drawing ?? null}
          stale={stale}
        />
      )}
      {timeline && <AgreementTable timeline={timeline} />}
    </Frame>
  );
}

function lead(report: TimelineReport, cluster: string): string {
  const { timeline: say, answer } = words;
  const timeline = report.timelines.find((entry) => entry.cluster === cluster);
  if (!timeline) {
    const reason = report.infeasible.find((entry) => entry.cluster === cluster)?.reason;
    return say.noPlan(cluster, answer.reason(reason ?? ''));
  }
  const step = timeline.simulated_step_time_s;
  const exposed = formatPercent(timeline.exposed_communication_s / step);
  const bubble = formatPercent(mean(timeline.bubble_share));
  const size = Math.abs(timeline.difference);
  const share = formatPercent(Number(size.toFixed(4)));
  const difference =
    size < 5e-5 ? say.equal : timeline.difference > 0 ? say.longer(share) : say.shorter(share);
  return `${say.lead({ cluster, step: formatSeconds(step), bubble, exposed })} ${say.agrees(formatSeconds(timeline.step_time_s), difference)}`;
}

/** Which part of a long step is drawn; nothing where all is. */
function partly({ shown, operations, operations_in_step }: TimelineCase): string {
  if (!shown) return '';
  return words.timeline.shown(
    formatSeconds(shown.until_s),
    formatSeconds(shown.from_s),
    formatCount(operations.start_s.length),
    formatCount(operations_in_step),
  );
}
