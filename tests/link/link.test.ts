import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { equal, type JsonObject } from '../../src/app/state/json';
import { base, dictionary, home, LINK_LIMIT, type PageState, readLink, writeLink } from '../../src/link';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)));
const plain = (value: unknown): boolean => !JSON.stringify(value).includes('__proto__');
const object = fc.dictionary(fc.string(), json).filter(plain) as fc.Arbitrary<JsonObject>;

/** States near the default, as the form makes them: some parts replaced, added or removed. */
const edited: fc.Arbitrary<PageState> = fc
  .record({
    metric: fc.constantFrom('tokens', 'days', 'mfu', 'cost'),
    model: fc.oneof(fc.constant('glm-5'), object),
    training: object,
    clusters: fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), object), { maxLength: 5 }),
    extra: object,
    place: fc.record(
      {
        view: fc.constantFrom('start', 'compare', 'validation', 'x'),
        lang: fc.constantFrom('en', 'zh'),
        options: fc.dictionary(fc.string(), fc.string()).filter(plain),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ metric, model, training, clusters, extra, place }) => {
    const known = base.scenario.clusters as JsonObject[];
    const chosen = clusters.map((entry) => (typeof entry === 'number' ? known[entry] : entry));
    return { ...place, metric, scenario: { ...base.scenario, ...extra, model, training, clusters: chosen } };
  });

const pack = (text: string) =>
  `#v1=${Buffer.from(deflateSync(strToU8(text), { dictionary: strToU8(dictionary) })).toString('base64url')}`;

describe('a link', () => {
  test('gives back exactly the state that it was made of', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.record({ metric: fc.string(), scenario: object })), (state) => {
        const link = writeLink(state);
        if (link.length > LINK_LIMIT) return;
        expect(readLink(link)).toEqual({ ok: true, state });
      }),
      { numRuns: 300 },
    );
  });

  test('is empty for the default state and short near it', () => {
    expect(writeLink(structuredClone(home))).toBe('');
    expect(writeLink(structuredClone(base)).length).toBeLessThan(12);
    const state = { ...base, scenario: { ...base.scenario, model: { base: 'glm-5', experts: 512 } } };
    expect(writeLink(state).length).toBeLessThan(40);
    expect(writeLink(state)).toMatch(/^#v1=[\w-]+$/);
  });

  test('of the past still means the same', () => {
    const read = readLink(
      '#v1=A6VjmA0wo8kwCDVKwJ5DJHdQOQOJkmglX2ByAtsB8yq2CMEZjCYGBkghCYk5UAAaGZhYgAxFhBpy3owFxgw8lRgBPV0LAA',
    );
    expect(read.ok && read.state).toEqual({
      metric: 'days',
      scenario: {
        ...base.scenario,
        model: { base: 'glm-5', experts: 512 },
        clusters: [
          (base.scenario.clusters as JsonObject[])[0],
          {
            name: 'Mine',
            system: { base: 'dgx-h100', scale_out: { bandwidth: '400 Gbit/s' } },
            chips: 2048,
            stack: 'megatron-2025',
          },
        ],
      },
    });
  });

  test.each([
    ['words', '#hello', 'unreadable'],
    ['no base64', '#v1=!!!', 'unreadable'],
    ['no deflate', '#v1=AAAA', 'unreadable'],
    ['cut off', writeLink({ metric: 'days', scenario: { a: 'b'.repeat(50) } }).slice(0, -6), 'unreadable'],
    ['a newer version', '#v2=abc', 'unknownVersion'],
    ['an endless one', `#v1=${'A'.repeat(LINK_LIMIT)}`, 'tooLong'],
    ['a bomb', pack(`{"metric":["${'x'.repeat(1_000_000)}"]}`), 'unreadable'],
    ['a view that is no text', pack('{"view":[3]}'), 'unreadable'],
    ['options that are no texts', pack('{"options":[{"a":{}}]}'), 'unreadable'],
    ['no state', pack('{"scenario":[[]]}'), 'unreadable'],
    ['not even an object', pack('[1]'), 'unreadable'],
    ['a prototype', pack('{"scenario":{"__proto__":{"x":[1]}}}'), 'unreadable'],
    ['depth', pack(`{"scenario":${'{"a":'.repeat(40)}[1]${'}'.repeat(40)}}`), 'unreadable'],
    ['an absurd length', pack('{"scenario":{"clusters":{"length":[1e9]}}}'), 'unreadable'],
  ])('that holds %s is refused', (_, link, problem) => {
    expect(readLink(link)).toEqual({ ok: false, problem });
  });

  test('of any text gives a state or a problem, never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          json.map((value) => pack(JSON.stringify(value))),
        ),
        (text) => {
          expect(typeof readLink(text).ok).toBe('boolean');
        },
      ),
    );
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

test('equal tells apart what JSON tells apart', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(equal(a, structuredClone(a))).toBe(true);
      const sorted = (value: unknown): string => JSON.stringify(value, (_, part) => ordered(part));
      expect(equal(a, b)).toBe(sorted(a) === sorted(b));
    }),
  );
});

const ordered = (part: unknown) =>
  part && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part;
