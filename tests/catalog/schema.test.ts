import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../src/catalog';

const file = new URL('../../schema/scenario.json', import.meta.url);
const scenarios = new URL('../../scenarios/', import.meta.url);

describe('the published JSON Schema', () => {
  it('is the one that the checks come from (UPDATE=1 rewrites it)', () => {
    const made = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE === '1') writeFileSync(file, made);
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  it('needs no more than a question, a model and clusters', () => {
    expect(scenarioJsonSchema()).toMatchObject({
      required: ['question', 'model', 'clusters'],
      additionalProperties: false,
    });
  });

  it('lets a change to a base leave out what it does not change', () => {
    const { properties } = scenarioJsonSchema() as {
      properties: { model: { anyOf: { required?: string[] }[] } };
    };
    expect(properties.model.anyOf[1].required ?? []).toEqual([]);
  });

  it.each(readdirSync(scenarios).filter((name) => name.endsWith('.yaml')))('%s names it', (name) => {
    const [first] = readFileSync(new URL(name, scenarios), 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=../schema/scenario.json');
  });
});
