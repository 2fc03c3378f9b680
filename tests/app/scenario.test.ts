import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { at } from '../../scripts/project.mjs';
import { entered } from '../../src/app/controls/edit-value';
import { fileName, toCsv } from '../../src/app/figures/download';
import { folded } from '../../src/app/figures/hover';
import { toYaml } from '../../src/app/report/yaml';
import type { JsonObject } from '../../src/app/state/json';
import { addCluster, clustersOf, override, removeCluster, setField } from '../../src/app/state/scenario';
import { VARIABLES, withoutVaried, withVaried } from '../../src/app/state/vary';
import { inlineEngine } from '../../src/engine';
import { base } from '../../src/link';

const scenario = base.scenario;

test('the default page is the ready study', () => {
  expect(scenario).toEqual(parse(readFileSync(at('scenarios/glm5-ascend-vs-h100.yaml'), 'utf8')));
});

describe('an override', () => {
  test('opens an id, and closes it again when it is taken back', () => {
    const more = override(scenario, ['model'], ['experts'], 512);
    expect(more.model).toEqual({ base: 'glm-5', experts: 512 });
    expect(override(more, ['model'], ['experts'], undefined)).toEqual(scenario);
  });

  test('goes deep, and leaves nothing behind when it is taken back', () => {
    const system = ['clusters', 1, 'system'];
    const one = override(scenario, system, ['scale_out', 'bandwidth'], '400 Gbit/s');
    const two = override(one, system, ['chip', 'bf16'], '1 PFLOP/s');
    expect(clustersOf(two)[1].system).toEqual({
      base: 'cloudmatrix-384',
      scale_out: { bandwidth: '400 Gbit/s' },
      chip: { bf16: '1 PFLOP/s' },
    });
    const back = override(
      override(two, system, ['chip', 'bf16'], undefined),
      system,
      ['scale_out', 'bandwidth'],
      undefined,
    );
    expect(back).toEqual(scenario);
  });

  test('of a training run that is the only one takes its section away', () => {
    const path = ['clusters', 0, 'training', 'precision'];
    expect(clustersOf(setField(scenario, path, undefined))[0]).not.toHaveProperty('training');
  });
});

test('clusters are added under a new name and removed', () => {
  const more = addCluster(removeCluster(scenario, 3), (n) => `Cluster ${n}`);
  expect(clustersOf(more).map((cluster) => cluster.name)).toEqual([
    '100k Ascend 910B',
    '12k Ascend 910C',
    '2k H800',
    'Cluster 4',
  ]);
  expect(clustersOf(more)[3].system).toBe('dgx-h800');
});

test.each(VARIABLES)(
  'the range for %s is one that the engine takes',
  async (key) => {
    const varied = withVaried(scenario, key);
    expect(withoutVaried(varied)).toEqual(scenario);
    const alone = {
      ...varied,
      model: 'qwen3-30b-a3b',
      clusters: [{ name: 'A', system: 'dgx-h100', chips: 64, stack: 'megatron-2025' }],
    };
    const engine = inlineEngine();
    const result = await engine.run({
      kind: 'vary',
      source: {
        file: 'form',
        value: { ...alone, training: { tokens: '1T', sequence: 4096, global_batch: 512 } },
      },
    });
    expect(result.ok || result.errors).toBe(true);
    engine.close();
  },
  60_000,
);

test('what is typed is a number only when it is written like one', () => {
  expect(['512', ' 16 ', '0.5', '28.5T', '1e3', '007', '400 Gbit/s', '', ' '].map(entered)).toEqual([
    512,
    16,
    0.5,
    '28.5T',
    '1e3',
    '007',
    '400 Gbit/s',
    undefined,
    undefined,
  ]);
});

describe('the YAML shown', () => {
  test('reads back as the scenario', () => {
    expect(parse(toYaml(scenario))).toEqual(scenario);
    const value = fc.jsonValue({ maxDepth: 3 }).map((made) => JSON.parse(JSON.stringify(made)));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (made) => {
        expect(parse(toYaml(made as JsonObject)) ?? {}).toEqual({ ...made });
      }),
    );
  });
});

test('CSV is quoted, and runs nothing in a spreadsheet', () => {
  const rows = [
    ['a "b", c', 1.5],
    ['=1+1', null],
    ['-x', -1],
    // Six digits of what was computed, all of what was counted.
    ['c', 8312345.678],
    ['d', 1048576],
  ];
  expect(toCsv({ head: ['name', 'value (s)'], rows })).toBe(
    'name,value (s)\r\n"a ""b"", c",1.5\r\n\'=1+1,\r\n\'-x,-1\r\nc,8312350\r\nd,1048576\r\n',
  );
  expect(fileName('memory', 'csv', new Date(Date.UTC(2026, 10, 24)))).toBe(
    'moe-capacity-memory-2026-11-24.csv',
  );
});

test('hover texts are broken into lines for a phone, at spaces and after Chinese commas, and lose nothing', () => {
  const plan = 'TP 8 · PP 20 · VPP 3 · EP 256 · DP 384 · ZeRO-1 · micro-batch 1<br>7 GB';
  const lines = folded(plan).split('<br>');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(26);
  expect(lines.join(' ')).toBe(plan.replace('<br>', ' '));
  expect(folded('英伟达的芯片：推定拒绝，二〇二二年十月七日起；首部人工智能芯片规则')).toContain('<br>');
});
