import { loadVariants, type ScenarioSource, type Variants } from '../../catalog';
import { fail, must, ok, type Result } from '../../units';
import { words } from '../../words';
import { mapCells, mapReport } from '../bottlenecks';
import { askedStudy } from './asked-study';
import type { Handler } from './handler';

const CELLS_IN_PART = 10;

function readQuestion(source: ScenarioSource): Result<Variants> {
  const say = words().study;
  const asked = askedStudy(source, 'bottleneck_map', say.bottlenecks.example);
  if (!asked.ok) return asked;
  const { base, error } = asked.value;
  const axes = base.vary?.axes ?? [];
  const numbers = axes.every(({ labels, values }) => labels === null && values.length > 1);
  if (axes.length !== 2 || !numbers || base.vary?.sampled) {
    return fail(error(['vary'], say.bottlenecks.notTwo, say.bottlenecks.two));
  }
  return loadVariants(source);
}

const pointsOf = ({ base }: Variants): number => base.vary?.points ?? 0;

/** Cells of the map in slices. */
export const bottlenecks: Handler<'bottleneck_map'> = {
  parts({ source }) {
    const variants = readQuestion(source);
    return variants.ok ? ok(Math.ceil(pointsOf(variants.value) / CELLS_IN_PART)) : variants;
  },
  run({ source }, index) {
    const variants = readQuestion(source);
    if (!variants.ok) return variants;
    const from = index * CELLS_IN_PART;
    return mapCells(variants.value, from, Math.min(pointsOf(variants.value), from + CELLS_IN_PART));
  },
  merge({ source }, reports) {
    return mapReport(must(readQuestion(source)), reports);
  },
};
