import { words } from '../../words';
import { LOOK, OUTCOMES, type Outcome } from './look';

/** An outcome as sign and word. */
export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  return (
    <span class="outcome-tag" data-outcome={outcome}>
      <span aria-hidden="true">{LOOK[outcome].sign}</span> {words.rules.outcome[outcome]}
    </span>
  );
}

/** What the signs and words mean. */
export function OutcomeLegend() {
  const { rules } = words;
  return (
    <dl class="outcome-legend" aria-label={rules.matrix.legend}>
      {OUTCOMES.map((outcome) => (
        <div key={outcome}>
          <dt>
            <OutcomeTag outcome={outcome} />
          </dt>
          <dd>{rules.meaning[outcome]}</dd>
        </div>
      ))}
    </dl>
  );
}
