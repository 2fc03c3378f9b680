import { useMemo } from 'preact/hooks';
import { ClusterPick, chosenCluster } from '../../figures/cluster-pick';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Frame } from '../../shell/frame';
import { sourceOf } from '../../state/answers';
import { clustersOf, textAt } from '../../state/scenario';
import { choose, option, scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { useComparison } from '../../state/use-comparison';
import { axisScale } from '../../state/vary';
import { words } from '../../words';
import { joined } from '../sweep/joined';
import { variedNames } from '../sweep/names';
import { inputOf } from '../sweep/varied';
import { drawMap } from './draw';
import { gridOf } from './grid';
import { mapAxes, mapInputs, mapValues } from './inputs';
import { mapSentence } from './sentence';

/** Two inputs varied for one cluster: which resource limits it where. */
export default function MapView() {
  const now = scenario.value;
  const names = clustersOf(now).map((cluster) => textAt(cluster, ['name']));
  const cluster = chosenCluster(names);
  const { x, y } = mapAxes(now, { x: option('x'), y: option('y') });
  const varied = useMemo(() => {
    const { study: _, ...plain } = now;
    const alone = clustersOf(now).slice(cluster, cluster + 1);
    return { ...plain, clusters: alone, vary: { [y]: mapValues(now, y), [x]: mapValues(now, x) } };
  }, [now, cluster, x, y]);
  const asked = useAnswer('vary', { kind: 'vary', source: sourceOf(varied) }, 'map');
  const compared = useComparison();
  const whole = asked.stale ? null : asked.report;
  const { parts } = asked;
  const report = useMemo(() => whole ?? (parts.length > 0 ? joined(parts) : null), [whole, parts]);
  const grid = useMemo(() => (report?.axes.length === 2 ? gridOf(report, x, y) : null), [report, x, y]);
  const entry = compared.stale ? null : compared.report?.cases[cluster];
  const drawing = useMemo(() => {
    if (!grid) return null;
    const at = (key: string) => (entry ? inputOf(entry, key) : null);
    const [across, up] = [at(x), at(y)];
    const star = across && up ? { x: across * axisScale(x), y: up * axisScale(y) } : null;
    return drawMap(grid, { x, y }, star, theme.value);
  }, [grid, entry, x, y, theme.value]);
  const text = words.map;
  const options = mapInputs(now).map((key): [string, string] => [key, variedNames(key).what]);
  return (
    <Frame
      view="map"
      asked={asked}
      lead={grid && mapSentence(grid, names[cluster] ?? '', { x, y }, entry?.bottleneck ?? null)}
    >
      <Figure
        id="map"
        title={text.title(names[cluster] ?? '')}
        note={text.note}
        drawing={drawing}
        stale={asked.stale && parts.length === 0}
        data={report}
      >
        <div class="view-bar">
          <ClusterPick names={names} />
          <Pick id="x" label={text.x} value={x} options={options} onPick={(key) => choose('x', key)} />
          <Pick id="y" label={text.y} value={y} options={options} onPick={(key) => choose('y', key)} />
        </div>
      </Figure>
    </Frame>
  );
}
