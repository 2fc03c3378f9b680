import { openInputs, type Quantity, type Scenario, type ScenarioSource } from '../../catalog';
import { fail, nearest, ok, type Result } from '../../units';
import { words } from '../../words';

/** What a comparison is asked: quantities, the weightiest first, the cluster that others are set against, a deadline. */
export interface Asked {
  quantities: Quantity[];
  reference: string;
  deadline_s: number | null;
}

/** What the scenario's study asks of its clusters; the time of the run, against the first, where it asks nothing. */
export function askedOf({ cases, study }: Scenario): Asked {
  const first = cases[0].cluster;
  if (study?.kind !== 'compare') return { quantities: ['time'], reference: first, deadline_s: null };
  return { quantities: study.by, reference: study.of ?? first, deadline_s: study.deadline ?? null };
}

/** The scenario, unless it sets its clusters against one that it does not have. */
export function withReference(scenario: Scenario, source: ScenarioSource): Result<Scenario> {
  const { reference } = askedOf(scenario);
  const names = scenario.cases.map(({ cluster }) => cluster);
  if (names.includes(reference)) return ok(scenario);
  const opened = openInputs(source);
  if (!opened.ok) return opened;
  const say = words().study;
  return fail(
    opened.value.error(
      ['study', 'of'],
      say.noCluster(reference),
      say.oneOf(names),
      nearest(reference, names),
    ),
  );
}
