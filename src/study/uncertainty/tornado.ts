import type { Model } from './model';
import { Planner, type Planning } from './planner';
import { centralDraw, type Draw, drawnCases, drawnSetup, writeOutputs } from './sample';
import { OUTPUTS, type TornadoRow } from './types';

/** Tokens a second of one cluster with each variable in turn at both ends of its 80 % interval, the widest first. */
export function tornadoOf(model: Model, index: number, planning: Planning): TornadoRow[] {
  const cluster = model.clusters[index];
  const planner = new Planner(planning, cluster.plans);
  const to = new Float64Array(OUTPUTS.length);
  const rateAt = (draw: Draw, search: boolean): number | null => {
    const cases = drawnCases(model, draw);
    if (!cases || cluster.plans.length === 0) return null;
    const setup = drawnSetup(cluster, cases[index], draw);
    const planned = search ? planner.search(setup, cases[index]) : planner.screen(setup, cases[index]);
    writeOutputs(to, 0, cluster, cases[index], planned, draw);
    return Number.isFinite(to[0]) ? to[0] : null;
  };
  const central = rateAt(centralDraw(model), true);
  const rows = model.variables.map(({ name, kind }, variable): TornadoRow => {
    const at = (probability: number) => {
      const draw = centralDraw(model);
      draw[variable] = probability;
      return rateAt(draw, kind === 'input');
    };
    return { cluster: cluster.item.cluster, factor: name, kind, central, at_p10: at(0.1), at_p90: at(0.9) };
  });
  const width = ({ at_p10, at_p90 }: TornadoRow) =>
    Math.abs((at_p90 ?? central ?? 0) - (at_p10 ?? central ?? 0));
  return rows
    .filter(({ at_p10, at_p90 }) => at_p10 !== central || at_p90 !== central)
    .sort((a, b) => width(b) - width(a));
}
