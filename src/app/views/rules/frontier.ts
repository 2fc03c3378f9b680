import type { ChipRulesReport, RulesReport } from '../../../study';
import { formatNumber } from '../../../units';
import { inks } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { ends, LOOK, OUTCOMES, type Outcome, onSale, statusOn } from './look';

const SYMBOLS: Record<Outcome, string> = {
  not_controlled: 'circle',
  tariff: 'pentagon',
  notification: 'diamond',
  case_by_case: 'square',
  licence_required: 'triangle-up',
  presumption_of_denial: 'x',
  barred: 'square-x',
  unknown: 'circle-open-dot',
};
const GB = 1e9;

/** A threshold on TPP or on memory bandwidth alone. */
interface Line {
  of: 'tpp' | 'dram_gb_s';
  bound: number;
  rule: string;
}

/** Thresholds of the rules in force on a day. */
export function linesOn({ rules }: RulesReport, date: string): Line[] {
  const active = rules.filter(
    (rule) =>
      rule.id === 'own' ||
      (rule.jurisdiction !== 'hypothetical' &&
        rule.binds_china &&
        rule.date <= date &&
        (rule.until === null || date < rule.until)),
  );
  const lines = active.flatMap((rule) =>
    rule.tests.flatMap(({ any }) =>
      (any ?? []).flat().flatMap(({ of, bound }): Line[] => {
        return of === 'tpp' || of === 'dram_gb_s' ? [{ of, bound, rule: rule.name }] : [];
      }),
    ),
  );
  return [...new Map(lines.map((line) => [`${line.of} ${line.bound}`, line])).values()];
}

const middle = ([low, high]: readonly [number, number | null]): number =>
  high === null ? low : Math.sqrt(Math.max(low, 1e-9) * Math.max(high, 1e-9));

/** TPP against memory bandwidth of the chips on the market on a day, by what the law means for each. */
export function drawFrontier(
  report: RulesReport,
  chips: readonly ChipRulesReport[],
  date: string,
  theme: Theme,
): Drawing {
  const { frontier: text, outcome: names, matrix } = words.rules;
  const shown = chips.flatMap((chip) => {
    const status = statusOn(chip, date);
    const memory = chip.memory_bandwidth_bytes_per_s;
    if (!status || !onSale(chip, date) || middle(chip.tpp_range) <= 0 || middle(memory) <= 0) return [];
    return [{ chip, outcome: status.outcome, x: middle(chip.tpp_range), y: middle(memory) / GB }];
  });
  const entry = report.frontier.filter((one) => one.date <= date).at(-1);
  const best = entry?.chips.map((one) => one.chip) ?? [];
  const onLine = shown.filter(({ chip }) => best.includes(chip.chip)).sort((a, b) => a.x - b.x);
  const spread = (values: readonly [number, number | null], at: number, unit: number) => ({
    up: values[1] === null ? 0 : values[1] / unit - at,
    down: at - values[0] / unit,
  });
  const lines = linesOn(report, date);
  return {
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        name: text.best,
        x: onLine.map(({ x }) => x),
        y: onLine.map(({ y }) => y),
        line: { color: inks[theme].text, width: 2 },
        hoverinfo: 'skip',
        showlegend: onLine.length > 0,
      },
      ...OUTCOMES.flatMap((outcome) => {
        const own = shown.filter((one) => one.outcome === outcome);
        if (own.length === 0) return [];
        const across = own.map(({ chip, x }) => spread(chip.tpp_range, x, 1));
        const upward = own.map(({ chip, y }) => spread(chip.memory_bandwidth_bytes_per_s, y, GB));
        const bar = (parts: { up: number; down: number }[]) => ({
          type: 'data' as const,
          symmetric: false,
          array: parts.map(({ up }) => up),
          arrayminus: parts.map(({ down }) => down),
          color: inks[theme].soft,
          thickness: 1,
          width: 3,
        });
        return [
          {
            type: 'scatter' as const,
            mode: 'text+markers' as const,
            name: names[outcome],
            x: own.map(({ x }) => x),
            y: own.map(({ y }) => y),
            customdata: own.map(({ chip }) => chip.chip),
            text: own.map(({ chip }) => (labelled(chip, shown) ? plainText(short(chip.name)) : '')),
            textposition: 'top center' as const,
            textfont: { size: 11, color: inks[theme].text },
            cliponaxis: false,
            error_x: bar(across),
            error_y: bar(upward),
            marker: {
              symbol: SYMBOLS[outcome],
              size: 11,
              color: LOOK[outcome].part[theme],
              line: { width: 1, color: inks[theme].text },
            },
            hovertext: own.map(({ chip }) =>
              plainText(
                `${chip.name}: ${names[outcome]}, TPP ${ends(chip.tpp_range)}, ${ends(chip.memory_bandwidth_bytes_per_s, GB)} GB/s`,
              ),
            ),
            hovertemplate: '%{hovertext}<extra></extra>',
          } as unknown as Drawing['data'][number],
        ];
      }),
    ],
    layout: {
      height: 500,
      showlegend: true,
      hovermode: 'closest',
      xaxis: { type: 'log', title: { text: text.x }, tickformat: '~s', dtick: 'D2' },
      yaxis: { type: 'log', title: { text: text.y }, tickformat: '~s', dtick: 'D2' },
      shapes: lines.map(({ of, bound }) => ({
        type: 'line' as const,
        ...(of === 'tpp'
          ? { x0: bound, x1: bound, yref: 'paper' as const, y0: 0, y1: 1 }
          : { y0: bound, y1: bound, xref: 'paper' as const, x0: 0, x1: 1 }),
        line: { color: inks[theme].soft, width: 1.5, dash: 'dash' as const },
      })),
      annotations: lines.map(({ of, bound }) => ({
        text: formatNumber(bound, 5),
        showarrow: false,
        font: { size: 11, color: inks[theme].soft },
        bgcolor: inks[theme].paper,
        ...(of === 'tpp'
          ? { x: Math.log10(bound), yref: 'paper' as const, y: 0.01, yanchor: 'bottom' as const }
          : { y: Math.log10(bound), xref: 'paper' as const, x: 0.01, xanchor: 'left' as const }),
      })),
    },
    table: {
      head: [matrix.chip, matrix.tpp, `${matrix.memory}`, words.rules.status.outcome, text.best],
      rows: shown.map(({ chip, outcome }) => [
        chip.name,
        ends(chip.tpp_range),
        ends(chip.memory_bandwidth_bytes_per_s, GB),
        names[outcome],
        best.includes(chip.chip) ? words.rules.chip.yes : words.rules.chip.no,
      ]),
    },
  };
}

/** The thresholds that are drawn, in words. */
export function linesText(report: RulesReport, date: string): string {
  const { frontier: text, variable } = words.rules;
  return linesOn(report, date)
    .map(({ of, bound, rule }) => text.threshold(`${variable[of]} ${formatNumber(bound, 5)}`, rule))
    .join('; ');
}

/** Of chips in nearly the same place only the first has its name on the plot; the others are under the pointer. */
function labelled(
  chip: ChipRulesReport,
  shown: readonly { chip: ChipRulesReport; x: number; y: number }[],
): boolean {
  const own = shown.find((one) => one.chip === chip);
  const near = (a: number, b: number) => Math.abs(Math.log(a / b)) < 0.12;
  return own !== undefined && shown.find(({ x, y }) => near(x, own.x) && near(y, own.y))?.chip === chip;
}

const short = (name: string): string =>
  name.replace(/^(NVIDIA|AMD|Huawei|Google|Intel|AWS) /, '').replace(/ \(.*\)$/, '');
