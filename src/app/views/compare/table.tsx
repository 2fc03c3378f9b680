import type { CaseReport, CompareReport } from '../../../study';
import {
  formatBytes,
  formatCount,
  formatDays,
  formatEnergy,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatUsd,
  roundedTo,
} from '../../../units';
import { TONES } from '../../figures/palette';
import { planText } from '../../report/plan-text';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';

type Rows = typeof words.report.rows;

/** A cell's text for a cluster that fits; null where it has none. */
const cells: Record<keyof Rows, (entry: CaseReport, report: CompareReport) => string | number | null> = {
  system: (entry) => entry.system,
  chips: (entry) => {
    const notes = [
      entry.ranks_per_chip > 1 ? words.report.dies(entry.ranks_per_chip) : '',
      entry.feasible && entry.chips_idle > 0
        ? words.report.idle(entry.chips_idle.toLocaleString('en-US'))
        : '',
    ].filter(Boolean);
    const count = entry.chips.toLocaleString('en-US');
    return notes.length > 0 ? `${count} (${notes.join(', ')})` : count;
  },
  model: ({ inputs }) => inputs.model,
  work: ({ inputs }) =>
    words.report.work(
      formatQuantity(inputs.tokens, 'tokens'),
      formatCount(inputs.sequence),
      formatCount(inputs.global_batch_sequences),
    ),
  precision: (entry) => entry.inputs.precision,
  over: ({ cluster }, { asked, ratios }) => {
    const [quantity] = asked.quantities;
    const own = ratios.find(
      (ratio) => ratio.cluster === cluster && ratio.over === asked.reference && ratio.quantity === quantity,
    );
    if (!own) return null;
    const text = ranged(own.ratio, own.interval80, formatNumber);
    return text && words.report.over[quantity](text, asked.reference);
  },
  tokens: (entry) => ranged(entry.tokens_per_second, entry.interval80?.tokens_per_second, formatCount),
  perChip: (entry) => entry.tokens_per_second_per_chip && formatNumber(entry.tokens_per_second_per_chip),
  days: (entry) => ranged(entry.days, entry.interval80?.days, formatNumber, formatDays),
  goodput: (entry) => entry.goodput && formatPercent(entry.goodput),
  mfu: (entry) => entry.mfu && formatPercent(entry.mfu),
  memory: (entry) =>
    entry.memory_bytes_per_chip &&
    words.report.of(formatBytes(entry.memory_bytes_per_chip), formatBytes(entry.memory_capacity_bytes)),
  plan: (entry) => entry.plan && planText(entry.plan),
  bottleneck: (entry) => entry.bottleneck && words.answer.resource[entry.bottleneck],
  elasticity: (entry) =>
    entry.bottleneck &&
    entry.elasticity &&
    words.report.gain(formatPercent(Number((0.1 * entry.elasticity[entry.bottleneck]).toPrecision(2)))),
  cost: (entry) => ranged(entry.cost_usd, entry.interval80?.cost_usd, formatUsd),
  // Rounded in watt-hours, as it is shown.
  energy: ({ energy_j: joules, interval80 }) =>
    joules !== null && interval80
      ? ranged(joules / 3600, [interval80.energy_j[0] / 3600, interval80.energy_j[1] / 3600], (wattHours) =>
          formatEnergy(wattHours * 3600),
        )
      : null,
  searched: (entry) =>
    words.report.searched(formatCount(entry.plans_in_space), formatCount(entry.plans_evaluated)),
};

/** Rows that hold whether or not the model fits. */
const always: readonly (keyof Rows)[] = ['system', 'chips', 'model', 'work', 'precision', 'searched'];

type Format = (value: number) => string;

function ranged(
  value: number | null,
  interval: [number, number] | undefined,
  format: Format,
  central: Format = format,
): string | null {
  if (value === null || !interval) return null;
  const [middle, low, high] = roundedTo(value, ...interval);
  return `${central(middle)} [${format(low)} – ${format(high)}]`;
}

/** The comparison, a column per cluster. */
export function ComparisonTable({ report }: { report: CompareReport }) {
  const { report: text, answer, figures } = words;
  return (
    <>
      <h2 id="table-heading">{text.table}</h2>
      <Scroll label={text.table}>
        <table class="comparison" style={{ '--clusters': report.cases.length }}>
          <caption>{text.tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{figures.cluster}</th>
              {report.cases.map((entry, index) => (
                <th scope="col" key={entry.cluster} data-tone={index % TONES}>
                  <span class="swatch" aria-hidden="true" /> {entry.cluster}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(text.rows) as (keyof Rows)[]).map((row) => (
              <tr key={row}>
                <th scope="row">{text.rows[row]}</th>
                {report.cases.map((entry) => (
                  <td key={entry.cluster}>
                    {entry.feasible || always.includes(row)
                      ? cells[row](entry, report) || text.none
                      : row === 'tokens'
                        ? answer.doesNotFit
                        : text.none}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
