import { useMemo } from 'preact/hooks';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Notes } from '../../report/notes';
import { Frame } from '../../shell/frame';
import { change, state } from '../../state/store';
import { theme } from '../../state/theme';
import { useComparison } from '../../state/use-comparison';
import { words } from '../../words';
import { METRICS, metricOf } from './asked-metric';
import { Cards } from './cards';
import { ComparisonTable } from './table';
import { drawThroughput } from './throughput';

/** A card per cluster, one metric with its intervals, and the whole table. */
export default function CompareView() {
  const asked = useComparison();
  const { report, stale } = asked;
  const { figures } = words;
  const metric = metricOf(state.value.metric);
  const drawing = useMemo(
    () => report && drawThroughput(report, metric, theme.value),
    [report, metric, theme.value],
  );
  // What an edit leaves as it is is not gone through again.
  const cards = useMemo(() => (report ? <Cards report={report} /> : <div class="answer-wait" />), [report]);
  const table = useMemo(() => report && <ComparisonTable report={report} />, [report]);
  const notes = useMemo(() => <Notes />, []);
  return (
    <Frame view="compare" asked={asked} lead={report?.reading}>
      <div class="answer-body" aria-busy={asked.slow} data-stale={stale ? '' : undefined}>
        {cards}
      </div>
      <Figure
        id="throughput"
        title={figures.metrics[metric].title}
        note={figures.metricNote[metric]}
        drawing={drawing}
        stale={stale}
      >
        <Pick
          id="metric"
          label={figures.metricLabel}
          value={metric}
          options={METRICS.map((name) => [name, figures.metrics[name].option])}
          onPick={(name) => change({ ...state.peek(), metric: name }, { field: 'metric', finished: true })}
        />
      </Figure>
      {report && (
        <div class="report" data-stale={stale ? '' : undefined}>
          {table}
        </div>
      )}
      {notes}
    </Frame>
  );
}
