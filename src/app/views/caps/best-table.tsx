import type { BestChipReport } from '../../../study';
import {
  formatBandwidth,
  formatBytes,
  formatFlops,
  formatNumber,
  formatTokensPerSecond,
} from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import { designsOf } from './draw-best';

/** The best chips in figures, as a datasheet would have them. */
export function BestTable({ report, at }: { report: BestChipReport; at: number }) {
  const text = words.caps.best;
  const { none } = words.report;
  const cluster = report.clusters[at];
  const caption = text.tableCaption(cluster.cluster, cluster.tried, report.rules.join(', ') || text.noRule);
  return (
    <Scroll label={caption}>
      <table class="dense whole named">
        <caption>{caption}</caption>
        <Heads
          texts={[
            text.chip,
            text.tpp,
            text.density,
            text.bf16,
            text.memory,
            text.bandwidth,
            text.up,
            text.out,
            text.rate,
            text.limited,
          ]}
        />
        <tbody>
          {designsOf(cluster, report.against).map(({ name, design }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatNumber(design.tpp, 4)}</td>
              <td>{formatNumber(design.performance_density)}</td>
              <td>{formatFlops(design.bf16_flop_per_s)}</td>
              <td>{formatBytes(design.memory_bytes)}</td>
              <td>{formatBandwidth(design.memory_bandwidth_bytes_per_s)}</td>
              <td>{formatBandwidth(design.scale_up_bytes_per_s)}</td>
              <td>{formatBandwidth(design.scale_out_bytes_per_s)}</td>
              <td>
                {design.case.tokens_per_second === null
                  ? none
                  : formatTokensPerSecond(design.case.tokens_per_second)}
              </td>
              <td>{design.case.bottleneck ? words.answer.resource[design.case.bottleneck] : none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
