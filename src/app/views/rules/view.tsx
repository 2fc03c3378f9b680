import { useMemo } from 'preact/hooks';
import type { ChipRulesReport, RulesReport } from '../../../study';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { Frame } from '../../shell/frame';
import { choose, option } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { ChipCard } from './chip-card';
import { drawFrontier, linesText } from './frontier';
import { changeDays, onSale, RESTRICTS, statusOn } from './look';
import { Matrix } from './matrix';
import { OWN, OwnRule } from './own-rule-box';
import { RuleList } from './rule-list';
import { drawStatus } from './status';

const phone = matchMedia('(max-width: 599px)');
const ORIGINS = ['us', 'cn', 'all'] as const;

/** Every chip against every dated rule, what that means by date, and a rule of one's own. */
export default function RulesView() {
  const written = option(OWN) ?? '';
  const source = written === '' ? null : { file: 'my-rule.yaml', text: written };
  const asked = useAnswer('rules', { kind: 'rules', source });
  // A link may hold a rule that cannot be read: the others are judged all the same.
  const unread = asked.report === null && asked.errors.length > 0;
  const plain = useAnswer('rules', unread ? { kind: 'rules', source: null } : null, 'catalog');
  const report = asked.report ?? (unread ? plain.report : null);
  const origin = ORIGINS.find((name) => name === option('origin')) ?? 'us';
  const chips = useMemo(
    () => (report?.chips ?? []).filter((chip) => origin === 'all' || chip.origin === origin),
    [report, origin],
  );
  const days = useMemo(() => (report ? changeDays(report) : []), [report]);
  const date = days.find((day) => day === option('date')) ?? days.at(-1) ?? '';
  const status = useMemo(
    () => (report ? drawStatus(report, chips, date, theme.value) : null),
    [report, chips, date, theme.value],
  );
  const frontier = useMemo(
    () => (report ? drawFrontier(report, chips, date, theme.value, phone.matches) : null),
    [report, chips, date, theme.value],
  );
  const text = words.rules;
  const open = report?.chips.find(({ chip }) => chip === option('chip'));
  const show = (id: unknown) => typeof id === 'string' && choose('chip', id);
  // What is wrong with the own rule is told beside its text.
  const framed = { ...asked, errors: [] };
  return (
    <Frame
      view="rules"
      asked={framed}
      lead={report ? leadOf(report, date) : asked.errors.length > 0 ? '' : null}
      heading={words.views.rules.title}
    >
      <div class="view-bar">
        <Pick
          id="origin"
          label={text.origin}
          value={origin}
          options={ORIGINS.map((name) => [name, text.origins[name]])}
          onPick={(name) => choose('origin', name)}
        />
        <Pick
          id="date"
          label={text.date}
          value={date}
          options={days.map((day) => [day, day])}
          onPick={(day) => choose('date', day)}
        />
      </div>
      <Figure
        id="status"
        title={text.status.title}
        note={text.status.note}
        drawing={status}
        stale={asked.stale}
        data={report?.chips.map(({ chip, name, status: entries }) => ({ chip, name, status: entries }))}
        onPoint={show}
      />
      {open && <ChipCard chip={open} />}
      <Figure
        id="frontier"
        title={text.frontier.title(date)}
        note={`${text.frontier.note} ${report ? linesText(report, date) : ''}`}
        drawing={frontier}
        stale={asked.stale}
        data={report?.frontier}
        onPoint={show}
      />
      {report && <History report={report} />}
      {report && <Matrix report={report} chips={chips} />}
      <OwnRule report={report} errors={asked.errors} />
      {report && <RuleList rules={report.rules} />}
    </Frame>
  );
}

function leadOf(report: RulesReport, date: string): string {
  const text = words.rules;
  const market = report.chips.filter(
    (chip) => chip.origin === 'us' && chip.tpp_range[1] !== 0 && onSale(chip, date),
  );
  const outcomes = market.map((chip) => statusOn(chip, date)?.outcome ?? 'not_controlled');
  const count = (is: (outcome: (typeof outcomes)[number]) => boolean) => outcomes.filter(is).length;
  const best = report.frontier.filter((one) => one.date <= date).at(-1)?.chips ?? [];
  const named = best.map(({ chip }) => nameOf(report.chips, chip));
  return [
    text.lead({
      date,
      chips: market.length,
      free: count((outcome) => outcome === 'not_controlled' || outcome === 'tariff'),
      open: count((outcome) => outcome === 'case_by_case' || outcome === 'notification'),
      held: count(
        (outcome) => RESTRICTS.includes(outcome) && outcome !== 'case_by_case' && outcome !== 'notification',
      ),
      unknown: count((outcome) => outcome === 'unknown'),
    }),
    best.length > 0 ? text.best(words.join(named)) : text.noBest,
  ].join(' ');
}

const nameOf = (chips: readonly ChipRulesReport[], id: string): string =>
  chips.find(({ chip }) => chip === id)?.name ?? id;

function History({ report }: { report: RulesReport }) {
  const text = words.rules.frontier;
  return (
    <Scroll label={text.history}>
      <table class="dense history">
        <caption>{text.history}</caption>
        <Heads texts={[words.rules.status.from, text.chips]} />
        <tbody>
          {report.frontier.map(({ date, chips }) => (
            <tr key={date}>
              <th scope="row">{date}</th>
              <td>{chips.map(({ chip }) => nameOf(report.chips, chip)).join(', ') || text.noChip}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
