import { useMemo } from 'preact/hooks';
import type { PointReport, ValidateReport } from '../../../study';
import { formatPercent } from '../../../units';
import { paragraphs } from '../../../words';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Frame } from '../../shell/frame';
import { choose, option } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { choices, chosen, FILTERS, type Filter, filtered } from './filter';
import { PointCard } from './point-card';
import { drawResiduals } from './residual';
import { drawScatter } from './scatter';
import { Subsets } from './subsets';
import { Unseen } from './unseen';

/** Predicted against measured, run by run. */
export default function ValidationView() {
  const asked = useAnswer('validate', { kind: 'validate', pointsJson: null });
  const text = words.validation;
  const { report } = asked;
  const all = report?.points ?? asked.parts.flatMap((part) => part.points);
  const picked = chosen();
  const points = useMemo(() => filtered(all, picked), [report, asked.parts, JSON.stringify(picked)]);
  const by = FILTERS.find((name) => name === option('by')) ?? 'chip';
  const none = all.length === 0;
  const scatter = useMemo(() => (none ? null : drawScatter(points, theme.value)), [points, theme.value]);
  const residual = useMemo(
    () => (none ? null : drawResiduals(points, by, theme.value)),
    [points, by, theme.value],
  );
  const show = (id: unknown) => typeof id === 'string' && choose('run', id);
  const open = points.find((point) => point.id === option('run'));
  return (
    <Frame
      view="validation"
      asked={asked}
      lead={report && lead(report)}
      heading={words.views.validation.title}
    >
      {report && <Unseen report={report} />}
      <Filters all={all} shown={points.length} />
      <Figure
        id="scatter"
        title={text.scatter.title}
        note={text.scatter.note}
        drawing={scatter}
        stale={false}
        data={report}
        onPoint={show}
      />
      {open && <PointCard point={open} onClose={() => choose('run', '')} />}
      <Figure
        id="residual"
        title={text.residual.title}
        note={text.residual.note}
        drawing={residual}
        stale={false}
        onPoint={show}
      >
        <Pick
          id="by"
          label={text.residual.by}
          value={by}
          options={FILTERS.map((name) => [name, text[name]])}
          onPick={(name) => choose('by', name)}
        />
      </Figure>
      {report && <Subsets report={report} />}
    </Frame>
  );
}

function Filters({ all, shown }: { all: readonly PointReport[]; shown: number }) {
  const text = words.validation;
  const picked = chosen();
  const options = (name: Filter): [string, string][] => [
    ['', text.all],
    ...choices(all, name).map(([value, count]): [string, string] => [value, `${value} (${count})`]),
  ];
  return (
    <fieldset class="filters">
      <legend>{text.filterHeading}</legend>
      {FILTERS.map((name) => (
        <Pick
          key={name}
          id={name}
          label={text[name]}
          value={picked.values[name]}
          options={options(name)}
          onPick={(value) => choose(name, value)}
        />
      ))}
      <Pick
        id="kind"
        label={text.kind}
        value={picked.kind}
        options={[
          ['', text.all],
          ['moe', text.moe],
          ['dense', text.dense],
        ]}
        onPick={(value) => choose('kind', value)}
      />
      <label class="pick">
        <input
          type="checkbox"
          checked={picked.judged}
          onChange={(event) => choose('judged', event.currentTarget.checked ? 'yes' : '')}
        />
        {text.judged}
      </label>
      <p class="soft" role="status">
        {text.shown(shown, all.length)}
      </p>
    </fieldset>
  );
}

function lead(report: ValidateReport): string {
  const answer = words.validation.lead({
    count: report.judged,
    mape: formatPercent(report.mape),
    median: formatPercent(report.median),
    leftOut: formatPercent(report.left_out?.find(({ name }) => name === 'all')?.mape ?? Number.NaN),
    aside: formatPercent(report.kept_aside?.mape ?? Number.NaN),
    asideCount: report.kept_aside?.judged ?? 0,
  });
  const more = words.validation.more({
    p90: formatPercent(report.p90),
    worst: formatPercent(report.worst),
    coverage: formatPercent(report.coverage80),
    rule: formatPercent(report.rule_of_thumb[0]?.mape ?? Number.NaN),
  });
  return paragraphs([answer], [more]);
}
