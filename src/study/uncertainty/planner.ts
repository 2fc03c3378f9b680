import type { Case } from '../../catalog';
import { bestAmong, type Candidate, findBestPlan } from '../../search';
import type { Plan, Setup } from '../../step';

/** Plans that a search of one sample leaves for the others. */
const LEFT = 3;

export interface Planning {
  searches: number;
  screened: number;
  checked: number;
  shortfall: number;
  worst: number;
}

export const createPlanning = (): Planning => ({
  searches: 0,
  screened: 0,
  checked: 0,
  shortfall: 0,
  worst: 0,
});

/**
 * Finds the best plan of many samples of one cluster: by a whole search, or among the plans that such searches found.
 * The searched samples also test the second way, each with the plans of all the others.
 */
export class Planner {
  readonly #planning: Planning;
  readonly #central: readonly Plan[];
  readonly #searched: { setup: Setup; best: Candidate; plans: Plan[] }[] = [];
  #plans: Plan[];

  constructor(planning: Planning, central: readonly Plan[]) {
    this.#planning = planning;
    this.#central = central;
    this.#plans = [...central];
  }

  search(setup: Setup, { constraints }: Case): Candidate | null {
    const plans = findBestPlan(setup, constraints, { top: LEFT }).top.map(({ plan }) => plan);
    this.#planning.searches++;
    const best = plans.length > 0 ? bestAmong(setup, plans.slice(0, 1)) : null;
    if (best) this.#searched.push({ setup, best, plans });
    this.#plans = different([...this.#plans, ...plans]);
    return best;
  }

  /** Where no known plan fits, a search decides. */
  screen(setup: Setup, item: Case): Candidate | null {
    const best = bestAmong(setup, this.#plans);
    if (!best) return this.search(setup, item);
    this.#planning.screened++;
    return best;
  }

  /** What choosing among the others' plans loses on each searched sample. */
  check(): void {
    if (this.#searched.length < 2) return;
    for (const one of this.#searched) {
      const others = this.#searched.flatMap((other) => (other === one ? [] : other.plans));
      const screened = bestAmong(one.setup, different([...this.#central, ...others]));
      const shortfall = Math.max(0, 1 - (screened?.tokensPerSecond ?? 0) / one.best.tokensPerSecond);
      this.#planning.checked++;
      this.#planning.shortfall += shortfall;
      this.#planning.worst = Math.max(this.#planning.worst, shortfall);
    }
  }
}

const different = (plans: readonly Plan[]): Plan[] => [
  ...new Map(plans.map((plan) => [JSON.stringify(plan), plan])).values(),
];
