import { signal } from '@preact/signals';
import { paragraphsOf } from '../../words';
import { words } from '../words';

/** Is what follows the answer on show? Who has opened it wants it of the next answer too. */
const open = signal(false);

/** The answer in a sentence or two, told as it changes; what else is to be said of it is a tap away, and printed. */
export function Lead({ text, stale }: { text: string; stale: boolean }) {
  const [answer, ...more] = paragraphsOf(text);
  const mark = stale ? '' : undefined;
  return (
    <>
      <div class="answer-lead" aria-live="polite" aria-atomic="true" data-stale={mark}>
        <p>{words.prose(answer)}</p>
      </div>
      {more.length > 0 && (
        <details
          class="answer-more"
          open={open.value}
          onToggle={(event) => {
            open.value = event.currentTarget.open;
          }}
          data-stale={mark}
        >
          <summary>{words.answer.more}</summary>
          {more.map((paragraph) => (
            <p key={paragraph}>{words.prose(paragraph)}</p>
          ))}
        </details>
      )}
    </>
  );
}
