import { loadScenario, type Scenario, type ScenarioSource } from '../../catalog';
import { errorOf, fail, ok, type Result } from '../../units';
import { words } from '../../words';

/** Tasks on all clusters of a scenario, or on the one that is named. */
interface ClusterChoice {
  source: ScenarioSource;
  /** Null: all. */
  cluster: string | null;
}

/** A part for each cluster asked for; an unknown name is an error. */
export function chosenParts({ source, cluster }: ClusterChoice): Result<number> {
  const scenario = loadScenario(source);
  if (!scenario.ok) return scenario;
  if (cluster === null) return ok(scenario.value.cases.length);
  if (clusterIndex(scenario.value, cluster) >= 0) return ok(1);
  const names = scenario.value.cases.map((item) => item.cluster);
  const { noCluster, oneOf } = words().study;
  return fail(errorOf(source.file, noCluster(cluster), oneOf(names), { path: 'clusters' }));
}

/** The cluster of part number `part`. */
export const chosenIndex = (scenario: Scenario, cluster: string | null, part: number): number =>
  cluster === null ? part : clusterIndex(scenario, cluster);

function clusterIndex(scenario: Scenario, name: string): number {
  return scenario.cases.findIndex((item) => item.cluster === name);
}
