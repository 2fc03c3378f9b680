import type { ChipRulesReport, RulesReport } from '../../../study';
import { formatCompared } from '../../../units';
import { ruleText } from '../../answer/asked';
import { inks } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { ends, LOOK, OUTCOMES, type Outcome, onSale, shortName, statusOn } from './look';

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
function linesOn({ rules }: RulesReport, date: string): Line[] {
  // A duty holds no sale back.
  const active = rules.filter(
    (rule) =>
      rule.id === 'own' ||
      (!['hypothetical', 'us-tariff'].includes(rule.jurisdiction) &&
        rule.binds_china &&
        rule.date <= date &&
        (rule.until === null || date < rule.until)),
  );
  const lines = active.flatMap((rule) =>
    rule.tests.flatMap(({ any }) =>
      (any ?? []).flat().flatMap(({ of, bound }): Line[] => {
        return of === 'tpp' || of === 'dram_gb_s' ? [{ of, bound, rule: ruleText(rule.name) }] : [];
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
  narrow: boolean,
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
  const named = labelled(shown, best, narrow);
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
            text: own.map(({ chip }) => (named.has(chip.chip) ? plainText(shortName(chip.name)) : '')),
            textposition: own.map(({ chip }) => named.get(chip.chip) ?? ('top center' as const)),
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
      annotations: lines.map(({ of, bound }, at) => ({
        text: formatCompared(bound),
        showarrow: false,
        font: { size: 11, color: inks[theme].soft },
        bgcolor: inks[theme].paper,
        ...(of === 'tpp'
          ? {
              x: Math.log10(bound),
              yref: 'paper' as const,
              y: 0.01 + 0.05 * (at % 2),
              yanchor: 'bottom' as const,
            }
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
  const lines = linesOn(report, date);
  return [...new Set(lines.map(({ rule }) => rule))]
    .map((rule) => {
      const own = lines.filter((line) => line.rule === rule);
      const bounds = (['tpp', 'dram_gb_s'] as const).flatMap((of) => {
        const values = own.filter((line) => line.of === of).map(({ bound }) => formatCompared(bound));
        return values.length === 0 ? [] : [`${variable[of]} ${values.join(', ')}`];
      });
      return text.threshold(bounds.join('; '), rule);
    })
    .join(' ');
}

interface Shown {
  chip: ChipRulesReport;
  x: number;
  y: number;
}

type Side = 'top left' | 'top center' | 'top right';

/** How far a name may reach beyond the outermost chips. */
const BEYOND = 12;

/**
 * Chips whose names have room on the plot, and on which side of the chip, the best first; the others are under the
 * pointer and in the table.
 */
function labelled(shown: readonly Shown[], best: readonly string[], narrow: boolean): Map<string, Side> {
  const [width, height] = narrow ? [250, 360] : [1000, 380];
  const scale = (values: number[], pixels: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log);
    return (value: number) => ((Math.log(value) - low) / Math.max(1e-9, high - low)) * pixels;
  };
  const across = scale(
    shown.map(({ x }) => x),
    width,
  );
  const up = scale(
    shown.map(({ y }) => y),
    height,
  );
  const boxes: { left: number; right: number; y: number }[] = [];
  const order = [...shown].sort((a, b) => rank(b) - rank(a));
  const names = new Map<string, Side>();
  for (const { chip, x, y } of order) {
    const half = 3.2 * shortName(chip.name).length;
    const at = across(x);
    const side = at + half > width + BEYOND ? 'top left' : at - half < -BEYOND ? 'top right' : 'top center';
    const middle = at + (side === 'top left' ? -half : side === 'top right' ? half : 0);
    const box = { left: middle - half, right: middle + half, y: up(y) };
    const clash = boxes.some(
      (other) => box.left < other.right && other.left < box.right && Math.abs(box.y - other.y) < 24,
    );
    if (clash) continue;
    boxes.push(box);
    names.set(chip.chip, side);
  }
  return names;

  function rank({ chip }: Shown): number {
    return (
      (best.includes(chip.chip) ? 2 : 0) + (chip.vendor === 'NVIDIA' || chip.vendor === 'Huawei' ? 1 : 0)
    );
  }
}
