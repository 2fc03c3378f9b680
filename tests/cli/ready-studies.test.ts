import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { type Quantity, readyStudies, scenarioObject } from '../../src/catalog';
import { askedTask, type CaseReport, quantityOf, type Task, type TaskReport } from '../../src/study';
import {
  formatCount,
  formatDays,
  formatEnergy,
  formatFlops,
  formatNumber,
  formatPercent,
  formatTokensPerSecond,
  formatUsd,
  roundedTo,
} from '../../src/units';
import { moeCapacity, type Outcome } from './spawn';

const files = readdirSync(at('scenarios'))
  .filter((name) => name.endsWith('.yaml'))
  .sort();

/** The built command on every file, two at a time: the answers are as a user has them, in JSON. */
const outcomes = new Map<string, Promise<Outcome>>();
const lanes = [Promise.resolve(), Promise.resolve()];
for (const [index, file] of files.entries()) {
  const lane = index % lanes.length;
  const outcome = lanes[lane].then(() =>
    moeCapacity(['run', join('scenarios', file), '--json', '--jobs', '1']),
  );
  outcomes.set(file, outcome);
  lanes[lane] = outcome.then(() => undefined);
}

/** Texts that the reading of a report has to hold: its main numbers, as a reader sees them. */
const mentioned: { [K in Task['kind']]?: (report: TaskReport<K>) => string[] } = {
  compare: ({ cases, asked, ratios }) => [
    ...asked.quantities.flatMap((quantity) => cases.flatMap((row) => quantityTexts(row, quantity))),
    ...ratios
      .filter(({ quantity, over }) => asked.quantities.includes(quantity) && over === asked.reference)
      .map(({ ratio, interval80 }) => formatNumber(roundedTo(ratio, ...interval80)[0])),
    ...cases
      .filter(({ feasible, chips, chips_idle }) => feasible && chips_idle >= 0.01 * chips)
      .map(({ chips_idle }) => formatCount(Math.round(chips_idle))),
    // Each cluster is told what it trains where that is not the same.
    ...(new Set(cases.map(({ inputs }) => inputs.model)).size > 1
      ? cases.map(({ inputs }) => inputs.model)
      : []),
  ],
  parity: ({ parity }) =>
    parity.flatMap(({ of, equal_to, chips, ratio }) => [
      of,
      equal_to,
      formatCount(chips ?? Number.NaN),
      formatNumber(ratio ?? Number.NaN),
    ]),
  // Of each cluster the cap that leaves least, with what it leaves.
  rule_change: ({ rows }) =>
    [...new Set(rows.map(({ cluster }) => cluster))].flatMap((name) => {
      const left = rows.flatMap((row) =>
        row.cluster === name && row.throughput_ratio !== null
          ? [{ cap: row.cap, ratio: row.throughput_ratio }]
          : [],
      );
      const hardest = left.reduce((least, one) => (one.ratio < least.ratio ? one : least));
      return [name, hardest.cap, formatPercent(hardest.ratio)];
    }),
  best_chip: ({ clusters }) =>
    clusters.flatMap(({ cluster, best: [best] }) => [
      cluster,
      ...(best
        ? [
            formatTokensPerSecond(best.case.tokens_per_second ?? 0),
            formatFlops(best.bf16_flop_per_s),
            ...best.bound_by.flatMap(({ name }) => name ?? []),
          ]
        : []),
    ]),
  supply: ({ paths, target_flop }) => [
    `${target_flop.toExponential(1)} FLOP`,
    ...paths.flatMap(({ name, points, reached_year }) => {
      const end = points[points.length - 1];
      const date = reached_year === null ? [] : [reached_year.toFixed(1)];
      return [name, formatFlops(end.delivered_flop_per_s), formatNumber(end.runs_per_year), ...date];
    }),
  ],
  bottleneck_map: ({ clusters, columns }) =>
    clusters.flatMap((cluster, place) => {
      const own = Array.from(columns.bottleneck).filter((_, row) => columns.cluster[row] === place);
      const shares = [0, 1, 2, 3, 4].map((held) => own.filter((value) => value === held).length / own.length);
      return [cluster, formatPercent(Math.max(...shares))];
    }),
  uncertainty: ({ outputs }) =>
    outputs
      .filter(({ output }) => output === 'tokens_per_second')
      .flatMap(({ cluster, p10, p90 }) => [cluster, formatTokensPerSecond(p10), formatTokensPerSecond(p90)]),
  vary: ({ columns, clusters }) => {
    const rows = Array.from(columns.row, (_, at) => at).filter((at) => Number.isFinite(columns.days[at]));
    return clusters.flatMap((cluster, place) => {
      const own = rows.filter((at) => columns.cluster[at] === place);
      const best = own.reduce((least, at) => (columns.days[at] < columns.days[least] ? at : least));
      return [
        cluster,
        formatDays(columns.days[best]),
        formatTokensPerSecond(columns.tokens_per_second[best]),
      ];
    });
  },
};

/** The cluster, and a quantity of it with both ends of its interval, in the digits that the interval supports. */
function quantityTexts(row: CaseReport, quantity: Quantity): string[] {
  const ranged = quantityOf(row, quantity);
  if (!ranged) return [row.cluster];
  const unit = quantity === 'energy' ? 3600 : 1;
  const [low, high] = ranged.interval80;
  const rounded = roundedTo(ranged.value / unit, low / unit, high / unit).map((value) => value * unit);
  const format = {
    ...{
      time: formatNumber,
      per_chip: formatNumber,
      mfu: formatPercent,
      cost: formatUsd,
      energy: formatEnergy,
    },
    throughput: (value: number) => formatCount(Number(value.toPrecision(3))),
  }[quantity];
  return [row.cluster, ...rounded.map((value) => format(value))];
}

describe('ready studies', () => {
  test('are the files of the folder, each a question in plain words', () => {
    const studies = readyStudies();
    expect(studies.map(({ id }) => `${id}.yaml`).sort()).toEqual(files);
    expect(studies.length).toBeGreaterThanOrEqual(28);
    for (const { question } of studies) expect(question).toMatch(/^[A-Z].{30,200}\?$/);
    expect(new Set(studies.map(({ question }) => question)).size).toBe(studies.length);
  });

  test.each(files)(
    '%s: the command answers it and reads its numbers back',
    async (file) => {
      const source = { file, text: readFileSync(at(join('scenarios', file)), 'utf8') };
      // What a form edits is the same question.
      const form = scenarioObject(source);
      if (!form.ok) throw new Error(form.errors[0].message);
      const task = askedTask({ file: 'form', value: form.value });
      if (!task.ok) throw new Error(task.errors[0].message);
      const { code, stdout, stderr } = (await outcomes.get(file)) as Outcome;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const report = JSON.parse(stdout) as { question: string; reading: string };
      expect(report.question).toBe((form.value as { question: string }).question);
      const texts = mentioned[task.value.kind] as ((report: unknown) => string[]) | undefined;
      if (!texts) throw new Error(`nothing is asked of the reading of ${task.value.kind}`);
      const said = texts(report);
      expect(said.length).toBeGreaterThan(0);
      for (const text of said) expect(report.reading.toLowerCase()).toContain(text.toLowerCase());
      expect(report.reading).not.toMatch(/NaN|Infinity|undefined|null|–/);
      expect(report.reading.length).toBeLessThan(2400);
      // Waits for the files before it; nothing is asserted on time.
    },
    300_000,
  );
});
