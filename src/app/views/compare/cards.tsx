import type { CaseReport, CompareReport } from '../../../study';
import { formatCount, formatDays, roundedTo } from '../../../units';
import { rounded } from '../../answer/numbers';
import { TONES } from '../../figures/palette';
import { words } from '../../words';

/** A card per cluster: the figure that is read from across the room, its range, what holds it back. */
export function Cards({ report }: { report: CompareReport }) {
  return (
    <ul class="answer-cases">
      {report.cases.map((entry, index) => (
        <li key={entry.cluster} data-tone={index % TONES} data-feasible={entry.feasible}>
          <span class="card-name">
            <span class="swatch" aria-hidden="true" /> {entry.cluster}
          </span>
          <Outcome report={entry} />
        </li>
      ))}
    </ul>
  );
}

function Outcome({ report }: { report: CaseReport }) {
  const { answer } = words;
  const { days, tokens_per_second: rate, interval80: interval, bottleneck } = report;
  if (!report.feasible || days === null || rate === null || interval === null) {
    return (
      <>
        <strong class="card-no">{answer.doesNotFit}</strong>
        <span class="card-reason">{answer.reason(report.reason ?? '')}</span>
      </>
    );
  }
  const { low, high } = rounded(days, ...interval.days);
  return (
    <>
      <strong>{formatDays(roundedTo(days, ...interval.days)[0])}</strong>
      <span class="card-range">{answer.interval(low, high)}</span>
      <span class="card-rate">
        {formatCount(roundedTo(rate, ...interval.tokens_per_second)[0])} {answer.perDay}
      </span>
      <span class="card-held">{bottleneck && answer.limitedBy(answer.resource[bottleneck])}</span>
    </>
  );
}
