import type { ClaimOutcome } from '../../../study';
import { formatNumber } from '../../../units';
import { words } from '../../words';
import { SYMBOLS } from './shown';

/** The claims' own words are English in every language of the page. */
export const inEnglish = { lang: 'en' };

/** An outcome by symbol and word. */
export function Outcome({ of, soft }: { of: ClaimOutcome; soft?: boolean }) {
  return (
    <span class="outcome" data-outcome={of} data-soft={soft ? '' : undefined}>
      <span aria-hidden="true">{SYMBOLS[of]}</span> {words.claims.outcome[of]}
    </span>
  );
}

/** A number with its interval where it has one. Infinite ends are open; what does not exist is a dash. */
export function numberText(value: number | null, low: number | null, high: number | null): string {
  const { range, orMore } = words.claims;
  if (value === null || !Number.isFinite(value)) return words.report.none;
  const text = formatNumber(value);
  if (low === null || high === null || low === high) return text;
  const shown = Number.isFinite(high)
    ? range(formatNumber(low), formatNumber(high))
    : orMore(formatNumber(low));
  return `${text} (${shown})`;
}
