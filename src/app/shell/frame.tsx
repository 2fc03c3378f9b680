import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { formatSeconds } from '../../units';
import { asked as askedIn } from '../answer/asked';
import { viewErrors } from '../state/answers';
import type { Progress } from '../state/question';
import type { Answer } from '../state/use-answer';
import { useText } from '../state/use-scenario';
import { words } from '../words';
import type { ViewId } from '../words/en-views';
import { Lead } from './lead';
import { Problems } from './problems';

/** What the frame needs of an answer, of whichever kind. */
type Asked = Pick<
  Answer,
  'stale' | 'errors' | 'failure' | 'progress' | 'slow' | 'cancelled' | 'cancel' | 'again'
> & { report: unknown; parts: readonly unknown[] };

/** A view of the scenario: its question, what is wrong, the answer in a sentence, then what the view draws. */
export function Frame(props: {
  view: ViewId;
  asked: Asked;
  /** The answer, then what else there is to say as a paragraph of its own; null while there is none. */
  lead: string | null | undefined;
  /** The heading, where it is not the scenario's question. */
  heading?: string;
  children: ComponentChildren;
}) {
  const { view, asked, lead, heading, children } = props;
  const { answer, views } = words;
  const question = useText(['question']);
  const waiting = asked.errors.length > 0 ? '' : view === 'compare' ? answer.loading : answer.updating;
  useEffect(() => {
    viewErrors.value = asked.errors;
  }, [asked.errors]);
  useEffect(() => forgetErrors, []);
  return (
    <>
      <section class="answer" id="answer" aria-labelledby="question">
        {!heading && <p class="kicker">{views[view].title}</p>}
        <h1 id="question">{heading ?? (askedIn(question) || answer.noQuestion)}</h1>
        <Problems failure={asked.failure} again={asked.again} stale={asked.stale} />
        <Lead text={lead ?? waiting} stale={asked.stale} />
        <Stopped asked={asked} />
      </section>
      {children}
      <Status asked={asked} />
    </>
  );
}

function forgetErrors(): void {
  viewErrors.value = [];
}

function Stopped({ asked }: { asked: Asked }) {
  if (!asked.cancelled) return null;
  return (
    <p class="stopped" role="status">
      {words.shell.cancelled(asked.parts.length)}{' '}
      <button type="button" onClick={asked.again}>
        {words.shell.goOn}
      </button>
    </p>
  );
}

/** A quiet word while the workers are at it; what takes long can be stopped. */
function Status({ asked }: { asked: Asked }) {
  const { shell } = words;
  return (
    <div
      class="answer-status"
      hidden={!asked.slow}
      data-soon={asked.progress !== null && !asked.slow ? '' : undefined}
    >
      <span role="status">{asked.slow && progressText(asked.progress)}</span>
      {asked.slow && (
        <button type="button" onClick={asked.cancel}>
          {shell.cancel}
        </button>
      )}
    </div>
  );
}

function progressText(progress: Progress | null): string {
  const { answer, shell } = words;
  if (!progress || progress.total < 2) return answer.updating;
  const count = answer.progress(progress.done, progress.total);
  const worth = progress.left !== null && progress.left >= 2;
  return worth ? `${count}, ${shell.left(formatSeconds(Number(progress.left?.toPrecision(1))))}` : count;
}
