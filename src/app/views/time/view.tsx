import { useMemo } from 'preact/hooks';
import type { CaseReport } from '../../../study';
import { formatPercent, formatSeconds } from '../../../units';
import { ClusterPick, chosenCluster } from '../../figures/cluster-pick';
import { Figure } from '../../figures/figure';
import { Frame } from '../../shell/frame';
import { plainSource } from '../../state/answers';
import { scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { useComparison } from '../../state/use-comparison';
import { words } from '../../words';
import { drawBreakdown } from './breakdown';
import { drawElasticity, elasticitySentence } from './elasticity';
import { drawWork } from './work';

/** The parts of a step, what more of each resource buys, and the longest pieces of work. */
export default function TimeView() {
  const compared = useComparison();
  const asked = useAnswer('explain', {
    kind: 'explain',
    source: plainSource(scenario.value),
    cluster: null,
  });
  const { report, stale } = asked;
  const { breakdown } = words.figures;
  const { elasticity, work } = words.time;
  const names = report?.cases.map((entry) => entry.cluster) ?? [];
  const cluster = chosenCluster(names);
  const colors = theme.value;
  const first = compared.report;
  const parts = useMemo(() => first && drawBreakdown(first, colors), [first, colors]);
  const bought = useMemo(() => report && drawElasticity(report, colors), [report, colors]);
  const pieces = useMemo(() => report && drawWork(report, cluster, colors), [report, cluster, colors]);
  return (
    <Frame view="time" asked={asked} lead={first?.cases.flatMap(sentence).join(' ')}>
      <Figure
        id="breakdown"
        title={breakdown.title}
        note={breakdown.note}
        drawing={parts}
        stale={compared.stale}
      />
      <Figure
        id="elasticity"
        title={elasticity.title}
        note={elasticity.note}
        answer={report ? elasticitySentence(report) : undefined}
        drawing={bought}
        stale={stale}
      />
      <Figure id="work" title={work.title} note={work.note} drawing={pieces} stale={stale}>
        <ClusterPick names={names} />
      </Figure>
    </Frame>
  );
}

function sentence({ cluster, time_s: parts, step_time_s: step }: CaseReport): string[] {
  if (!parts || !step) return [];
  const names = words.figures.breakdown.parts;
  const [part, seconds] = Object.entries(parts).sort(([, a], [, b]) => b - a)[0];
  return [
    words.time.lead(
      cluster,
      formatSeconds(step),
      names[part as keyof typeof names],
      formatPercent(seconds / step),
    ),
  ];
}
