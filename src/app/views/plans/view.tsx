import { useMemo } from 'preact/hooks';
import { formatCount, formatPercent, formatSeconds, formatTokensPerSecond } from '../../../units';
import { ClusterPick, chosenCluster } from '../../figures/cluster-pick';
import { Figure } from '../../figures/figure';
import { Frame } from '../../shell/frame';
import { plainSource } from '../../state/answers';
import { scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { drawLost, plansSentence } from './lost';
import { MegatronFlags } from './megatron';
import { PlansTable } from './table';

const TOP = 8;

/** The best plans of a cluster side by side, why the next ones lose, and what to type into Megatron-Core. */
export default function PlansView() {
  const asked = useAnswer('search', {
    kind: 'search',
    source: plainSource(scenario.value),
    exhaustive: false,
    top: TOP,
  });
  const { report, stale } = asked;
  const text = words.plans;
  const names = report?.searches.map((search) => search.cluster) ?? [];
  const search = report?.searches[chosenCluster(names)];
  const drawing = useMemo(() => (search ? drawLost(search, theme.value) : null), [search, theme.value]);
  const sentence = search && plansSentence(search, { rate: formatTokensPerSecond, share: formatPercent });
  return (
    <Frame view="plans" asked={asked} lead={sentence ?? null}>
      <div class="view-bar">
        <ClusterPick names={names} />
        {search && (
          <p class="soft">
            {text.how(
              formatCount(search.plans_in_space),
              formatCount(search.plans_evaluated),
              formatCount(search.plans_pruned),
              formatSeconds(search.seconds),
            )}
          </p>
        )}
      </div>
      {search && <PlansTable search={search} stale={stale} />}
      <Figure
        id="lost"
        title={text.lost.title(search?.cluster ?? '')}
        note={text.lost.note}
        drawing={drawing}
        stale={stale}
      />
      {search?.megatron && <MegatronFlags megatron={search.megatron} />}
    </Frame>
  );
}
