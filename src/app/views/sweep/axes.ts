import type { VaryReport } from '../../../study';
import { formatBandwidth, formatBytes, formatFlops, formatNumber } from '../../../units';
import { axisScale } from '../../state/vary';
import { variedNames } from './names';

/** An input that a sweep varies, as figures show it. */
export interface Axis {
  /** Its column in the report's inputs. */
  column: string;
  key: string;
  what: string;
  title: string;
  labels: string[] | null;
  /** What there is of it, ascending; of a choice in the order written. */
  values: number[];
}

export function axesOf(report: VaryReport): Axis[] {
  return report.axes.map(({ column, key, cluster, labels }) => {
    const { what, axis } = variedNames(key);
    const of = (text: string) => (cluster === null ? text : `${cluster}: ${text}`);
    const values = [...new Set(report.inputs[column])].sort((a, b) => a - b);
    return { column, key, what: of(what), title: of(axis), labels, values };
  });
}

/** How a sweep is looked at: one input across, one as lines or upwards, others held. */
export interface Look {
  across: Axis;
  second: Axis | null;
  held: { axis: Axis; value: number }[];
}

/** The look that is wished for as far as it is possible; `wish` gives the columns and, of held ones, the value's place. */
export function lookOf(
  axes: readonly Axis[],
  wish: (name: string) => string | undefined = () => undefined,
): Look {
  const find = (name: string) => axes.find(({ column }) => column === wish(name));
  const across = find('across') ?? axes[0];
  const others = axes.filter((axis) => axis !== across);
  const wanted = find('lines');
  const second = wanted && wanted !== across ? wanted : (others[0] ?? null);
  const held = others
    .filter((axis) => axis !== second)
    .map((axis) => {
      const place = Number(wish(`held ${axis.column}`) ?? 0);
      return { axis, value: axis.values[place] ?? axis.values[0] };
    });
  return { across, second, held };
}

/** The value as an axis has it: a number in the axis's unit, or the name of a choice. */
export function coordinate({ key, labels }: Axis, value: number): number | string {
  return labels ? (labels[value] ?? String(value)) : Number((value * axisScale(key)).toPrecision(12));
}

/** The value without its unit, where a title tells that. */
export function tickText(axis: Axis, value: number): string {
  const at = coordinate(axis, value);
  return typeof at === 'string' ? at : Number.isInteger(at) ? at.toLocaleString('en-US') : formatNumber(at);
}

/** The value with its unit, for a legend. */
export function valueText({ key, labels }: Pick<Axis, 'key' | 'labels'>, value: number): string {
  if (labels) return labels[value] ?? String(value);
  if (key.endsWith('bandwidth')) return formatBandwidth(value);
  if (key === 'memory') return formatBytes(value);
  if (key === 'bf16') return formatFlops(value);
  return Number.isInteger(value) ? value.toLocaleString('en-US') : formatNumber(value);
}
