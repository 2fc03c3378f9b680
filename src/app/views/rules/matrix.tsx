import type { ChipRulesReport, RulesReport } from '../../../study';
import { ruleText } from '../../answer/asked';
import { Scroll } from '../../report/scroll';
import { choose, option } from '../../state/store';
import { words } from '../../words';
import { ends, signed } from './look';
import { OutcomeLegend, OutcomeTag } from './outcome';

/** Every chip against every rule by itself: outcome and margin. */
export function Matrix({ report, chips }: { report: RulesReport; chips: readonly ChipRulesReport[] }) {
  const text = words.rules.matrix;
  return (
    <div class="report">
      <h2>{text.title}</h2>
      <p class="soft">{text.caption}</p>
      <OutcomeLegend />
      <Scroll tall label={text.title}>
        <table class="dense rule-matrix">
          <thead>
            <tr>
              <th scope="col">{text.chip}</th>
              <th scope="col">{text.tpp}</th>
              <th scope="col">{text.density}</th>
              <th scope="col">{text.memory}</th>
              <th scope="col">{text.io}</th>
              {report.rules.map((rule) => (
                <th scope="col" key={rule.id} data-own={rule.id === 'own' ? '' : undefined}>
                  <span class="soft">
                    {rule.date}
                    {rule.until && ` ${text.until(rule.until)}`}
                  </span>
                  <br />
                  {ruleText(rule.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chips.map((chip) => (
              <Row key={chip.chip} chip={chip} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

function Row({ chip }: { chip: ChipRulesReport }) {
  const GB = 1e9;
  return (
    <tr data-open={option('chip') === chip.chip ? '' : undefined}>
      <th scope="row">
        <button type="button" class="link" onClick={() => choose('chip', chip.chip)}>
          {chip.name}
        </button>
        {chip.as_if_exported && <span class="soft"> {words.rules.matrix.asIf}</span>}
      </th>
      <td class="number">{ends(chip.tpp_range)}</td>
      <td class="number">{ends(chip.performance_density_range)}</td>
      <td class="number">{ends(chip.memory_bandwidth_bytes_per_s, GB)}</td>
      <td class="number">{ends(chip.io_bytes_per_s, GB)}</td>
      {chip.rules.map(({ id, outcome, margin }) => (
        <td key={id} data-outcome={outcome}>
          <OutcomeTag outcome={outcome} />
          {margin !== null && <span class="margin">{signed(margin)}</span>}
        </td>
      ))}
    </tr>
  );
}
