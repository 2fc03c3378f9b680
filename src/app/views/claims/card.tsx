import { CLAIM_OPTION } from '../../../report';
import { choose, option } from '../../state/store';
import { words } from '../../words';
import { Detail } from './detail';
import { inEnglish, numberText, Outcome } from './number';
import { isChanged, type Row } from './shown';

/** One claim: its outcome, number and conditions; opened, the computation and its sources. */
export function Card({ row }: { row: Row }) {
  const { claim, before, pending } = row;
  const text = words.claims;
  const open = option(CLAIM_OPTION) === claim.id;
  const changed = isChanged(row) && before;
  return (
    <li
      class="claim"
      id={`claim-${claim.id}`}
      data-outcome={claim.outcome}
      data-open={open ? '' : undefined}
      data-stale={pending ? '' : undefined}
    >
      <h3>
        <button
          type="button"
          class="claim-switch"
          aria-expanded={open}
          onClick={() => choose(CLAIM_OPTION, open ? '' : claim.id)}
        >
          <span {...inEnglish}>{claim.claim}</span>
        </button>
      </h3>
      <p class="claim-verdict">
        <Outcome of={claim.outcome} />
        {changed && <span class="claim-was">{text.was(text.outcome[before])}</span>}
        {pending && <span class="soft">{text.pending}</span>}
        {claim.value !== null && (
          <span>
            <strong>
              {numberText(claim.value, claim.interval?.[0] ?? null, claim.interval?.[1] ?? null)}
            </strong>{' '}
            <span {...inEnglish}>{claim.unit}</span>
          </span>
        )}
      </p>
      <p class="claim-conditions" {...inEnglish}>
        {claim.conditions}
      </p>
      {open && <Detail claim={claim} />}
    </li>
  );
}
