import type { RulesReport } from '../../../study';
import { formatCompared, formatPercent } from '../../../units';
import { ruleText } from '../../answer/asked';
import { LinkedText } from '../../report/linked-text';
import { words } from '../../words';
import { boundText } from './look';
import { OutcomeTag } from './outcome';

type Rule = RulesReport['rules'][number];

/** Each rule: when, what it tests and means, and where its text is read. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  const text = words.rules.list;
  return (
    <section class="report" aria-labelledby="rule-list-heading">
      <h2 id="rule-list-heading">{text.title}</h2>
      <ol class="rule-list">
        {rules.map((rule) => (
          <li key={rule.id} data-own={rule.id === 'own' ? '' : undefined}>
            <h3>{ruleText(rule.name)}</h3>
            <p class="soft">
              {text.inForce(rule.date, rule.until)}
              {rule.jurisdiction === 'hypothetical' &&
                `; ${rule.id === 'own' ? text.own : text.hypothetical}`}
              {rule.instrument && text.instrument(ruleText(rule.instrument))}
            </p>
            <ul>
              {rule.tests.map((test, at) => (
                <li key={String(at)}>
                  <OutcomeTag outcome={test.outcome} /> {test.label && text.label(ruleText(test.label))}
                  {conditions(test)}
                </li>
              ))}
              {rule.otherwise !== 'not_controlled' && (
                <li>
                  <OutcomeTag outcome={rule.otherwise} /> {text.otherwise}
                </li>
              )}
            </ul>
            <p>{remarks(rule).join(' ')}</p>
            {rule.notes && <p>{ruleText(rule.notes)}</p>}
            {rule.sources.length > 0 && (
              <p class="soft">
                {text.sources} <LinkedText text={rule.sources.join('; ')} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function conditions({ any, chips }: Rule['tests'][number]): string {
  const text = words.rules.list;
  if (chips) return text.names(chips.join(', '));
  return (any ?? []).map((group) => group.map(boundText).join(text.and)).join(`; ${text.or} `);
}

function remarks({ destinations, volume, price }: Rule): string[] {
  const text = words.rules.list;
  const most = volume && [
    ...(volume.tpp_most === null ? [] : [text.tppMost(formatCompared(volume.tpp_most))]),
    ...(volume.units_most === null ? [] : [text.unitsMost(formatCompared(volume.units_most))]),
    ...(volume.share_of_home_units === null ? [] : [text.share(formatPercent(volume.share_of_home_units))]),
  ];
  return [
    ...(destinations ? [text.destinations(ruleText(destinations))] : []),
    ...(most && volume ? [text.volume(words.join(most), ruleText(volume.period))] : []),
    ...(price?.tariff ? [text.tariff(formatPercent(price.tariff))] : []),
    ...(price?.revenue_share ? [text.revenue(formatPercent(price.revenue_share))] : []),
  ];
}
