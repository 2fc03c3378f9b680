import type { ClaimTestReport } from '../../../study';
import { formatNumber } from '../../../units';
import { words } from '../../words';
import { numberText } from './number';

type Bound = ClaimTestReport['bounds'][number];

const WIDTH = 240;
const EDGE = 8;
const LINE = 12;

/** A value with its interval against the bound that decides, in words and on an axis. */
export function BoundFigure({ bound }: { bound: Bound }) {
  const { of, kind, bound: limit, value, low, high } = bound;
  const sign = words.claims.kinds[kind as keyof typeof words.claims.kinds] ?? kind;
  const text = `${numberText(value, low, high)} ${sign} ${formatNumber(limit)}?`;
  const from = Number.isFinite(low) && (low > 0 || value <= 0 || limit <= 0) ? low : value;
  const to = Number.isFinite(high) ? high : value;
  const drawn = Number.isFinite(value);
  const at = axis([from, to, value, limit]);
  return (
    <div class="bound" title={of}>
      <span>{text}</span>
      {drawn && (
        <svg viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true">
          <line class="bound-axis" x1={EDGE} y1={LINE} x2={WIDTH - EDGE} y2={LINE} />
          <line class="bound-range" x1={at(from)} y1={LINE} x2={at(to)} y2={LINE} />
          <circle class="bound-value" cx={at(value)} cy={LINE} r={5} />
          <line class="bound-limit" x1={at(limit)} y1={1} x2={at(limit)} y2={23} />
        </svg>
      )}
    </div>
  );
}

/** Where a value stands; logarithmic while all values allow it, so that ratios are lengths. */
function axis(values: readonly number[]): (x: number) => number {
  const logarithmic = values.every((value) => value > 0);
  const scaled = (x: number) => (logarithmic ? Math.log(x) : x);
  const least = Math.min(...values.map(scaled));
  const span = Math.max(...values.map(scaled)) - least;
  const edge = logarithmic ? 0.26 : span * 0.1;
  return (x) => EDGE + ((WIDTH - 2 * EDGE) * (scaled(x) - least + edge)) / (span + 2 * edge || 1);
}
