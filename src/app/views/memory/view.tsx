import { useMemo } from 'preact/hooks';
import type { ExplainReport } from '../../../study';
import { formatBytes } from '../../../units';
import { Figure } from '../../figures/figure';
import { Heads } from '../../report/heads';
import { planText } from '../../report/plan-text';
import { Scroll } from '../../report/scroll';
import { Frame } from '../../shell/frame';
import { plainSource } from '../../state/answers';
import { scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { useComparison } from '../../state/use-comparison';
import { words } from '../../words';
import { drawMemory } from './memory';
import { memorySentence } from './sentence';

/** What fills the fullest chip, against its capacity, and the plan that spreads it. */
export default function MemoryView() {
  const compared = useComparison();
  const asked = useAnswer('explain', {
    kind: 'explain',
    source: plainSource(scenario.value),
    cluster: null,
  });
  const { figures } = words;
  const fits = !asked.stale && !compared.stale ? asked.report : null;
  const report = asked.report ?? compared.report;
  const drawing = useMemo(() => report && drawMemory(report, fits, theme.value), [report, fits, theme.value]);
  return (
    <Frame view="memory" asked={asked} lead={asked.report && memorySentence(asked.report)}>
      <Figure
        id="memory"
        title={figures.memory.title}
        note={figures.memory.note}
        drawing={drawing}
        stale={asked.stale || (asked.report === null && compared.stale)}
      />
      <Plans report={asked.report} />
    </Frame>
  );
}

function Plans({ report }: { report: ExplainReport | null }) {
  const { memory } = words;
  if (!report) return null;
  return (
    <div class="report">
      <h2>{memory.planHeading}</h2>
      <p>{memory.planText}</p>
      <Scroll label={memory.planHeading}>
        <table class="whole">
          <Heads texts={[memory.cluster, memory.plan, memory.free]} />
          <tbody>
            {report.cases.map((entry) => (
              <tr key={entry.cluster}>
                <th scope="row">{entry.cluster}</th>
                <td class="prose">{entry.plan ? planText(entry.plan) : words.answer.doesNotFit}</td>
                <td>
                  {entry.memory_bytes_per_chip === null
                    ? words.report.none
                    : formatBytes(Math.max(0, entry.memory_usable_bytes - entry.memory_bytes_per_chip))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
