import { type Assumptions, type Claim, loadScenario } from '../../catalog';
import { findBestPlan } from '../../search';
import { RESOURCES, scaleResource } from '../../step';
import { ok, type Result } from '../../units';
import type { ElasticityFigure } from './types';

type Asked = NonNullable<Claim['figure']>;

/** What limits training over expert count and chip speed: a search for each cell. */
export function elasticityFigure(asked: Asked, assumptions: Assumptions): Result<ElasticityFigure> {
  const panels: ElasticityFigure['panels'] = [];
  for (const cluster of asked.clusters) {
    const flops: (number | null)[][] = [];
    const links: (number | null)[][] = [];
    for (const experts of asked.experts) {
      const model = { base: asked.model, experts };
      const { name, system, chips, stack, training } = cluster;
      const value = { question: name, model, training, clusters: [{ name, system, chips, stack }] };
      const scenario = loadScenario({ file: 'figure', value });
      if (!scenario.ok) return scenario;
      const [{ setup, constraints }] = scenario.value.cases;
      const row = asked.speeds.map((speed) => {
        let changed = setup;
        for (const resource of RESOURCES) {
          const factor = (assumptions.resources[resource] ?? 1) * (resource === 'flops' ? speed : 1);
          if (factor !== 1) changed = scaleResource(changed, resource, factor);
        }
        return findBestPlan(changed, constraints, { top: 1 }).best?.elasticity ?? null;
      });
      flops.push(row.map((one) => one?.flops ?? null));
      links.push(row.map((one) => one && one.scale_up_bandwidth + one.scale_out_bandwidth));
    }
    panels.push({ name: cluster.name, flops, links });
  }
  return ok({ experts: asked.experts, speeds: asked.speeds, panels });
}
