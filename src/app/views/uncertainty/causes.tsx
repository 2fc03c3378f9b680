import { useMemo } from 'preact/hooks';
import type { UncertaintyReport } from '../../../study';
import { ClusterPick, chosenCluster } from '../../figures/cluster-pick';
import { Figure } from '../../figures/figure';
import { theme } from '../../state/theme';
import { words } from '../../words';
import { drawIndices } from './indices';
import type { Output, WhatOf } from './names';
import { DRAWN, drawTornado, tornadoRows } from './tornado';
import { useLater } from './use-later';

/** What moves one cluster, one cause at a time and in the variance of the samples. */
export function Causes(props: {
  report: UncertaintyReport;
  output: Output;
  /** Clusters to choose from. */
  fits: readonly string[];
  stale: boolean;
  whatOf: WhatOf;
}) {
  const { report, output, fits, stale, whatOf } = props;
  const text = words.uncertainty;
  const name = fits[chosenCluster(fits)];
  // The first cluster has no ratio to itself.
  const shown =
    output === 'tokens_per_second_ratio' && name === report.clusters[0] ? 'tokens_per_second' : output;
  const rows = tornadoRows(report, name);
  const bars = rows.length;
  // The bars stay while samples arrive.
  const ends = rows.map(({ factor, at_p10, at_p90 }) => [factor, at_p10, at_p90].join()).join();
  const tornado = useLater(
    useMemo(
      () => (bars > 0 ? drawTornado(report, name, whatOf, theme.value) : null),
      [ends, name, whatOf, theme.value],
    ),
  );
  const indices = useLater(
    useMemo(
      () => (report.indices.length > 0 ? drawIndices(report, name, shown, whatOf, theme.value) : null),
      [report.indices, name, shown, whatOf, theme.value],
    ),
  );
  return (
    <>
      <Figure
        id="tornado"
        title={text.tornado.title(name)}
        note={bars > DRAWN ? `${text.tornado.note} ${text.tornado.more(DRAWN)}` : text.tornado.note}
        drawing={tornado}
        stale={stale}
      >
        <ClusterPick names={fits} />
      </Figure>
      {indices ? (
        <Figure
          id="indices"
          title={text.indices.title(name)}
          note={text.indices.note(text.outputs[shown].option)}
          drawing={indices}
          stale={stale}
        />
      ) : (
        <p class="soft">{text.indices.wait}</p>
      )}
    </>
  );
}
