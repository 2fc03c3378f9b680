import { comparison, progress, slow, stale } from '../state/answers';
import { textAt } from '../state/scenario';
import { scenario } from '../state/store';
import { words } from '../words';
import { Cards } from './cards';
import { Problems } from './problems';
import { leadSentences } from './sentence';

/** The answer first: the question, the answer in sentences, a card per cluster. */
export function Answer() {
  const { answer } = words;
  const report = comparison.value;
  const old = stale.value ? '' : undefined;
  return (
    <section class="answer" id="answer" aria-labelledby="question">
      <h1 id="question">{textAt(scenario.value, ['question']) || answer.noQuestion}</h1>
      <Problems />
      <div class="answer-lead" aria-live="polite" aria-atomic="true" data-stale={old}>
        <p>{report ? leadSentences(report).join(' ') : answer.loading}</p>
      </div>
      <div class="answer-body" aria-busy={slow.value} data-stale={old}>
        {report ? <Cards report={report} /> : <div class="answer-wait" />}
      </div>
      <Status />
    </section>
  );
}

/** A quiet word while the workers are at it. */
function Status() {
  const { answer } = words;
  const now = progress.value;
  return (
    <p class="answer-status" role="status" hidden={!slow.value}>
      {slow.value && (now && now.total > 1 ? answer.progress(now.done, now.total) : answer.updating)}
    </p>
  );
}
