import type { RulesReport } from '../../../study';
import type { UserError } from '../../../units';
import { saveText } from '../../figures/download';
import { Pick } from '../../figures/pick';
import { ErrorList } from '../../report/error-list';
import { choose, finish, option } from '../../state/store';
import { words } from '../../words';
import { RESTRICTS } from './look';
import { FIGURES, MEANINGS, type PlainRule, plainRule, ruleText, USUAL } from './own-rule';

const START: PlainRule = { of: 'dram_gb_s', bound: USUAL.dram_gb_s, outcome: 'presumption_of_denial' };

/** The option of the link that holds the text. */
export const OWN = 'rule';

/** A rule that nobody has made: three choices or the whole text, judged at once, errors by their lines. */
export function OwnRule({ report, errors }: { report: RulesReport | null; errors: readonly UserError[] }) {
  const text = words.rules.own;
  const { outcome: outcomes, variable } = words.rules;
  const written = option(OWN) ?? '';
  const plain = plainRule(written);
  const set = (rule: PlainRule, finished = true) => choose(OWN, ruleText(rule, nameOf(rule)), finished);
  return (
    <section class="report own-rule" aria-labelledby="own-heading">
      <h2 id="own-heading">{text.title}</h2>
      <p class="soft">{text.text}</p>
      {written === '' ? (
        <div class="figure-tools">
          <button type="button" onClick={() => set(START)}>
            {text.start}
          </button>
        </div>
      ) : (
        <>
          {plain && (
            <div class="view-bar">
              <Pick
                id="own-of"
                label={text.of}
                value={plain.of}
                options={FIGURES.map((name) => [name, variable[name]])}
                onPick={(of) => set({ ...plain, of, bound: USUAL[of] })}
              />
              <label class="pick" for="own-bound">
                <span>{text.bound}</span>
                <input
                  id="own-bound"
                  type="text"
                  inputMode="decimal"
                  value={plain.bound}
                  onInput={(event) => set({ ...plain, bound: event.currentTarget.value }, false)}
                  onBlur={finish}
                />
              </label>
              <Pick
                id="own-outcome"
                label={text.outcome}
                value={plain.outcome}
                options={MEANINGS.map((name) => [name, outcomes[name]])}
                onPick={(outcome) => set({ ...plain, outcome })}
              />
            </div>
          )}
          <label class="own-text">
            <span>{text.yaml}</span>
            <textarea
              id="own-rule"
              spellcheck={false}
              autocomplete="off"
              rows={Math.min(24, written.split('\n').length + 1)}
              value={written}
              aria-invalid={errors.length > 0}
              aria-describedby="own-errors"
              onInput={(event) => choose(OWN, event.currentTarget.value, false)}
              onBlur={finish}
            />
          </label>
          <div id="own-errors" role="status">
            {errors.length > 0 ? <ErrorList errors={errors} /> : <p>{report && resultOf(report)}</p>}
          </div>
          <div class="figure-tools">
            <button type="button" onClick={() => saveText(written, 'application/yaml', 'my-rule.yaml')}>
              {text.download}
            </button>
            <button type="button" onClick={() => choose(OWN, '')}>
              {text.remove}
            </button>
            <code>{text.command}</code>
          </div>
        </>
      )}
    </section>
  );
}

const nameOf = ({ of, bound }: PlainRule): string => {
  const names = words.rules.variable as Readonly<Record<string, string>>;
  return `${names[of] ?? of} ≥ ${bound}`;
};

function resultOf({ rules, chips }: RulesReport): string {
  const text = words.rules.own;
  const own = rules.find(({ id }) => id === 'own');
  if (!own) return '';
  const verdicts = chips.flatMap(({ rules: all }) => all.filter(({ id }) => id === 'own'));
  const count = (is: (outcome: (typeof verdicts)[number]['outcome']) => boolean) =>
    verdicts.filter(({ outcome }) => is(outcome)).length;
  return `${text.result({
    name: own.name,
    met: count((outcome) => RESTRICTS.includes(outcome)),
    all: chips.length,
    unknown: count((outcome) => outcome === 'unknown'),
  })} ${text.fine}`;
}
