import type { TimelineCase, TimelineReport } from '../../../study';
import { traceJson } from '../../../study/timeline/trace';
import { fileName, saveText } from '../../figures/download';
import { words } from '../../words';
import { type Span, zoomed } from './scale';

/** Zoom by button, table or picture, the trace file and the picture as files. */
export function GanttTools(props: {
  report: TimelineReport;
  timeline: TimelineCase;
  span: Span;
  setSpan: (span: Span) => void;
  asTable: boolean;
  setAsTable: (asTable: boolean) => void;
  picture: () => HTMLCanvasElement | null;
}) {
  const { report, timeline, span, setSpan, asTable, setAsTable, picture } = props;
  const { timeline: say } = words;
  const whole = timeline.simulated_step_time_s;
  const zoom = (factor: number) => setSpan(zoomed(span, factor, (span.from + span.to) / 2, whole));
  const name = (extension: string) => fileName('timeline', extension, new Date());
  return (
    <div class="figure-tools">
      <button type="button" onClick={() => zoom(2)}>
        {say.zoomIn}
      </button>
      <button type="button" onClick={() => zoom(0.5)}>
        {say.zoomOut}
      </button>
      <button type="button" onClick={() => setSpan({ from: 0, to: whole })}>
        {say.whole}
      </button>
      <button type="button" onClick={() => setSpan(firstBatches(timeline))}>
        {say.fill}
      </button>
      <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {asTable ? say.plot : say.table}
      </button>
      <button
        type="button"
        onClick={() =>
          saveText(traceJson({ ...report, timelines: [timeline] }), 'application/json', name('json'))
        }
      >
        {say.perfetto}
      </button>
      <button type="button" disabled={asTable} onClick={() => savePicture(picture(), name('png'))}>
        {say.png}
      </button>
    </div>
  );
}

/** From the start until each rank has had its first few micro-batches. */
function firstBatches({ operations: op, ranks, simulated_step_time_s: step }: TimelineCase): Span {
  let until = 0;
  for (let i = 0; i < op.end_s.length; i++)
    if (op.micro_batch[i] >= 0 && op.micro_batch[i] < Math.max(2, ranks / 2) && op.lane[i] === 0)
      until = Math.max(until, op.end_s[i]);
  return { from: 0, to: until > 0 ? Math.min(step, until) : step };
}

function savePicture(canvas: HTMLCanvasElement | null, name: string): void {
  canvas?.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
}
