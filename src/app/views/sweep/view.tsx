import { useMemo } from 'preact/hooks';
import type { VaryReport } from '../../../study';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Frame } from '../../shell/frame';
import { sourceOf } from '../../state/answers';
import { changeScenario, scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { useComparison } from '../../state/use-comparison';
import { DEFAULT_VARIABLE, VARIABLES, type Variable, variedKey, withVaried } from '../../state/vary';
import { words } from '../../words';
import { joined } from './joined';
import { Range } from './range';
import { sweepSentence } from './sentence';
import { drawVaried, variedNames } from './varied';

/** One input varied, the plan searched anew at each point; rows are drawn as they come. */
export default function SweepView() {
  const now = scenario.value;
  const key = variedKey(now) ?? DEFAULT_VARIABLE;
  const varied = variedKey(now) ? now : withVaried(now, DEFAULT_VARIABLE);
  const asked = useAnswer('vary', { kind: 'vary', source: sourceOf(varied) });
  const compared = useComparison();
  const text = words.figures.varied;
  const partly = asked.stale || !asked.report;
  const report: VaryReport | null = partly && asked.parts.length > 0 ? joined(asked.parts) : asked.report;
  const rings = compared.stale ? null : compared.report;
  const drawing = useMemo(
    () => report && drawVaried(report, rings, theme.value),
    [report, rings, theme.value],
  );
  const offered: readonly string[] = VARIABLES;
  const options = (offered.includes(key) ? offered : [key, ...offered]).map((name): [string, string] => [
    name,
    variedNames(name).what,
  ]);
  return (
    <Frame view="sweep" asked={asked} lead={report && sweepSentence(report)}>
      <Figure
        id="varied"
        title={text.title(variedNames(report?.key ?? key).what)}
        note={text.note}
        drawing={drawing}
        stale={asked.stale && asked.parts.length === 0}
      >
        <Pick
          id="vary"
          label={text.label}
          value={key}
          options={options}
          onPick={(name) =>
            changeScenario(withVaried(scenario.peek(), name as Variable), { field: 'vary', finished: true })
          }
        />
      </Figure>
      <Range varyKey={key} scenario={varied} />
    </Frame>
  );
}
