import type { ChipRulesReport, RulesReport } from '../../../study';
import { ruleText } from '../../answer/asked';
import { fill, inks } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { LOOK, OUTCOMES, type Outcome, releaseDay, shortName } from './look';

const DAY_MS = 86_400_000;
/** What is in force now is drawn this long. */
const TAIL_MS = 180 * DAY_MS;
const ROW = 23;

interface Span {
  row: number;
  chip: ChipRulesReport;
  outcome: Outcome;
  from: string;
  /** Null: still so. */
  until: string | null;
  rules: string[];
}

/** A bar for each stretch of time in which the law means the same for a chip, from its release on. */
function spansOf(chips: readonly ChipRulesReport[]): Span[] {
  return chips.flatMap((chip, row) => {
    const release = releaseDay(chip);
    return chip.status.flatMap(({ from, outcome, rules }, at) => {
      const until = chip.status[at + 1]?.from ?? null;
      const begin = release !== null && release > from ? release : from;
      return until !== null && begin >= until ? [] : [{ row, chip, outcome, from: begin, until, rules }];
    });
  });
}

export function drawStatus(
  report: RulesReport,
  chips: readonly ChipRulesReport[],
  date: string,
  theme: Theme,
): Drawing {
  const { status: text, outcome: names } = words.rules;
  const spans = spansOf(chips);
  const last = Math.max(...spans.map(({ from }) => Date.parse(from)), Date.parse(date)) + TAIL_MS;
  const endOf = ({ until }: Span) => (until === null ? last : Date.parse(until));
  const ruleName = (id: string) => ruleText(report.rules.find((rule) => rule.id === id)?.name ?? id);
  return {
    data: OUTCOMES.flatMap((outcome) => {
      const own = spans.filter((span) => span.outcome === outcome);
      if (own.length === 0) return [];
      return [
        {
          type: 'bar' as const,
          orientation: 'h' as const,
          name: `${LOOK[outcome].sign} ${names[outcome]}`,
          y: own.map(({ row }) => row),
          base: own.map(({ from }) => from),
          x: own.map((span) => endOf(span) - Date.parse(span.from)),
          width: 0.82,
          customdata: own.map(({ chip }) => chip.chip),
          // A stretch of a few weeks has no room for its sign.
          text: own.map((span) =>
            endOf(span) - Date.parse(span.from) > 60 * DAY_MS ? LOOK[outcome].sign : '',
          ),
          textposition: 'inside' as const,
          insidetextanchor: 'middle' as const,
          textangle: 0,
          textfont: { color: inks[theme].text, size: 13 },
          marker: { ...fill(LOOK[outcome].part, theme), opacity: 0.75 },
          hovertext: own.map((span) =>
            plainText(
              `${span.chip.name}: ${names[outcome]}, ${span.from} – ${span.until ?? '…'}${span.rules.length > 0 ? `; ${span.rules.map(ruleName).join('; ')}` : ''}`,
            ),
          ),
          hovertemplate: '%{hovertext}<extra></extra>',
        } as unknown as Drawing['data'][number],
      ];
    }),
    layout: {
      barmode: 'overlay',
      height: 130 + ROW * chips.length,
      showlegend: true,
      legend: { xref: 'container', x: 0 },
      hovermode: 'closest',
      xaxis: { type: 'date', side: 'top', tickformat: '%Y-%m', nticks: 8 },
      yaxis: {
        tickmode: 'array',
        tickvals: chips.map((_, row) => row),
        ticktext: chips.map(({ name, as_if_exported }) =>
          plainText(`${shortName(name)}${as_if_exported ? ' *' : ''}`),
        ),
        range: [chips.length - 0.4, -0.6],
        showgrid: false,
        zeroline: false,
      },
      shapes: [
        {
          type: 'line',
          x0: date,
          x1: date,
          yref: 'paper',
          y0: 0,
          y1: 1,
          line: { color: inks[theme].text, width: 1.5, dash: 'dot' },
        },
      ],
    },
    table: {
      head: [text.chip, text.from, text.until, text.outcome, text.rules],
      rows: spans.map(({ chip, from, until, outcome, rules }) => [
        chip.name,
        from,
        until,
        names[outcome],
        rules.map(ruleName).join('; '),
      ]),
    },
  };
}
