import type { ClaimTestReport } from '../study';
import { formatNumber } from '../units';
import { words } from '../words';
import { asHtml } from './html';

const WIDTH = 420;
const HEIGHT = 46;
const LEFT = 10;
const RIGHT = 410;
const LINE = 20;

type Bound = ClaimTestReport['bounds'][number];

/** A value with its interval against the bound that decides, on a logarithmic axis; '' where it can't be drawn. */
export function boundSvg(bound: Bound): string {
  const { value, bound: limit } = bound;
  const low = Number.isFinite(bound.low) && bound.low > 0 ? bound.low : value;
  const high = Number.isFinite(bound.high) ? bound.high : value;
  if (!(value > 0 && limit > 0)) return '';
  const least = Math.min(low, limit) / 1.3;
  const most = Math.max(high, limit) * 1.3;
  const at = (x: number) =>
    Math.round((LEFT + ((RIGHT - LEFT) * Math.log(x / least)) / Math.log(most / least)) * 10) / 10;
  const text = words().report.bound(formatNumber(value), bound.kind, formatNumber(limit));
  const anchor = (x: number) => (x > WIDTH - 70 ? 'end' : x < 70 ? 'start' : 'middle');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" class="bound" role="img" aria-label="${asHtml(text)}" font-family="system-ui, sans-serif" font-size="11">` +
    `<title>${asHtml(text)}</title>` +
    `<line x1="${LEFT}" y1="${LINE}" x2="${RIGHT}" y2="${LINE}" stroke="#999"/>` +
    `<line x1="${at(low)}" y1="${LINE}" x2="${at(high)}" y2="${LINE}" stroke="#0072b2" stroke-width="7" stroke-opacity="0.45"/>` +
    `<circle cx="${at(value)}" cy="${LINE}" r="5" fill="#0072b2"/>` +
    `<line x1="${at(limit)}" y1="${LINE - 13}" x2="${at(limit)}" y2="${LINE + 13}" stroke="#d55e00" stroke-width="2" stroke-dasharray="4 2"/>` +
    `<text x="${at(value)}" y="${LINE + 22}" text-anchor="${anchor(at(value))}" fill="#0072b2">${asHtml(formatNumber(value))}</text>` +
    `<text x="${at(limit)}" y="${LINE - 14 + 8}" text-anchor="${anchor(at(limit))}" dx="6" fill="#a84a00">${asHtml(formatNumber(limit))}</text></svg>`
  );
}
