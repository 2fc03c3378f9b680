import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TimelineCase, TimelineReport } from '../../../study';
import { formatSeconds } from '../../../units';
import { theme } from '../../state/theme';
import { words } from '../../words';
import { describe } from './describe';
import { GanttTools } from './gantt-tools';
import { afterKey } from './keys';
import { Legend } from './legend';
import { OperationsTable } from './operations-table';
import { heightOf, paint, type Scene, timeAt } from './paint';
import { operationAt, rowsOf } from './rows';
import type { Span } from './scale';
import { useCanvas } from './use-canvas';
import { usePointer } from './use-pointer';

const AXIS = 24;
const NARROW = 560;
/** How far beside a short operation a pointer may be, pixels. */
const NEAR = 3;

/** The picture of one step: lanes of every rank over time, to be zoomed, moved and asked. */
export function Gantt(props: { report: TimelineReport; timeline: TimelineCase; stale: boolean }) {
  const { report, timeline, stale } = props;
  const { timeline: say } = words;
  const whole = timeline.simulated_step_time_s;
  const [span, setSpan] = useState<Span>({ from: 0, to: whole });
  const [chosen, setChosen] = useState(-1);
  const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
  const [asTable, setAsTable] = useState(false);
  useEffect(() => {
    setSpan({ from: 0, to: whole });
    setChosen(-1);
    setPointer(null);
  }, [timeline]);
  const rows = useMemo(() => rowsOf(report, timeline), [report, timeline]);
  const sceneOf = (width: number): Scene => {
    const narrow = width < NARROW;
    const gutter = narrow ? 26 : rows.named ? 112 : 56;
    const rank = narrow ? say.rankShort : say.rank;
    const named = { rank, lane: say.lane, leftOut: say.leftOut };
    return {
      ...{ report, timeline, rows, span, width, gutter },
      ...{ axis: AXIS, theme: theme.value, chosen, words: named },
    };
  };
  const height = heightOf({ rows, axis: AXIS });
  const { canvas, width } = useCanvas(height, (context, wide) => paint(context, sceneOf(wide)), [
    timeline,
    span,
    chosen,
    theme.value,
    say,
    asTable,
  ]);
  const scene = sceneOf(width);
  usePointer(canvas, {
    ...{ span, whole, setSpan },
    timeAt: (x) => timeAt(scene, x),
    hover: (at) => {
      setPointer(at);
      if (at === null) return;
      const slack = (NEAR / Math.max(1, width - scene.gutter)) * (span.to - span.from);
      const inside = at.x >= scene.gutter;
      setChosen(inside ? operationAt(timeline, rows, timeAt(scene, at.x), at.y - AXIS, slack) : -1);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = afterKey(event.key, { span, chosen }, timeline, rows);
    if (!next) return;
    event.preventDefault();
    setPointer(null);
    setSpan(next.span);
    setChosen(next.chosen);
  };
  const told = chosen >= 0 ? describe(report, timeline, chosen) : null;
  return (
    <figure
      id="figure-timeline"
      class="figure"
      data-stale={stale ? '' : undefined}
      aria-labelledby="gantt-title"
    >
      <div class="figure-head">
        <h2 id="gantt-title">{say.gantt}</h2>
      </div>
      <Legend report={report} timeline={timeline} />
      <div class="gantt" hidden={asTable}>
        {/* The height is there before the first picture, so that nothing below jumps. */}
        <canvas
          ref={canvas}
          role="img"
          tabIndex={0}
          aria-label={say.ganttLabel(timeline.ranks, formatSeconds(whole))}
          aria-describedby="gantt-help"
          style={{ height: `${height}px` }}
          onKeyDown={onKeyDown}
        />
        {told && pointer && (
          <div
            class="gantt-tip"
            style={{
              left: `${Math.min(pointer.x + 14, Math.max(0, width - 250))}px`,
              top: `${pointer.y + 16}px`,
            }}
          >
            <strong>{told.title}</strong>
            <span>{told.when}</span>
            {told.notes && <span>{told.notes}</span>}
          </div>
        )}
      </div>
      <p class="gantt-told" aria-live="polite" hidden={asTable}>
        {told && !pointer ? `${told.title}; ${told.when}${told.notes && `; ${told.notes}`}.` : ''}
      </p>
      {asTable && <OperationsTable report={report} timeline={timeline} span={span} />}
      <figcaption>
        <span id="gantt-help">{say.help}</span> {say.ganttNote}
      </figcaption>
      <GanttTools
        {...{ report, timeline, span, setSpan, asTable, setAsTable }}
        picture={() => canvas.current}
      />
    </figure>
  );
}
