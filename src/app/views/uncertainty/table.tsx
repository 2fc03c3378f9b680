import type { OutputReport, UncertaintyReport } from '../../../study';
import { formatCount, formatNumber, formatPercent } from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import { type Output, outputNames, valueText } from './names';

const PERCENTILES = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const;

/** Percentiles of every quantity, cluster by cluster. */
export function PercentileTable({ report }: { report: UncertaintyReport }) {
  const text = words.uncertainty.table;
  const rows = outputNames().flatMap((output) => report.outputs.filter((row) => row.output === output));
  const heads = PERCENTILES.map((name) => `${name.slice(1)} %`);
  return (
    <Scroll label={text.caption}>
      <table class="dense roomy whole">
        <caption>{text.caption}</caption>
        <Heads texts={[text.output, text.cluster, ...heads, text.mean, text.error, text.infeasible]} />
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.output} ${row.cluster}`} row={row} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** The head of the row tells the unit of what has but one. */
function cellText(output: Output, value: number): string {
  if (output === 'tokens_per_second') return formatCount(Number(value.toPrecision(3)));
  return output === 'days' ? formatNumber(value) : valueText(output, value);
}

function Row({ row }: { row: OutputReport }) {
  const say = (value: number) => (Number.isFinite(value) ? cellText(row.output, value) : words.report.none);
  const error = Math.max(row.p10_error, row.p90_error);
  return (
    <tr>
      <th scope="row">{words.uncertainty.outputs[row.output].option}</th>
      <td>{row.cluster}</td>
      {PERCENTILES.map((name) => (
        <td key={name}>{name === 'p50' ? <strong>{say(row[name])}</strong> : say(row[name])}</td>
      ))}
      <td>{say(row.mean)}</td>
      <td>{Number.isFinite(error) ? formatPercent(Number(error.toPrecision(2))) : words.report.none}</td>
      <td>{row.infeasible_share > 0 ? formatPercent(row.infeasible_share) : words.report.none}</td>
    </tr>
  );
}
