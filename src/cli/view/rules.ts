import type { ChipRulesReport, RulesReport, RuleVerdict } from '../../study';
import { formatCompared } from '../../units';
import { words } from '../../words';
import { MISSING } from './numbers';
import { blocks, table, titled, wrap } from './table';

/** Chips against rules for a reader; rules stand in columns numbered as in the list of rules. */
export function rulesText(report: RulesReport): string {
  const { rules } = words();
  return blocks(
    titled(rules.rulesTitle, ruleColumns(), ruleRows(report)),
    titled(
      rules.title,
      [
        { head: rules.head.chip },
        { head: rules.head.tpp, right: true },
        { head: rules.head.density, right: true },
        { head: rules.head.memory, right: true },
        { head: rules.head.io, right: true },
        ...report.rules.map((_, at) => ({ head: `R${at + 1}` })),
      ],
      report.chips.map(chipRow),
    ),
    report.chips.some((chip) => chip.as_if_exported) ? rules.asIf : '',
    unknownText(report),
    frontierText(report),
  );
}

function ruleColumns() {
  const { head } = words().rules;
  return [{ head: head.column }, { head: head.date }, { head: head.until }, { head: head.rule }];
}

const ruleRows = (report: RulesReport): string[][] =>
  report.rules.map(({ date, until, name }, at) => [`R${at + 1}`, date, until ?? MISSING, name]);

function ends([low, high]: readonly [number, number | null], unit = 1): string {
  const { between, open } = words().rules;
  if (high === null) return low === 0 ? MISSING : open(formatCompared(low / unit));
  return between(formatCompared(low / unit), formatCompared(high / unit));
}

function chipRow(chip: ChipRulesReport): string[] {
  return [
    chip.as_if_exported ? `${chip.chip} *` : chip.chip,
    ends(chip.tpp_range),
    ends(chip.performance_density_range),
    ends(chip.memory_bandwidth_bytes_per_s, 1e9),
    ends(chip.io_bytes_per_s, 1e9),
    ...chip.rules.map(cell),
  ];
}

function cell({ outcome, margin }: RuleVerdict): string {
  const name = words().rules.outcome[outcome];
  if (margin === null) return name;
  const percent = Math.round(margin * 100);
  return `${name} ${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent)}`;
}

function unknownText({ chips }: RulesReport): string {
  const { rules } = words();
  const lines = chips.flatMap((chip) =>
    chip.rules.flatMap(({ outcome, missing, possible, rule }) =>
      outcome === 'unknown'
        ? [
            wrap(
              rules.missing(
                chip.name,
                rule,
                missing.map((name) => rules.variable[name] ?? name),
                possible.map((one) => rules.outcome[one]),
              ),
              '  ',
            ),
          ]
        : [],
    ),
  );
  return lines.length === 0 ? '' : [rules.unknownTitle, ...lines].join('\n');
}

function frontierText({ frontier }: RulesReport): string {
  const { head, none } = words().rules;
  const rows = frontier.map(({ date, chips }) => [
    date,
    chips.length === 0 ? none : chips.map(({ chip }) => chip).join(', '),
  ]);
  return table([{ head: head.date }, { head: head.frontier }], rows);
}
