import type { CaseReport } from '../../study';
import { formatCount, formatDays } from '../../units';
import { comparison, progress, slow, stale } from '../state/answers';
import { textAt } from '../state/scenario';
import { scenario } from '../state/store';
import { words } from '../words';
import { roundedTo } from './numbers';
import { Problems } from './problems';
import { caseSentence, comparisonSentence } from './sentence';

/** The answer first: the question, a sentence per cluster, the comparison. */
export function Answer() {
  const { answer } = words;
  const report = comparison.value;
  return (
    <section class="answer" id="answer" aria-labelledby="question">
      <h1 id="question">{textAt(scenario.value, ['question']) || answer.noQuestion}</h1>
      <Problems />
      <div
        class="answer-body"
        aria-live="polite"
        aria-atomic="true"
        aria-busy={slow.value}
        data-stale={stale.value ? '' : undefined}
      >
        {report === null && <p class="answer-wait">{answer.loading}</p>}
        {report && <p class="answer-lead">{comparisonSentence(report)}</p>}
        {report && (
          <ul class="answer-cases">
            {report.cases.map((entry, index) => (
              <li key={entry.cluster} data-tone={index} data-feasible={entry.feasible}>
                <Headline report={entry} />
                <p>{caseSentence(entry, report.model)}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p class="answer-status" role="status">
        {slow.value
          ? progress.value
            ? answer.progress(progress.value.done, progress.value.total)
            : answer.updating
          : ' '}
      </p>
    </section>
  );
}

/** The figure that is read from across the room. */
function Headline({ report }: { report: CaseReport }) {
  const { answer } = words;
  const interval = report.interval80;
  const fits = report.feasible && report.days !== null && report.tokens_per_second !== null && interval;
  return (
    <div class="headline">
      <span class="headline-name">
        <span class="swatch" aria-hidden="true" /> {report.cluster}
      </span>
      {fits ? (
        <>
          <strong>{formatDays(roundedTo(report.days ?? 0, ...interval.days)[0])}</strong>
          <span class="headline-rate">
            {formatCount(roundedTo(report.tokens_per_second ?? 0, ...interval.tokens_per_second)[0])}{' '}
            {answer.perDay}
          </span>
        </>
      ) : (
        <strong class="headline-no">{answer.doesNotFit}</strong>
      )}
    </div>
  );
}
