import { describe, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { breaches, readSources } from './import-graph';
import { exceptions } from './import-rules';

describe('the import graph of src/', () => {
  const found = breaches(readSources(at('src')));

  test('keeps the rules', () => {
    expect(found.filter((breach) => !exceptions.includes(breach))).toEqual([]);
  });

  test('has no exception that is no longer needed', () => {
    expect(exceptions.filter((exception) => !found.includes(exception))).toEqual([]);
  });
});

describe('the checker of the import graph', () => {
  const house = {
    'units/index.ts': '',
    'units/parse.ts': '',
    'step/index.ts': '',
    'engine/node.ts': '',
    'cli/main.ts': '',
  };
  const check = (file: string, text: string) => breaches({ ...house, [file]: text });

  test.each([
    ['a value', "import { a } from '../step';"],
    ['a type', "import type { A } from '../step';"],
    ['an inline type', "export type A = import('../step').A;"],
    ['a re-export', "export * from '../step';"],
    ['a late import', "export const a = () => import('../step');"],
    ['an address', "export const a = new URL('../step', import.meta.url);"],
  ])('sees %s imported upwards', (_, text) => {
    expect(check('units/bad.ts', text)).toEqual(['units/bad.ts → ../step: units may not import step']);
  });

  test.each([
    ['step/a.ts', "import '../units/parse';", 'past the front door of units'],
    ['step/a.ts', "import '../cellar/wine';", 'cellar is not a known room'],
    ['step/a.ts', "import '../../tests/x';", 'leaves src'],
    ['step/a.ts', "import '../hardware';", 'no such file'],
    ['cellar/a.ts', "import '../units';", 'cellar is not a known room'],
    ['run/a.ts', "import 'node:fs';", 'run may not import it'],
    ['run/a.ts', "import 'fs/promises';", 'run may not import it'],
    ['run/a.ts', "import '@preact/signals';", 'run may not import it'],
    ['study/deep/a.ts', "import { wrap } from 'comlink';", 'study may not import it'],
    ['step/a.ts', 'export const a = () => Math.random();', 'step is pure'],
    ['step/a.tsx', 'export const a = <p>{document.title}</p>;', 'step is pure'],
    ['app/a.ts', "import { cpus } from 'os';", 'app may not import it'],
    ['app/a.ts', "import { nodeEngine } from '../engine/node';", 'past the front door of engine'],
    ['index.ts', "import './cli/main';", '. may not import cli'],
  ])('judges %s with %s', (file, text, why) => {
    expect(check(file, text)).toEqual([expect.stringContaining(why)]);
  });

  test.each([
    ['step/a.ts', "import { a } from '../units'; import '../units/index'; import './index'; import 'zod';"],
    ['step/deep/a.ts', "import '../../units'; import '../index';"],
    [
      'cli/a.ts',
      "import 'node:fs'; import 'commander'; import '../engine/node'; document.title = process.argv[2];",
    ],
    ['step/a.ts', 'export const a = (x: {fetch: number; document: string}) => x.fetch + x.document;'],
    ['app/deep/a.ts', "import { version } from '../../../package.json';"],
    ['index.ts', "export * from './units';"],
  ])('has nothing against %s with %s', (file, text) => {
    expect(check(file, text)).toEqual([]);
  });
});
