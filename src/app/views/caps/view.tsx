import { useMemo } from 'preact/hooks';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Frame } from '../../shell/frame';
import { sourceOf } from '../../state/answers';
import type { JsonObject } from '../../state/json';
import { changeScenario, scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { BestTable } from './best-table';
import { CapsTable } from './caps-table';
import { drawBest } from './draw-best';
import { drawLeft, drawNeeded } from './draw-caps';
import { asking, KINDS, type Kind, kindOf } from './study';

/** What caps change for a cluster, or which chip is best within rules. */
export default function CapsView() {
  const kind = kindOf(scenario.value) ?? 'rule_change';
  return kind === 'rule_change' ? <RuleChange /> : <BestChip />;
}

function Mode({ now, kind }: { now: JsonObject; kind: Kind }) {
  const text = words.caps;
  return (
    <>
      {kindOf(scenario.value) === null && <p class="soft">{text.start}</p>}
      <div class="view-bar">
        <Pick
          id="mode"
          label={text.mode}
          value={kind}
          options={KINDS.map((name) => [name, text.modes[name]])}
          onPick={(name) => changeScenario(asking(now, name as Kind), { field: 'study', finished: true })}
        />
      </div>
    </>
  );
}

function RuleChange() {
  const now = asking(scenario.value, 'rule_change');
  const asked = useAnswer('rule_change', { kind: 'rule_change', source: sourceOf(now) });
  const { report, stale } = asked;
  const text = words.caps;
  const left = useMemo(() => report && drawLeft(report, theme.value), [report, theme.value]);
  const needed = useMemo(() => report && drawNeeded(report, theme.value), [report, theme.value]);
  return (
    <Frame view="caps" asked={asked} lead={report?.reading}>
      <Mode now={now} kind="rule_change" />
      <Figure
        id="caps"
        title={text.caps.title}
        note={text.caps.note}
        drawing={left}
        stale={stale}
        data={report}
      />
      <Figure
        id="needed"
        title={text.needed.title}
        note={text.needed.note}
        drawing={needed}
        stale={stale}
        data={report}
      />
      {report && <CapsTable rows={report.rows} />}
    </Frame>
  );
}

function BestChip() {
  const now = asking(scenario.value, 'best_chip');
  const asked = useAnswer('best_chip', { kind: 'best_chip', source: sourceOf(now) });
  const { report, stale } = asked;
  const text = words.caps.best;
  const drawings = useMemo(
    () => report?.clusters.map((cluster) => drawBest(report, cluster, theme.value)) ?? [],
    [report, theme.value],
  );
  return (
    <Frame view="caps" asked={asked} lead={report?.reading}>
      <Mode now={now} kind="best_chip" />
      {report?.clusters.map(({ cluster, best }, at) => (
        <section key={cluster}>
          <Figure
            id={`best-${at}`}
            title={text.title(cluster)}
            note={best.length > 0 ? text.note : text.none}
            drawing={drawings[at]}
            stale={stale}
            data={report}
          />
          <BestTable report={report} at={at} />
        </section>
      ))}
    </Frame>
  );
}
