import { Frame } from '../../shell/frame';
import { sourceOf } from '../../state/answers';
import { change, choose, finish, option, state } from '../../state/store';
import { useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { viewFor } from '..';
import { CurveFigure, MemoryFigure, TimeFigure } from './figures';
import { at, LESSONS } from './lessons';
import { LessonQuestion } from './question';
import { sentence } from './sentence';

/** Six short lessons: a paragraph, one slider, a live figure, a question that the simulator checks. */
export default function LessonsView() {
  const { lessons } = words;
  const index = Math.max(
    0,
    LESSONS.findIndex(({ id }) => id === option('lesson')),
  );
  const lesson = LESSONS[index];
  const text = lessons.all[lesson.id];
  const stop = Number(option('stop') ?? lesson.start);
  const value = lesson.values[stop] ?? lesson.values[lesson.start];
  const scenario = { ...at(lesson, value), question: text.title };
  const asked = useAnswer(
    'explain',
    { kind: 'explain', source: sourceOf(scenario), cluster: null },
    'lesson',
  );
  const shown = asked.stale ? null : asked.report;
  const unit = units[lesson.key];
  const go = (to: number) => {
    const options = { ...state.peek().options, lesson: LESSONS[to].id, stop: String(LESSONS[to].start) };
    change({ ...state.peek(), options }, { field: 'lesson', finished: true });
  };
  return (
    <Frame view="lessons" asked={asked} lead={text.text} heading={text.title}>
      <nav class="lesson-list" aria-label={lessons.list}>
        <ol>
          {LESSONS.map(({ id }, place) => (
            <li key={id}>
              <button
                type="button"
                aria-current={place === index ? 'step' : undefined}
                onClick={() => go(place)}
              >
                {lessons.all[id].title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div class="lesson-slider">
        <label for="lesson-slider">
          {text.slider}: <strong>{`${value} ${unit}`.trim()}</strong>
        </label>
        <input
          id="lesson-slider"
          type="range"
          min={0}
          max={lesson.values.length - 1}
          step={1}
          value={Math.min(stop, lesson.values.length - 1)}
          aria-valuetext={`${value} ${unit}`.trim()}
          onInput={(event) => choose('stop', event.currentTarget.value, false)}
          onChange={finish}
        />
        <p aria-live="polite">{shown ? sentence(shown) : lessons.try}</p>
      </div>
      {lesson.figure === 'time' && <TimeFigure asked={asked} title={text.title} />}
      {lesson.figure === 'memory' && <MemoryFigure asked={asked} title={text.title} />}
      {(lesson.figure === 'curve' || lesson.id === 'bandwidth') && (
        <CurveFigure asked={asked} title={text.title} lesson={lesson} />
      )}
      <LessonQuestion key={lesson.id} lesson={lesson} />
      <div class="figure-tools">
        <button type="button" disabled={index === 0} onClick={() => go(index - 1)}>
          {lessons.back}
        </button>
        <button type="button" disabled={index === LESSONS.length - 1} onClick={() => go(index + 1)}>
          {lessons.next}
        </button>
        <button
          type="button"
          onClick={() =>
            change(
              { ...state.peek(), scenario, view: viewFor(scenario), options: {} },
              { field: 'open', finished: true },
            )
          }
        >
          {lessons.openInPage}
        </button>
        <span class="soft">{lessons.of(index + 1, LESSONS.length)}</span>
      </div>
    </Frame>
  );
}

const units: Record<(typeof LESSONS)[number]['key'], string> = {
  scale_out_bandwidth: 'GB/s',
  scale_up_bandwidth: 'GB/s',
  memory: 'GB',
  chips: '',
  top_k: '',
  pp: '',
};
