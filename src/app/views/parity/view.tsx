import { useMemo } from 'preact/hooks';
import { setText } from '../../controls/edit';
import { Text } from '../../controls/inputs';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Frame } from '../../shell/frame';
import { sourceOf } from '../../state/answers';
import { getIn, isObject, type JsonObject } from '../../state/json';
import { clustersOf, textAt } from '../../state/scenario';
import { changeScenario, scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { axisScale, VARIABLES, type Variable, variedKey, withoutVaried, withVaried } from '../../state/vary';
import { words } from '../../words';
import { variedNames } from '../sweep/names';
import { drawCurve, drawRatios } from './draw';
import { ParityTable } from './table';

/** The scenario as a question of parity; one of another kind becomes it with the first cluster matched. */
function asParity(now: JsonObject): JsonObject {
  return isObject(now.study) && now.study.kind === 'parity' ? now : { ...now, study: { kind: 'parity' } };
}

/** How many chips of each other cluster equal one cluster, and how that moves. */
export default function ParityView() {
  const now = asParity(scenario.value);
  const names = clustersOf(now).map((cluster) => textAt(cluster, ['name']));
  const several = names.length > 1;
  const asked = useAnswer('parity', several ? { kind: 'parity', source: sourceOf(now) } : null);
  const { report, stale } = asked;
  const text = words.parity;
  // A cluster keeps the colour that it has everywhere else.
  const colors = useMemo(
    () => report?.parity.map((row) => Math.max(0, names.indexOf(row.equal_to))) ?? [],
    [report, names.join()],
  );
  const ratios = useMemo(
    () => report && drawRatios(report.parity, colors, theme.value),
    [report, colors, theme.value],
  );
  const key = report?.curve_axes[0]?.key;
  const curve = useMemo(() => {
    if (!report || !key || report.curve.length === 0) return null;
    return drawCurve(report, { name: variedNames(key).axis, scale: axisScale(key) }, colors, theme.value);
  }, [report, colors, theme.value]);
  return (
    <Frame view="parity" asked={asked} lead={several ? report?.reading : text.needsTwo}>
      <Choices now={now} names={names} />
      {several && (
        <Figure
          id="parity"
          title={text.ratio.title(report?.parity[0]?.of ?? names[0])}
          note={text.ratio.note}
          drawing={ratios}
          stale={stale}
          data={report}
        />
      )}
      {report && <ParityTable report={report} />}
      {curve && key && (
        <Figure
          id="parity-curve"
          title={text.curve.title(variedNames(key).what)}
          note={text.curve.note}
          drawing={curve}
          stale={stale}
          data={report}
        />
      )}
    </Frame>
  );
}

function Choices({ now, names }: { now: JsonObject; names: readonly string[] }) {
  const text = words.parity;
  const of = textAt(now, ['study', 'of']) || names[0] || '';
  const by = textAt(now, ['study', 'by']) || 'throughput';
  const set = (study: JsonObject) =>
    changeScenario(
      { ...now, study: { ...(now.study as JsonObject), ...study } },
      { field: 'study', finished: true },
    );
  const varied = variedKey(now) ?? '';
  const offered: readonly string[] = VARIABLES.filter((key) => key !== 'chips');
  const keys = varied !== '' && !offered.includes(varied) ? [varied, ...offered] : offered;
  return (
    <div class="view-bar">
      <Pick
        id="of"
        label={text.of}
        value={of}
        options={names.map((name) => [name, name])}
        onPick={(name) => set({ of: name })}
      />
      <Pick
        id="by"
        label={text.by}
        value={by}
        options={Object.entries(text.kinds)}
        onPick={(kind) =>
          set({
            by: kind,
            ...(kind === 'deadline' && !getIn(now, ['study', 'deadline']) ? { deadline: '90 days' } : {}),
          })
        }
      />
      <Pick
        id="parity-vary"
        label={text.vary}
        value={varied}
        options={[
          ['', text.nothing],
          ...keys.map((name): [string, string] => [name, variedNames(name).what]),
        ]}
        onPick={(name) =>
          changeScenario(name === '' ? withoutVaried(now) : withVaried(now, name as Variable), {
            field: 'vary',
            finished: true,
          })
        }
      />
      {by === 'deadline' && (
        <Text
          path={['study', 'deadline']}
          label={text.deadline}
          echo={text.deadlineHint}
          value={textAt(now, ['study', 'deadline'])}
          onText={(value, finished) => setText(['study', 'deadline'], value, finished)}
        />
      )}
    </div>
  );
}
