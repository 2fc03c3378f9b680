import { useCallback, useMemo } from 'preact/hooks';
import { sampleColumns, soFar } from '../../../study/uncertainty/samples';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Frame } from '../../shell/frame';
import { plainSource, sourceOf } from '../../state/answers';
import { choose, scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { asUncertainty } from '../../state/uncertain';
import { useAnswer } from '../../state/use-answer';
import '../../styles/studies.css';
import { words } from '../../words';
import { Causes } from './causes';
import { Choices } from './choices';
import { drawDistribution } from './distribution';
import { outputNames } from './names';
import { fitting, statusText, uncertaintySentence } from './sentence';
import { drawSettling } from './settling';
import { askedOf, chosenOutput, namesOf } from './study';
import { PercentileTable } from './table';
import { useLater } from './use-later';

const STEPS_PER_DOUBLING = 2;

/** Samples over what is not known: drawn as they come, until the answer is as sure as asked. */
export default function UncertaintyView() {
  const now = asUncertainty(scenario.value);
  const question = askedOf(now);
  const asked = useAnswer('uncertainty', { kind: 'uncertainty', source: sourceOf(question) });
  const partly = (asked.stale || !asked.report) && asked.parts.length > 0;
  const made = useMemo(
    () => (partly ? soFar(asked.parts) : asked.report),
    [partly, asked.parts, asked.report],
  );
  const report = made && made.samples > 0 ? made : null;
  const stale = asked.stale && !partly;
  const names = namesOf(now);
  const output = chosenOutput(report?.clusters.length ?? names.length);
  // A cluster keeps the colour that it has everywhere else.
  const colors = useMemo(
    () => report?.clusters.map((name) => Math.max(0, names.indexOf(name))) ?? [],
    [report, names.join()],
  );
  const constants = useAnswer('constants', {
    kind: 'constants',
    source: plainSource(scenario.value),
  }).report;
  const whatOf = useCallback(
    (name: string) => constants?.constants.find((one) => one.name === name)?.what ?? null,
    [constants],
  );
  const distribution = useMemo(
    () => report && drawDistribution(report, output, colors, theme.value),
    [report, output, colors, theme.value],
  );
  // On an axis of doublings nothing is seen of fewer samples, and drawing takes the page's thread.
  const drawn = partly && report ? Math.floor(STEPS_PER_DOUBLING * Math.log2(report.samples)) : report;
  const settled = useLater(
    useMemo(
      () => report && drawSettling(report, output, colors, theme.value),
      [drawn, output, theme.value, names.join()],
    ),
  );
  // As the command gives it: the samples themselves, without the mixtures behind the indices.
  const data = useMemo(() => {
    if (!report) return null;
    const { raw, ...rest } = report;
    return { ...rest, columns: sampleColumns(report, raw) };
  }, [report]);
  const text = words.uncertainty;
  const state = !partly ? 'whole' : asked.cancelled ? 'cancelled' : 'drawing';
  return (
    <Frame view="uncertainty" asked={asked} lead={report && uncertaintySentence(report, output, whatOf)}>
      {report && fitting(report).length > 0 && (
        <p class="soft" role="status" data-stale={stale ? '' : undefined}>
          {statusText(report, state)}
        </p>
      )}
      <Choices now={now} />
      <Figure
        id="distribution"
        title={text.distribution.title(text.outputs[output].option)}
        note={text.distribution.note}
        drawing={distribution}
        stale={stale}
        data={data}
      >
        <Pick
          id="output"
          label={text.outputLabel}
          value={output}
          options={outputNames()
            .filter((name) => name !== 'tokens_per_second_ratio' || names.length > 1)
            .map((name) => [name, text.outputs[name].option])}
          onPick={(name) => choose('output', name)}
        />
      </Figure>
      {report && <PercentileTable report={report} />}
      <Figure
        id="settling"
        title={text.settling.title}
        note={text.settling.note}
        drawing={settled}
        stale={stale}
      />
      {report && fitting(report).length > 0 && (
        <Causes report={report} output={output} fits={fitting(report)} stale={stale} whatOf={whatOf} />
      )}
    </Frame>
  );
}
