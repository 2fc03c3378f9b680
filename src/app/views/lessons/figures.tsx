import { useMemo } from 'preact/hooks';
import { Figure } from '../../figures/figure';
import { sourceOf } from '../../state/answers';
import { theme } from '../../state/theme';
import { type Answer, useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { drawMemory } from '../memory/memory';
import { drawVaried } from '../sweep/varied';
import { drawBreakdown } from '../time/breakdown';
import type { Lesson } from './lessons';

interface Props {
  asked: Answer<'explain'>;
  title: string;
}

export function TimeFigure({ asked: { report, stale } }: Props) {
  const { breakdown } = words.figures;
  const drawing = useMemo(() => report && drawBreakdown(report, theme.value), [report, theme.value]);
  return <Figure id="lesson-time" {...breakdown} drawing={drawing} stale={stale} data={report} />;
}

export function MemoryFigure({ asked: { report, stale } }: Props) {
  const { memory } = words.figures;
  const drawing = useMemo(() => report && drawMemory(report, report, theme.value), [report, theme.value]);
  return (
    <Figure
      id="lesson-memory"
      title={memory.title}
      note={memory.note}
      {...{ drawing, stale }}
      data={report}
    />
  );
}

/** The speed at all stops of the slider, computed once, with a ring at the present one. */
export function CurveFigure({ asked, title, lesson }: Props & { lesson: Lesson }) {
  const unit = lesson.key.endsWith('bandwidth') ? ' GB/s' : '';
  const values = lesson.values.map((value) => (unit ? `${value}${unit}` : value));
  const source = sourceOf({ ...lesson.base, vary: { [lesson.key]: values } });
  const curve = useAnswer('vary', { kind: 'vary', source }, 'lesson');
  const now = asked.stale ? null : asked.report;
  const drawing = useMemo(() => {
    if (!curve.report || curve.stale) return null;
    // The ring finds its curve by the cluster's name, which a lesson about chips changes.
    const named = {
      ...curve.report,
      clusters: now?.cases.map((entry) => entry.cluster) ?? curve.report.clusters,
    };
    return drawVaried(named, now, theme.value);
  }, [curve.report, curve.stale, now, theme.value]);
  const { varied } = words.figures;
  return (
    <Figure
      id="lesson-curve"
      title={title}
      note={varied.note}
      drawing={drawing}
      stale={false}
      data={curve.report}
    />
  );
}
