import { describe, expect, test } from 'vitest';
import { readyStudies, scenarioObject } from '../../src/catalog';
import { askedTask, type CaseReport, type Task, type TaskReport } from '../../src/study';
import {
  formatCount,
  formatDays,
  formatFlops,
  formatNumber,
  formatPercent,
  formatTokensPerSecond,
  formatUsd,
} from '../../src/units';
import { runTask } from './run-task';

const studies = readyStudies();

/** Texts that the reading of a report has to hold: its main numbers, as a reader sees them. */
const mentioned: { [K in Task['kind']]?: (report: TaskReport<K>) => string[] } = {
  compare: ({ cases }) => {
    const fits = cases.filter(({ feasible }) => feasible);
    const rate = Math.max(...fits.map((row) => row.tokens_per_second ?? 0));
    return [formatTokensPerSecond(rate), ...fits.flatMap(caseTexts)];
  },
  parity: ({ parity }) =>
    parity.flatMap(({ of, equal_to, chips, ratio }) => [
      of,
      equal_to,
      formatCount(chips ?? Number.NaN),
      formatNumber(ratio ?? Number.NaN),
    ]),
  rule_change: ({ rows }) => rows.flatMap(({ cluster, cap }) => [cluster, cap]),
  best_chip: ({ clusters }) =>
    clusters.flatMap(({ cluster, best: [best] }) => [
      cluster,
      ...(best
        ? [formatTokensPerSecond(best.case.tokens_per_second ?? 0), formatFlops(best.bf16_flop_per_s)]
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

const caseTexts = ({ cluster, days, interval80, cost_usd }: CaseReport): string[] => [
  cluster,
  formatDays(days ?? Number.NaN),
  ...(interval80?.days ?? []).map((bound) => formatNumber(bound)),
  formatUsd(cost_usd ?? Number.NaN),
];

describe('ready studies', () => {
  test('are at least the questions of policy, each in plain words', () => {
    expect(studies.length).toBeGreaterThanOrEqual(20);
    for (const { question } of studies) expect(question).toMatch(/^[A-Z].{30,200}\?$/);
    expect(new Set(studies.map(({ question }) => question)).size).toBe(studies.length);
  });

  test.each(studies)('$id: answered, and read back with its numbers', ({ id, text }) => {
    const source = { file: `${id}.yaml`, text };
    // What a form edits is the same question.
    const form = scenarioObject(source);
    if (!form.ok) throw new Error(form.errors[0].message);
    expect(askedTask({ file: 'form', value: form.value }).ok).toBe(true);
    const task = askedTask(source);
    if (!task.ok) throw new Error(task.errors[0].message);
    const report = runTask(task.value) as { reading: string };
    const texts = mentioned[task.value.kind] as ((report: unknown) => string[]) | undefined;
    if (!texts) throw new Error(`nothing is asked of the reading of ${task.value.kind}`);
    for (const said of texts(report)) expect(report.reading.toLowerCase()).toContain(said.toLowerCase());
    expect(report.reading).not.toMatch(/NaN|undefined|null|–/);
    expect(report.reading.length).toBeLessThan(2000);
  });
});
