import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, type Dimension, formatQuantity, parseQuantity, type Sign } from '../../src/units';

const si = (text: string | number, dimension: Dimension, sign?: Sign) => {
  const parsed = parseQuantity(text, dimension, sign);
  return parsed.ok ? parsed.value : parsed;
};

describe('quantities', () => {
  it.each<[string | number, Dimension, number]>([
    ['400 Gbit/s', 'bandwidth', 50e9],
    ['400Gbit/s', 'bandwidth', 50e9],
    ['400 Gb/s', 'bandwidth', 50e9],
    ['400 Gbps', 'bandwidth', 50e9],
    ['400 Gbits/sec', 'bandwidth', 50e9],
    ['1.6 Tbit/s', 'bandwidth', 200e9],
    ['3.35 TB/s', 'bandwidth', 3.35e12],
    ['196 GB/s', 'bandwidth', 196e9],
    ['989 TFLOP/s', 'flops', 989e12],
    ['989 TFLOPS', 'flops', 989e12],
    ['2.5 PFLOP/s', 'flops', 2.5e15],
    ['80 GB', 'bytes', 80e9],
    ['80 GiB', 'bytes', 80 * 2 ** 30],
    ['10 min', 'seconds', 600],
    ['54 days', 'seconds', 54 * 86_400],
    ['1 yr', 'seconds', 365.25 * 86_400],
    ['700 W', 'watts', 700],
    ['10.2 kW', 'watts', 10_200],
    ['25,000 USD', 'usd', 25_000],
    ['$25,000', 'usd', 25_000],
    [25_000, 'usd', 25_000],
    ['2.5 USD/hour', 'usd-per-hour', 2.5],
    ['$2.5/h', 'usd-per-hour', 2.5],
    [2.5, 'usd-per-hour', 2.5],
    ['28.5T', 'count', 28_500_000_000_000],
    ['28.5T', 'tokens', 28_500_000_000_000],
    ['28.5T tokens', 'tokens', 28_500_000_000_000],
    ['744B', 'count', 744e9],
    ['100k', 'count', 100_000],
    ['100,000', 'count', 100_000],
    ['16_384', 'count', 16_384],
    [16_384, 'count', 16_384],
    ['1e6', 'count', 1e6],
    ['30 %', 'ratio', 0.3],
    ['30%', 'ratio', 0.3],
    ['1,000 %', 'ratio', 10],
    ['0.3', 'ratio', 0.3],
    [1.25, 'ratio', 1.25],
  ])('%s as %s', (text, dimension, value) => expect(si(text, dimension)).toBe(value));

  it('both micro signs', () => {
    expect(si('5 µs', 'seconds')).toBeCloseTo(5e-6, 15);
    expect(si('5 μs', 'seconds')).toBe(si('5 us', 'seconds'));
  });

  it('never takes a T for tesla, nor GT/s for a rate', () => {
    expect(si('28.5T', 'bytes')).toMatchObject({ ok: false });
    expect(si('28.5T', 'bandwidth')).toMatchObject({ ok: false });
    expect(si('32 GT/s', 'bandwidth')).toMatchObject({ ok: false });
  });

  it.each(['400 gb/s', '400 gB/s', '400 gbyte/s'])('%s: bits or bytes are not guessed', (text) => {
    const parsed = si(text, 'bandwidth');
    expect(parsed).toMatchObject({ ok: false, expected: 'a bandwidth such as 400 Gbit/s or 50 GB/s' });
  });

  it('names both spellings of a unit whose case decides between bits and bytes', () => {
    expect(si('400 gb/s', 'bandwidth')).toMatchObject({ nearest: 'GB/s or Gb/s' });
    expect(si('80 gb', 'bytes')).toMatchObject({ nearest: 'GB or Gb' });
  });

  it.each<[string, Dimension, string]>([
    ['400 Gbitts/s', 'bandwidth', 'Gbit/s'],
    ['989 TFLOPs', 'flops', 'TFLOP/s'],
    ['80 GB', 'bandwidth', 'GB/s'],
    ['10 minuts', 'seconds', 'minutes'],
    ['10 KW', 'watts', 'kW'],
  ])('%s as %s: did you mean %s?', (text, dimension, nearest) =>
    expect(si(text, dimension)).toMatchObject({ ok: false, nearest }),
  );

  it('wants a unit where several are customary', () => {
    expect(si(80, 'bytes')).toMatchObject({ message: '"80" has no unit' });
    expect(si('80', 'bytes')).toMatchObject({ message: '"80" has no unit' });
  });

  it('refuses what is not above zero, or below it, or not finite', () => {
    expect(si('-1 GB', 'bytes')).toMatchObject({ ok: false });
    expect(si('0 GB', 'bytes')).toMatchObject({ ok: false });
    expect(si('0 GB', 'bytes', 'not-negative')).toBe(0);
    expect(si('-1 GB', 'bytes', 'not-negative')).toMatchObject({ ok: false });
    expect(si('-1 GB', 'bytes', 'any')).toBe(-1e9);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (const dimension of DIMENSIONS) expect(si(value, dimension, 'any')).toMatchObject({ ok: false });
    }
    expect(si('1e999 GB', 'bytes')).toMatchObject({ ok: false });
    expect(si('1e999', 'count')).toMatchObject({ ok: false });
  });

  it('never throws and never lets a number through that is not finite and positive', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.stringMatching(/^[-+.,_0-9eE]{0,8} ?[a-zA-Z%$/*^µ() ]{0,12}$/),
      fc.double(),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...DIMENSIONS), (text, dimension) => {
        const parsed = parseQuantity(text, dimension);
        if (parsed.ok) return Number.isFinite(parsed.value) && parsed.value > 0;
        return parsed.message.length > 0 && parsed.expected.length > 0;
      }),
      { numRuns: 3000 },
    );
  });

  it('reads back what was formatted, to three digits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...DIMENSIONS.filter((dimension) => dimension !== 'usd' && dimension !== 'usd-per-hour'),
        ),
        fc.double({ min: -3, max: 14, noNaN: true }),
        (dimension, power) => {
          const value = 10 ** power;
          const back = parseQuantity(formatQuantity(value, dimension), dimension);
          if (!back.ok) throw new Error(`${formatQuantity(value, dimension)}: ${back.message}`);
          return Math.abs(back.value / value - 1) <= 0.00501;
        },
      ),
    );
  });

  it('scales counts in decimal: no digit is lost to binary fractions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('k', 'M', 'B', 'T'),
        (tenths, suffix) => {
          const zeros = { k: 2, M: 5, B: 8, T: 11 }[suffix];
          return si(`${(tenths / 10).toFixed(1)}${suffix}`, 'count') === tenths * 10 ** zeros;
        },
      ),
    );
  });
});
