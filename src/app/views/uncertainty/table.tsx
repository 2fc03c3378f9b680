import type { OutputReport, UncertaintyReport } from '../../../study';
import { formatPercent } from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import { outputNames, shortText } from './names';

const PERCENTILES = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const;

/** Percentiles of every quantity, cluster by cluster. */
export function PercentileTable({ report }: { report: UncertaintyReport }) {
  const text = words.uncertainty.table;
  const heads = PERCENTILES.map((name) => `${name.slice(1)} %`);
  const someUnfit = report.outputs.some((row) => row.infeasible_share > 0);
  const all = [text.cluster, ...heads, text.mean, text.error, ...(someUnfit ? [text.infeasible] : [])];
  return (
    <Scroll label={text.caption}>
      <table class="dense roomy whole named">
        <caption>{text.caption}</caption>
        <Heads texts={all} />
        {outputNames().map((output) => {
          const rows = report.outputs.filter((row) => row.output === output);
          return (
            rows.length > 0 && (
              <tbody key={output}>
                <tr class="group">
                  <th scope="rowgroup" colSpan={all.length}>
                    {words.uncertainty.outputs[output].option}
                  </th>
                </tr>
                {rows.map((row) => (
                  <Row key={row.cluster} row={row} unfit={someUnfit} />
                ))}
              </tbody>
            )
          );
        })}
      </table>
    </Scroll>
  );
}

function Row({ row, unfit }: { row: OutputReport; unfit: boolean }) {
  const say = (value: number) => (Number.isFinite(value) ? shortText(row.output, value) : words.report.none);
  const error = Math.max(row.p10_error, row.p90_error);
  return (
    <tr>
      <th scope="row">{row.cluster}</th>
      {PERCENTILES.map((name) => (
        <td key={name}>{name === 'p50' ? <strong>{say(row[name])}</strong> : say(row[name])}</td>
      ))}
      <td>{say(row.mean)}</td>
      <td>{Number.isFinite(error) ? formatPercent(Number(error.toPrecision(2))) : words.report.none}</td>
      {unfit && <td>{row.infeasible_share > 0 ? formatPercent(row.infeasible_share) : words.report.none}</td>}
    </tr>
  );
}
