import type { ChipRulesReport, RuleVerdict } from '../../../study';
import { formatCompared } from '../../../units';
import { ruleText } from '../../answer/asked';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { choose } from '../../state/store';
import { words } from '../../words';
import { ends, FLAGS, inWords, signed } from './look';
import { OutcomeTag } from './outcome';

/** A chip that was tapped: every condition of every rule with the chip's figure, the margin, and what is missing. */
export function ChipCard({ chip }: { chip: ChipRulesReport }) {
  const text = words.rules.chip;
  return (
    <section class="point-card" aria-labelledby="chip-heading">
      <h2 id="chip-heading">{text.heading(chip.name)}</h2>
      <p class="soft">{text.facts(chip.vendor, chip.released ?? text.notReleased)}</p>
      {chip.rules
        .filter(({ outcome }) => outcome === 'unknown')
        .map((verdict) => (
          <Missing key={verdict.id} verdict={verdict} />
        ))}
      <Scroll tall label={text.caption}>
        <table class="dense">
          <caption>{text.caption}</caption>
          <Heads
            texts={[
              text.rule,
              text.outcome,
              text.test,
              text.figure,
              text.value,
              text.bound,
              text.met,
              text.margin,
            ]}
          />
          <tbody>
            {chip.rules.map((verdict) => (
              <Conditions key={verdict.id} verdict={verdict} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <div class="figure-tools">
        <button type="button" onClick={() => choose('chip', '')}>
          {text.close}
        </button>
      </div>
    </section>
  );
}

const yesNo = (is: boolean): string => (is ? words.rules.chip.yes : words.rules.chip.no);

/** Whether a condition on a yes-or-no property asks for yes. */
const flagAsked = (kind: string): boolean => kind === 'at_least' || kind === 'above';

function Missing({ verdict }: { verdict: RuleVerdict }) {
  const { chip: text, outcome, variable } = words.rules;
  const names = variable as Readonly<Record<string, string>>;
  return (
    <p>
      <OutcomeTag outcome="unknown" /> <strong>{ruleText(verdict.rule)}.</strong>{' '}
      {text.possible(verdict.possible.map((one) => outcome[one]).join(', '))}{' '}
      {text.missing(verdict.missing.map((name) => names[name] ?? name).join(', '))}
    </p>
  );
}

function Conditions({ verdict }: { verdict: RuleVerdict }) {
  const { chip: text, kind: signs } = words.rules;
  const { rule, date, outcome, thresholds } = verdict;
  const rows = Math.max(1, thresholds.length);
  const head = (
    <>
      <th scope="row" rowSpan={rows}>
        {ruleText(rule)}
        <br />
        <span class="soft">{date}</span>
      </th>
      <td rowSpan={rows} data-outcome={outcome}>
        <OutcomeTag outcome={outcome} />
      </td>
    </>
  );
  if (thresholds.length === 0) {
    return (
      <tr>
        {head}
        <td colSpan={6}>{text.named}</td>
      </tr>
    );
  }
  return (
    <>
      {thresholds.map(({ test, of, value, kind, bound, met, margin }, at) => (
        <tr key={String(at)}>
          {at === 0 && head}
          <td>{ruleText(test)}</td>
          <td>{inWords(of)}</td>
          <td class="number">{FLAGS.includes(of) ? yesNo(value[0] === 1) : ends(value)}</td>
          <td class="number">
            {FLAGS.includes(of) ? yesNo(flagAsked(kind)) : `${signs[kind]} ${formatCompared(bound)}`}
          </td>
          <td>{met === null ? text.open : met ? text.yes : text.no}</td>
          <td class="number">{margin === null ? words.report.none : signed(margin)}</td>
        </tr>
      ))}
    </>
  );
}
