import { formatNumber } from '../../../units';
import { words } from '../../words';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MONTHS = 12;

/** A year with its fraction as a month and year, in the page's language. */
export function monthText(year: number, language: string): string {
  const months = Math.round(year * MONTHS);
  const day = new Date(Date.UTC(Math.floor(months / MONTHS), months % MONTHS, 15));
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(day);
}

/** 1e27 → "1 × 10²⁷ FLOP". */
export function flopText(flop: number): string {
  const exponent = Math.floor(Math.log10(flop));
  const mantissa = formatNumber(flop / 10 ** exponent, 2);
  const raised = [...String(exponent)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '⁻').join('');
  return `${mantissa} × 10${raised} FLOP`;
}

/** A number of years, in months while they are few. */
export function spanText(years: number): string {
  const span = Math.abs(years);
  const { supply } = words;
  return span < 1.5
    ? supply.months(formatNumber(Math.round(span * MONTHS)))
    : supply.years(formatNumber(span, 2));
}
