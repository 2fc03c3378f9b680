import { expect, test } from 'vitest';
import { viewFor } from '../../src/app/views';
import { mapAxes, mapInputs, mapValues } from '../../src/app/views/map/inputs';

const none = { x: undefined, y: undefined };
const plain = { model: 'glm-5', clusters: [{ chips: 1024 }] };
const asked = {
  ...plain,
  vary: { node_power: [5, 10], experts: [32, 64, 128] },
  study: { kind: 'bottleneck_map' },
};

test('a scenario that asks a map opens in it, with its own inputs and values', () => {
  expect(viewFor(asked)).toBe('map');
  expect(mapAxes(asked, none)).toEqual({ x: 'node_power', y: 'experts' });
  expect(mapValues(asked, 'experts')).toEqual([32, 64, 128]);
  expect(mapInputs(asked)).toContain('node_power');
});

test('what is chosen goes before what the scenario asks, and never is one input both ways', () => {
  expect(mapAxes(asked, { x: 'experts', y: undefined })).toEqual({ x: 'experts', y: 'node_power' });
  expect(mapAxes(asked, { x: 'chips', y: 'memory' })).toEqual({ x: 'chips', y: 'memory' });
  expect(mapAxes(plain, { x: 'experts', y: 'experts' })).toEqual({ x: 'experts', y: 'chips' });
  expect(mapAxes(plain, { x: '__proto__', y: 'toString' })).toEqual(mapAxes(plain, none));
});

test('a curve of one input, or a sampled one, leaves the usual map', () => {
  const curve = { ...plain, vary: { experts: [32, 64] } };
  const sampled = { ...plain, vary: { experts: [32, 64], chips: [8, 16], sampling: { samples: 10 } } };
  for (const scenario of [curve, sampled]) {
    expect(mapAxes(scenario, none)).toEqual({ x: 'scale_out_bandwidth', y: 'experts' });
    expect(mapValues(scenario, 'chips')).toEqual(mapValues({ ...scenario, vary: {} }, 'chips'));
  }
});
