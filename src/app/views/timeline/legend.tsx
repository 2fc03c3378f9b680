import { useMemo } from 'preact/hooks';
import type { TimelineCase, TimelineReport } from '../../../study';
import { theme } from '../../state/theme';
import { words } from '../../words';
import { colorOf, idle } from './colors';

/** What the colours mean, of the operations that there are. */
export function Legend({ report, timeline }: { report: TimelineReport; timeline: TimelineCase }) {
  const { timeline: say } = words;
  const used = useMemo(() => {
    const kinds = new Set(timeline.operations.kind);
    return report.labels.kinds.filter((_, code) => kinds.has(code));
  }, [report, timeline]);
  const lanes = useMemo(() => {
    const seen = new Set(timeline.operations.lane);
    return report.labels.lanes.filter((_, code) => seen.has(code));
  }, [report, timeline]);
  return (
    <ul class="gantt-legend">
      {used.map((kind) => (
        <li key={kind}>
          <span
            class="gantt-swatch"
            data-striped={kind.startsWith('wait_') && kind !== 'wait_host' ? '' : undefined}
            style={{ '--hue': colorOf(kind, theme.value) }}
          />
          {say.kind[kind]}
        </li>
      ))}
      <li>
        <span class="gantt-swatch" style={{ '--hue': idle[theme.value] }} />
        {say.bubble}
      </li>
      <li class="soft">
        {say.hidden}; {say.exposed} {say.lanes(lanes.map((lane) => say.lane[lane]))}
      </li>
    </ul>
  );
}
