import { useMemo } from 'preact/hooks';
import { comparison, explanation, explanationFits, stale, variation, variationStale } from '../state/answers';
import { change, changeScenario, scenario, state } from '../state/store';
import { theme } from '../state/theme';
import { DEFAULT_VARIABLE, VARIABLES, type Variable, variedKey, withVaried } from '../state/vary';
import { words } from '../words';
import { drawBreakdown } from './breakdown';
import { Figure } from './figure';
import { drawMemory } from './memory';
import { drawThroughput, METRICS, metricOf } from './throughput';
import { drawVaried, variedNames } from './varied';

export function Figures() {
  return (
    <section class="figures" aria-labelledby="figures-heading">
      <h2 id="figures-heading">{words.figures.heading}</h2>
      <div class="figure-grid">
        <Throughput />
        <Breakdown />
        <Varied />
        <Memory />
      </div>
    </section>
  );
}

function Throughput() {
  const { figures } = words;
  const metric = metricOf(state.value.metric);
  const report = comparison.value;
  const drawing = useMemo(
    () => report && drawThroughput(report, metric, theme.value),
    [report, metric, theme.value],
  );
  return (
    <Figure
      id="throughput"
      title={figures.metrics[metric].title}
      note={figures.metricNote[metric]}
      drawing={drawing}
      stale={stale.value}
    >
      <Pick
        id="metric"
        label={figures.metricLabel}
        value={metric}
        options={METRICS.map((name) => [name, figures.metrics[name].option])}
        onPick={(name) => change({ ...state.peek(), metric: name }, { field: 'metric', finished: true })}
      />
    </Figure>
  );
}

function Breakdown() {
  const { breakdown } = words.figures;
  const report = comparison.value;
  const drawing = useMemo(() => report && drawBreakdown(report, theme.value), [report, theme.value]);
  return (
    <Figure
      id="breakdown"
      title={breakdown.title}
      note={breakdown.note}
      drawing={drawing}
      stale={stale.value}
    />
  );
}

function Varied() {
  const { varied } = words.figures;
  const report = variation.value;
  const now = stale.value ? null : comparison.value;
  const drawing = useMemo(() => report && drawVaried(report, now, theme.value), [report, now, theme.value]);
  const key = variedKey(scenario.value) ?? DEFAULT_VARIABLE;
  const offered: readonly string[] = VARIABLES;
  const options = (offered.includes(key) ? offered : [key, ...offered]).map((name): [string, string] => [
    name,
    variedNames(name).what,
  ]);
  return (
    <Figure
      id="varied"
      title={varied.title(variedNames(report?.key ?? key).what)}
      note={varied.note}
      drawing={drawing}
      stale={variationStale.value}
    >
      <Pick
        id="vary"
        label={varied.label}
        value={key}
        options={options}
        onPick={(name) =>
          changeScenario(withVaried(scenario.peek(), name as Variable), { field: 'vary', finished: true })
        }
      />
    </Figure>
  );
}

function Memory() {
  const { memory } = words.figures;
  const report = comparison.value;
  const explained = explanationFits.value ? explanation.value : null;
  const drawing = useMemo(
    () => report && drawMemory(report, explained, theme.value),
    [report, explained, theme.value],
  );
  return <Figure id="memory" title={memory.title} note={memory.note} drawing={drawing} stale={stale.value} />;
}

interface PickProps {
  id: string;
  label: string;
  value: string;
  options: [string, string][];
  onPick: (value: string) => void;
}

function Pick({ id, label, value, options, onPick }: PickProps) {
  return (
    <label class="pick" for={`pick-${id}`}>
      <span>{label}</span>
      <select id={`pick-${id}`} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map(([name, text]) => (
          <option key={name} value={name} selected={name === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
