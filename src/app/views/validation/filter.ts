import type { PointReport } from '../../../study';
import { option } from '../../state/store';

/** What the view can be narrowed by; each is kept in the link as an option of that name. */
export const FILTERS = ['chip', 'group', 'framework', 'model'] as const;
export type Filter = (typeof FILTERS)[number];

interface Chosen {
  values: Record<Filter, string>;
  kind: string;
  judged: boolean;
}

export const chosen = (): Chosen => ({
  values: Object.fromEntries(FILTERS.map((name) => [name, option(name) ?? ''])) as Record<Filter, string>,
  kind: option('kind') ?? '',
  judged: option('judged') === 'yes',
});

/** Version numbers and remarks behind the name of a framework tell nothing for a choice. */
const family = (framework: string): string => {
  const known = ['Megatron-Bridge', 'MindSpeed', 'MindSpore', 'Megatron', 'NeMo', 'TorchTitan', 'torchtitan'];
  const name = known.find((start) => framework.startsWith(start));
  return name ?? framework.split(/[\s,(/]/)[0];
};

export const filterValue = (point: PointReport, name: Filter): string =>
  name === 'framework' ? family(point.framework) : point[name];

export function filtered(points: readonly PointReport[], { values, kind, judged }: Chosen): PointReport[] {
  return points.filter(
    (point) =>
      point.predicted !== null &&
      FILTERS.every((name) => values[name] === '' || filterValue(point, name) === values[name]) &&
      (kind === '' || (kind === 'moe') === point.moe) &&
      (!judged || point.judged),
  );
}

/** The values that occur, with how often, the most frequent first. */
export function choices(points: readonly PointReport[], name: Filter): [string, number][] {
  const counts = new Map<string, number>();
  for (const point of points) {
    if (point.predicted === null) continue;
    const value = filterValue(point, name);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
