import { useMemo } from 'preact/hooks';
import { formatCount, formatPercent, formatSeconds } from '../../../units';
import { ClusterPick, chosenCluster } from '../../figures/cluster-pick';
import { Figure } from '../../figures/figure';
import { Frame } from '../../shell/frame';
import { plainSource } from '../../state/answers';
import { scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { drawFront, frontSentence } from './front';
import { drawLost, plansSentence } from './lost';
import { MegatronFlags } from './megatron';
import { AimPicks, askedOf, chosenAim } from './objective';
import { PlansTable } from './table';

const TOP = 8;

/** The best plans of a cluster side by side, why the next ones lose, and what to type into Megatron-Core. */
export default function PlansView() {
  const aim = chosenAim();
  const asked = useAnswer('search', {
    ...{ kind: 'search', source: plainSource(scenario.value), exhaustive: false, top: TOP, pareto: true },
    ...askedOf(aim),
  });
  const { report, stale } = asked;
  const text = words.plans;
  const names = report?.searches.map((search) => search.cluster) ?? [];
  const chosen = chosenCluster(names);
  const search = report?.searches[chosen];
  const lost = useMemo(() => (search ? drawLost(search, theme.value) : null), [search, theme.value]);
  const front = useMemo(
    () => (search ? drawFront(search, chosen, theme.value) : null),
    [search, chosen, theme.value],
  );
  return (
    <Frame view="plans" asked={asked} lead={search ? plansSentence(search) : null}>
      <div class="view-bar">
        <ClusterPick names={names} />
        <AimPicks aim={aim} />
      </div>
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
      {search && <PlansTable search={search} stale={stale} />}
      <Figure
        id="lost"
        title={text.lost.title(search?.cluster ?? '')}
        note={text.lost.note}
        drawing={lost}
        stale={stale}
      />
      <Figure
        id="front"
        title={text.front.title(search?.cluster ?? '')}
        note={text.front.note}
        answer={(search && frontSentence(search, formatPercent)) ?? undefined}
        drawing={front}
        stale={stale}
        data={report}
      />
      {search?.megatron && <MegatronFlags megatron={search.megatron} />}
    </Frame>
  );
}
