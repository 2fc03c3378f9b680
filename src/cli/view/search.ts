import type { SearchReport } from '../../study';
import { formatCount, formatDays, formatPercent, formatSeconds, formatUsd } from '../../units';
import { words } from '../../words';
import { sentence } from './compare';
import { gigabytes, MISSING, orMissing, percent, short } from './numbers';
import { planText } from './plan';
import { blocks, heading, table, wrap } from './table';

type Search = SearchReport['searches'][number];

/** The best plans side by side, cluster by cluster, why the second lost, and the flags of the first. */
export function searchText(report: SearchReport): string {
  return blocks(
    `${wrap(report.question)}\n${words().cli.compare.model(report.model)}`,
    ...report.searches.map(clusterText),
  );
}

function clusterText(found: Search): string {
  const { search } = words().cli;
  const counts = search.counts(
    formatCount(found.plans_in_space),
    formatCount(found.plans_evaluated),
    formatCount(found.plans_pruned),
    formatSeconds(found.seconds),
  );
  const { megatron } = found;
  return blocks(
    [heading(found.cluster), wrap(`${counts}${found.exhaustive ? ` ${search.exhaustive}` : ''}`)].join('\n'),
    found.top.length > 0 ? wrap(bestFor(found)) : '',
    found.top.length > 0 ? planTable(found) : wrap(sentence(found.best), '  '),
    found.top.length > 1 ? wrap(whyLost(found), '  ') : '',
    found.pareto.length > 0
      ? [wrap(search.pareto(found.pareto.length)), frontTable(found.pareto)].join('\n')
      : '',
    megatron
      ? [
          search.megatron,
          ...megatron.flags.map((flag, i) => `  ${flag}${i < megatron.flags.length - 1 ? ' \\' : ''}`),
        ].join('\n')
      : '',
    megatron ? megatron.notes.map((note) => wrap(note, '  ')).join('\n') : '',
  );
}

/** What the plans are the best at, where it is not throughput, and what the whole run comes to. */
function bestFor({ objective, best }: Search): string {
  const { search } = words().cli;
  if (objective === 'throughput') return '';
  const run = search.days(orMissing(best.days, formatDays), orMissing(best.cost_usd, formatUsd));
  return `${search.objective[objective](formatCount(best.chips))} ${run}`;
}

/** Rows of the front that are shown: its ends and some between them. */
const FRONT_ROWS = 8;

function frontTable(front: Search['pareto']): string {
  const { head } = words().cli.search;
  const rows = Math.min(FRONT_ROWS, front.length);
  const shown = Array.from(
    { length: rows },
    (_, i) => front[rows === 1 ? 0 : Math.round((i * (front.length - 1)) / (rows - 1))],
  );
  return table(
    [{ head: head.rate, right: true }, { head: head.memory, right: true }, { head: head.plan }],
    shown.map((point) => [
      short(point.tokens_per_second),
      gigabytes(point.memory_bytes_per_chip),
      planText(point.plan),
    ]),
  );
}

function planTable({ top }: Search): string {
  const { head } = words().cli.search;
  const fastest = top[0].tokens_per_second ?? Number.NaN;
  return table(
    [
      { head: head.rank, right: true },
      { head: head.rate, right: true },
      { head: head.slower, right: true },
      { head: head.memory, right: true },
      { head: head.plan },
    ],
    top.map((row, i) => [
      String(i + 1),
      orMissing(row.tokens_per_second, short),
      i === 0 ? MISSING : percent(fastest / (row.tokens_per_second ?? Number.NaN) - 1),
      orMissing(row.memory_bytes_per_chip, gigabytes),
      row.plan ? planText(row.plan) : MISSING,
    ]),
  );
}

/** The two largest differences in time that speak for the best plan, and the largest that speaks against it. */
function whyLost({ best, lost_s }: Search): string {
  const { search, part } = words().cli;
  const step = best.step_time_s ?? Number.NaN;
  const ordered = (Object.entries(lost_s[1]) as [keyof typeof part, number][]).sort(([, a], [, b]) => b - a);
  const losses = ordered
    .slice(0, 2)
    .filter(([, seconds]) => seconds > 0)
    .map(([name, seconds]) =>
      search.cause(part[name], formatSeconds(seconds), formatPercent(seconds / step)),
    );
  const [name, seconds] = ordered[ordered.length - 1];
  if (seconds < 0) losses.push(search.gain(part[name], formatSeconds(-seconds)));
  return search.lost(losses.join(search.and));
}
