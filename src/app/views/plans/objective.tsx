import type { Objective } from '../../../study';
import { SECONDS_PER_DAY } from '../../../units';
import { Pick } from '../../figures/pick';
import { choose, option } from '../../state/store';
import { words } from '../../words';

const OBJECTIVES: readonly Objective[] = ['throughput', 'time', 'cost', 'chips'];
const MARGINS = ['0', '5', '10', '20', '30'];
const DEFAULT_DAYS = 90;
const MOST_DAYS = 100_000;

/** What the best plan is the best at, of the link's choices; the deadline is asked of sizes only. */
interface Aim {
  objective: Objective;
  /** Days that the whole run may take; null: any. */
  days: number | null;
  /** Share of the usable memory. */
  margin: number;
}

export function chosenAim(): Aim {
  const objective = OBJECTIVES.find((name) => name === option('objective')) ?? 'throughput';
  const given = Number(option('deadline'));
  const days = given > 0 && given <= MOST_DAYS ? given : null;
  const margin = MARGINS.find((name) => name === option('margin')) ?? '0';
  return {
    objective,
    days: objective === 'chips' ? (days ?? DEFAULT_DAYS) : days,
    margin: Number(margin) / 100,
  };
}

/** The aim as a search asks for it. */
export const askedOf = ({ objective, days, margin }: Aim) => ({
  objective,
  deadlineSeconds:
    days !== null && (objective === 'cost' || objective === 'chips') ? days * SECONDS_PER_DAY : null,
  memoryMargin: margin,
});

/** The choice of objective, deadline and free memory. */
export function AimPicks({ aim }: { aim: Aim }) {
  const text = words.plans.aim;
  const sized = aim.objective === 'cost' || aim.objective === 'chips';
  return (
    <>
      <Pick
        id="objective"
        label={text.label}
        value={aim.objective}
        options={OBJECTIVES.map((name) => [name, text.objectives[name]])}
        onPick={(name) => choose('objective', name)}
      />
      {sized && (
        <label class="pick" for="pick-deadline">
          <span>{text.deadline}</span>
          <input
            id="pick-deadline"
            type="number"
            min="1"
            max={MOST_DAYS}
            step="any"
            value={aim.days ?? ''}
            placeholder={text.any}
            onChange={(event) => choose('deadline', event.currentTarget.value)}
          />
        </label>
      )}
      <Pick
        id="margin"
        label={text.margin}
        value={String(Math.round(aim.margin * 100))}
        options={MARGINS.map((name) => [name, `${name} %`])}
        onPick={(name) => choose('margin', name)}
      />
    </>
  );
}
