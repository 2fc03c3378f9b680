import { useState } from 'preact/hooks';
import { constantText } from '../../answer/asked';
import { SearchBox } from '../../controls/search-box';
import { ClusterPick, chosenCluster } from '../../figures/cluster-pick';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { Frame } from '../../shell/frame';
import { plainSource } from '../../state/answers';
import { clustersOf } from '../../state/scenario';
import { scenario } from '../../state/store';
import { useAnswer } from '../../state/use-answer';
import { useComparison } from '../../state/use-comparison';
import { words } from '../../words';
import { ConstantRow } from './constant-row';
import { setHere } from './override';
import { RunTable } from './run-table';
import { Sources } from './sources';

/** Every constant with value, unit, evidence and uncertainty, to be overridden; and the sources of the catalog. */
export default function AssumptionsView() {
  const asked = useAnswer('constants', { kind: 'constants', source: plainSource(scenario.value) });
  const compared = useComparison();
  const [query, setQuery] = useState('');
  const text = words.assumptions;
  const { report } = asked;
  const names = report?.clusters.map((entry) => entry.cluster) ?? [];
  const index = chosenCluster(names);
  const cluster = report?.clusters[index];
  const entry = compared.report?.cases[index];
  const all = clustersOf(scenario.value).map((_, at) => at);
  const changed = all.reduce((sum, at) => sum + setHere(scenario.value, at).length, 0);
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = (report?.constants ?? []).filter(({ name, what, evidence }) =>
    wanted.every((word) => `${name} ${what} ${constantText(what)} ${evidence}`.toLowerCase().includes(word)),
  );
  return (
    <Frame
      view="assumptions"
      asked={asked}
      lead={report && text.lead(report.constants.length, changed)}
      heading={words.views.assumptions.title}
    >
      <div class="view-bar">
        <SearchBox label={text.search} query={query} onQuery={setQuery} />
        <ClusterPick names={names} />
      </div>
      {cluster && (
        <div data-stale={asked.stale ? '' : undefined}>
          <Scroll tall label={text.constants}>
            <table class="dense stacked">
              <caption>{text.caption(cluster.cluster, cluster.family, cluster.stack)}</caption>
              <Heads texts={Object.values(text.columns)} />
              <tbody>
                {shown.map((constant) => (
                  <ConstantRow key={constant.name} {...{ constant, cluster, index, all }} />
                ))}
              </tbody>
            </table>
          </Scroll>
          {shown.length === 0 && <p>{text.none}</p>}
          <p class="soft">{text.evidenceKeys}</p>
        </div>
      )}
      {entry && !compared.stale && <RunTable entry={entry} />}
      <Sources />
    </Frame>
  );
}
