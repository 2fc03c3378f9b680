import { useMemo } from 'preact/hooks';
import type { VaryReport } from '../../../study';
import { paragraphs } from '../../../words';
import { ClusterPick, chosenCluster } from '../../figures/cluster-pick';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Frame } from '../../shell/frame';
import { sourceOf } from '../../state/answers';
import { isObject, type JsonObject } from '../../state/json';
import { choose, option, scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import '../../styles/studies.css';
import { useComparison } from '../../state/use-comparison';
import { DEFAULT_VARIABLE, variesAnything, withVaried } from '../../state/vary';
import { words } from '../../words';
import { axesOf, type Look, lookOf } from './axes';
import { drawHeat, isMap } from './heat';
import { joined } from './joined';
import { type Measure, measureOf, measuresOf } from './measures';
import { sampleSentence, sweepSentence } from './sentence';
import { LookPicks, VariedInputs } from './settings';
import { drawVaried } from './varied';

/** Inputs varied, the plan searched anew at each point; rows are drawn as they come. */
export default function SweepView() {
  const now = scenario.value;
  const varied = variesAnything(now) ? now : withVaried(now, DEFAULT_VARIABLE);
  const asked = useAnswer('vary', { kind: 'vary', source: sourceOf(varied) });
  const compared = useComparison();
  const partly = (asked.stale || !asked.report) && asked.parts.length > 0;
  const report = useMemo(
    () => (partly ? joined(asked.parts) : asked.report),
    [partly, asked.parts, asked.report],
  );
  const rings = compared.stale ? null : compared.report;
  const axes = report ? axesOf(report) : [];
  const chosen = ['across', 'lines', 'as', 'measure', ...axes.map(({ column }) => `held ${column}`)].map(
    option,
  );
  const shown = useMemo(() => {
    if (!report) return null;
    const sampled = isSampled(varied);
    const look = lookOf(axesOf(report), option);
    const measure = measureOf(report, look, option('measure'));
    const wish = option('as');
    const map =
      !sampled && (wish ? wish === 'map' && look.second !== null : isMap(look, report.clusters.length));
    return { report, look, measure, map, sampled };
  }, [report, varied, ...chosen]);
  const cluster = chosenCluster(report?.clusters ?? []);
  const drawing = useMemo(() => {
    if (!shown) return null;
    const { look, measure, map, sampled } = shown;
    const { second } = look;
    if (map && second) return drawHeat(shown.report, { ...look, second }, measure, cluster, theme.value);
    return drawVaried(shown.report, rings, theme.value, { look, measure, sampled, partial: partly });
  }, [shown, rings, cluster, theme.value, partly]);
  const text = words.figures.varied;
  // The whole answer has its own reading, unless another measure is on show.
  const told = partly || asked.stale || option('measure') ? '' : asked.report?.reading;
  const lead = shown && paragraphs([leadOf(shown)], told ? [told] : []);
  return (
    <Frame view="sweep" asked={asked} lead={lead}>
      <VariedInputs now={varied} />
      <Figure
        id="varied"
        title={shown ? titleOf(shown, shown.report.clusters[cluster]) : text.label}
        note={text.note}
        drawing={drawing}
        stale={asked.stale && !partly}
        partial={partly && !asked.cancelled}
        data={report}
      >
        {shown && (
          <div class="view-bar">
            <Pick
              id="measure"
              label={text.show}
              value={shown.measure.name}
              options={measuresOf(shown.report).map(({ name, option: label }) => [name, label])}
              onPick={(name) => choose('measure', name)}
            />
            <LookPicks axes={axes} look={shown.look} map={shown.map} sampled={shown.sampled} />
            {shown.map && <ClusterPick names={shown.report.clusters} />}
          </div>
        )}
      </Figure>
    </Frame>
  );
}

const isSampled = ({ vary }: JsonObject): boolean => isObject(vary) && isObject(vary.sampling);

type Shown = { report: VaryReport; look: Look; measure: Measure; map: boolean; sampled: boolean };

const leadOf = ({ report, look, measure, sampled }: Shown): string =>
  sampled ? sampleSentence(report, measure) : sweepSentence(report, look, measure);

function titleOf({ look: { across, second }, measure, map, sampled }: Shown, cluster: string): string {
  const text = words.figures.varied;
  if (second && map) return text.titleMap(cluster, across.what, second.what);
  if (second && !sampled) return text.titleBoth(across.what, second.what);
  return measure.name === 'tokens' ? text.title(across.what) : text.titleOf(measure.option, across.what);
}
