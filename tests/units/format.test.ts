import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DIMENSIONS,
  formatBandwidth,
  formatBytes,
  formatCompared,
  formatCount,
  formatDays,
  formatEnergy,
  formatFlops,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatSeconds,
  formatTokensPerSecond,
  formatUsd,
  formatWatts,
} from '../../src/units';

describe('formats', () => {
  it.each([
    [64010, '64,010'],
    [4799.6, '4,799.6'],
    [790e6, '790,000,000'],
    [5.92, '5.92'],
    [441.6, '441.6'],
  ])('keep %d of a rule on its side of a threshold', (value, text) => {
    expect(formatCompared(value)).toBe(text);
  });

  it.each([
    [formatFlops(989.4e12), '989 TFLOP/s'],
    [formatBandwidth(3.35e12), '3.35 TB/s'],
    [formatBandwidth(50e9), '50 GB/s'],
    [formatBytes(80e9), '80 GB'],
    [formatBytes(999.9e9), '1 TB'],
    [formatBytes(0), '0 B'],
    [formatWatts(1456), '1.46 kW'],
    [formatEnergy(12.345e9 * 3600), '12.3 GWh'],
    [formatCount(28.5e12), '28.5T'],
    [formatCount(7680), '7,680'],
    [formatCount(100_000), '100k'],
    [formatCount(999_999), '1M'],
    [formatTokensPerSecond(41.234e6), '41.2M tokens/s'],
    [formatTokensPerSecond(1234), '1,230 tokens/s'],
    [formatDays(38.12), '38.1 days'],
    [formatDays(1), '1 day'],
    [formatUsd(5_576_000), '$5.58M'],
    [formatUsd(2.5), '$2.5'],
    [formatUsd(-3e9), '-$3B'],
    [formatPercent(0.3821), '38.2 %'],
    [formatSeconds(0.0123), '12.3 ms'],
    [formatSeconds(5e-6), '5 µs'],
    [formatSeconds(4.5), '4.5 s'],
    [formatSeconds(600), '10 min'],
    [formatSeconds(11_160), '3.1 h'],
    [formatSeconds(54 * 86_400), '54 days'],
    [formatNumber(1234.5), '1,230'],
    [formatNumber(0.05), '0.05'],
  ])('%s', (shown, expected) => expect(shown).toBe(expected));

  it('shows a dash where there is no number', () => {
    for (const dimension of DIMENSIONS) expect(formatQuantity(Number.NaN, dimension)).toBe('–');
  });

  it('never shows an exponent or more than three digits before the unit within the usual range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DIMENSIONS.filter((dimension) => dimension !== 'ratio' && dimension !== 'count')),
        fc.double({ min: -2, max: 14.9, noNaN: true }),
        (dimension, power) => {
          const shown = formatQuantity(10 ** power, dimension);
          return !/\de[+-]?\d/i.test(shown);
        },
      ),
    );
  });
});
