import type { Precision } from '../../step';
import { formatCount, formatQuantity } from '../../units';
import { words } from '../../words';
import type { CaseReport } from '../case-types';
import { differences, type Work } from '../compare';
import { nameList } from './numbers';

/** What clusters do not have in common in what they train, and which of them trains what. */
export function differText(cases: readonly Pick<CaseReport, 'cluster' | 'inputs'>[]): string[] {
  const say = words().reading;
  const fields = differences(cases);
  if (fields.length === 0) return [];
  const groups = new Map<string, string[]>();
  for (const { cluster, inputs } of cases) {
    const values = fields.map((of) => workText(of, inputs[of])).join(', ');
    groups.set(values, [...(groups.get(values) ?? []), cluster]);
  }
  return [
    say.differ(
      fields.map((of) => say.work[of]),
      [...groups].map(([values, clusters]) => say.onCluster(values, '', nameList(clusters))),
    ),
  ];
}

/** One value of what a cluster is given to do. */
export function workText(of: Work, value: string | number | null): string {
  if (value === null) return words().reading.noExperts;
  if (of === 'tokens') return formatQuantity(Number(value), 'tokens');
  if (of === 'precision') return words().reading.precisions[value as Precision];
  return typeof value === 'number' ? formatCount(value) : value;
}
