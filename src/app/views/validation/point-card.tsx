import type { PointReport } from '../../../study';
import { formatNumber, formatPercent } from '../../../units';
import { words } from '../../words';

/** A run that was tapped: what was measured and predicted, and the way to its source. */
export function PointCard({ point, onClose }: { point: PointReport; onClose: () => void }) {
  const { point: text } = words.validation;
  const { measured, predicted, interval80: interval, error } = point;
  const inside = interval !== null && measured >= interval[0] && measured <= interval[1];
  return (
    <section class="point-card" aria-label={text.heading}>
      <p>
        <strong>{point.id}</strong>
      </p>
      <p>
        {point.model}, {point.chips.toLocaleString('en-US')} × {point.chip}, {point.precision},{' '}
        {point.framework}, {point.date}
      </p>
      <p>
        {text.measured(formatNumber(measured, 4))}
        {predicted !== null &&
          interval &&
          `; ${text.predicted(formatNumber(predicted, 4), formatNumber(interval[0]), formatNumber(interval[1]))}; ${text.error(formatPercent(error ?? 0))}, ${inside ? text.inside : text.outside}`}
      </p>
      <p class="soft">{point.source}</p>
      <div class="figure-tools">
        {point.source_url ? (
          <a href={point.source_url} target="_blank" rel="noreferrer">
            {text.source}
          </a>
        ) : (
          <span class="soft">{text.noSource}</span>
        )}
        <button type="button" onClick={onClose}>
          {text.close}
        </button>
      </div>
    </section>
  );
}
