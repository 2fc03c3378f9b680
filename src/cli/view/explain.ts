import {
  type AssumptionName,
  assumptionRange,
  assumptionText,
  type CaseReport,
  type ExplainReport,
} from '../../study';
import { formatCount, formatNumber, formatPercent, formatSeconds, formatTokensPerSecond } from '../../units';
import { words } from '../../words';
import { sentence } from './compare';
import { gigabytes, percent } from './numbers';
import { planText } from './plan';
import { blocks, heading, titled, wrap } from './table';

type Detail = ExplainReport['details'][number];

/** Where time and memory go, cluster by cluster. */
export function explainText(report: ExplainReport): string {
  return blocks(
    `${wrap(report.question)}\n${words().cli.compare.model(report.model)}`,
    ...report.cases.map((row) => {
      const detail = report.details.find(({ cluster }) => cluster === row.cluster);
      return detail ? clusterText(row, detail) : `${heading(row.cluster)}\n${wrap(sentence(row), '  ')}`;
    }),
  );
}

function clusterText(row: CaseReport, detail: Detail): string {
  const { explain } = words().cli;
  const step = explain.step(
    formatSeconds(row.step_time_s ?? Number.NaN),
    formatCount(row.global_batch_sequences ?? Number.NaN),
    formatTokensPerSecond(row.tokens_per_second ?? Number.NaN),
  );
  const { runner_up: other, runner_up_slowdown: slower } = detail;
  return blocks(
    [heading(row.cluster), row.plan ? planText(row.plan) : '', step, wrap(sentence(row), '  ')].join('\n'),
    timeTable(row),
    memoryTable(detail),
    elasticityTable(row, detail),
    workTable(detail),
    runTable(row),
    other && slower !== null ? wrap(explain.runnerUp(planText(other), formatPercent(slower)), '  ') : '',
  );
}

function timeTable(row: CaseReport): string {
  const { explain, part } = words().cli;
  const { head } = explain;
  const parts = Object.entries(row.time_s ?? {}) as [keyof typeof part, number][];
  return titled(
    explain.time,
    [{ head: head.part }, { head: head.seconds, right: true }, { head: head.share, right: true }],
    parts
      .sort(([, a], [, b]) => b - a)
      .map(([name, seconds]) => [
        part[name],
        formatNumber(seconds),
        percent(seconds / (row.step_time_s ?? Number.NaN)),
      ]),
  );
}

function memoryTable({ memory }: Detail): string {
  const { explain, memory: names } = words().cli;
  const { head } = explain;
  return titled(
    explain.memory,
    [{ head: head.part }, { head: head.gigabytes, right: true }, { head: head.ofUsable, right: true }],
    (Object.keys(names) as (keyof typeof names)[]).map((name) => [
      names[name],
      gigabytes(memory[name]),
      percent(memory[name] / memory.capacity),
    ]),
  );
}

function elasticityTable(row: CaseReport, detail: Detail): string {
  const { explain, resource } = words().cli;
  const { head } = explain;
  return titled(
    explain.elasticity,
    [{ head: head.resource }, { head: head.fixed, right: true }, { head: head.replanned, right: true }],
    (Object.keys(resource) as (keyof typeof resource)[]).map((name) => [
      resource[name],
      (row.elasticity?.[name] ?? Number.NaN).toFixed(2),
      detail.elasticity_reoptimised[name].toFixed(2),
    ]),
  );
}

function workTable({ work }: Detail): string {
  const { explain, resource } = words().cli;
  const { head } = explain;
  return titled(
    explain.work,
    [{ head: head.work }, { head: head.resource }, { head: head.seconds, right: true }],
    [...work]
      .sort((a, b) => b.seconds - a.seconds)
      .map((item) => [item.label, resource[item.resource], formatNumber(item.seconds)]),
  );
}

function runTable({ whole_run: run }: CaseReport): string {
  const { cli, runAssumptions } = words();
  const { explain } = cli;
  const { head } = explain;
  if (!run) return '';
  const names = Object.keys(run.assumptions) as AssumptionName[];
  const rows = titled(
    explain.run,
    [{ head: head.assumption }, { head: head.value, right: true }, { head: head.range, right: true }],
    names.map((name) => [
      runAssumptions[name],
      assumptionText(name, run.assumptions[name].value),
      assumptionRange(name, run.assumptions[name]) ?? '',
    ]),
  );
  const sources = names.map((name) => `${runAssumptions[name]}: ${run.assumptions[name].source}`);
  return `${rows}\n\n${sources.map((line) => wrap(line, '  ')).join('\n')}`;
}
