import type { BestChipReport, DesignReport } from '../../../study';
import {
  formatBandwidth,
  formatBytes,
  formatCompared,
  formatFlops,
  formatNumber,
  formatTokensPerSecond,
} from '../../../units';
import { ruleText } from '../../answer/asked';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import { designsOf } from './draw-best';

/** The best chips in figures, as a datasheet would have them. */
export function BestTable({ report, at }: { report: BestChipReport; at: number }) {
  const text = words.caps.best;
  const { none } = words.report;
  const cluster = report.clusters[at];
  const caption = text.tableCaption(
    cluster.cluster,
    cluster.tried,
    words.join(report.rule_names.map(ruleText)) || text.noRule,
  );
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
            text.bound,
          ]}
        />
        <tbody>
          {designsOf(cluster, report.against).map(({ name, design }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatCompared(design.tpp)}</td>
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
              <td class="prose">{bindingText(design)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function bindingText({ bound_by }: DesignReport): string {
  const text = words.caps.best;
  const heads = {
    bf16: text.bf16,
    memory: text.memory,
    memory_bandwidth: text.bandwidth,
    scale_up: text.up,
    scale_out: text.out,
  };
  const rules = bound_by.map(({ name, figures }) =>
    text.boundOf(
      name === null ? text.ownRule : ruleText(name),
      figures.map((key) => heads[key]),
    ),
  );
  return words.join(rules) || text.unbound;
}
