import type { ClaimTestReport } from '../../../study';
import { formatNumber } from '../../../units';
import { words } from '../../words';
import { numberText } from './number';

type Bound = ClaimTestReport['bounds'][number];

const WIDTH = 240;
const EDGE = 8;
const LINE = 12;

/** A value with its interval against the bound that decides, in words and on a logarithmic axis where that can be drawn. */
export function BoundFigure({ bound }: { bound: Bound }) {
  const { of, kind, bound: limit, value, low, high } = bound;
  const sign = words.claims.kinds[kind as keyof typeof words.claims.kinds] ?? kind;
  const text = `${numberText(value, low, high)} ${sign} ${formatNumber(limit)}?`;
  const from = Number.isFinite(low) && low > 0 ? low : value;
  const to = Number.isFinite(high) ? high : value;
  const drawn = value > 0 && limit > 0 && to > 0;
  const least = Math.min(from, limit) / 1.3;
  const most = Math.max(to, limit) * 1.3;
  const at = (x: number) => EDGE + ((WIDTH - 2 * EDGE) * Math.log(x / least)) / Math.log(most / least);
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
