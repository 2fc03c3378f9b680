import { useState } from 'preact/hooks';
import type { CompareReport } from '../../../study';
import { formatNumber } from '../../../units';
import { sourceOf } from '../../state/answers';
import { theEngine } from '../../state/engine';
import { words } from '../../words';
import type { Lesson } from './lessons';

type Verdict = ReturnType<Lesson['judge']> | 'computing';

/** A question with choices. What is right is computed when it is asked: no answer is stored. */
export function LessonQuestion({ lesson }: { lesson: Lesson }) {
  const { lessons } = words;
  const text = lessons.all[lesson.id];
  const [chosen, setChosen] = useState<number | null>(null);
  const [verdict, setVerdict] = useState<Verdict | undefined>(undefined);
  const check = async () => {
    setVerdict('computing');
    setVerdict(await judged(lesson));
  };
  return (
    <form
      class="lesson-question"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <fieldset>
        <legend>
          {lessons.question}: {text.ask}
        </legend>
        {text.choices.map((choice, index) => (
          <label key={choice}>
            <input
              type="radio"
              name={`lesson-${lesson.id}`}
              checked={chosen === index}
              onChange={() => {
                setChosen(index);
                setVerdict(undefined);
              }}
            />
            {choice}
          </label>
        ))}
      </fieldset>
      <button type="submit" disabled={chosen === null || verdict === 'computing'}>
        {lessons.check}
      </button>
      <p role="status" class="verdict">
        {verdict === 'computing' && lessons.checking}
        {verdict === null && lessons.undecided}
        {verdict && verdict !== 'computing' && (
          <>
            <strong>{verdict.right === chosen ? lessons.right : lessons.wrong}</strong>{' '}
            {verdict.right !== chosen && `${text.choices[verdict.right]}. `}
            {text.because(formatNumber(verdict.number, 2))}
          </>
        )}
      </p>
    </form>
  );
}

async function judged(lesson: Lesson): Promise<ReturnType<Lesson['judge']>> {
  const reports: CompareReport[] = [];
  try {
    for (const scenario of lesson.asks) {
      const result = await theEngine().run<'compare'>({ kind: 'compare', source: sourceOf(scenario) });
      if (!result.ok) return null;
      reports.push(result.value);
    }
    return lesson.judge(reports);
  } catch {
    return null;
  }
}
