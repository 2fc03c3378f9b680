import { useState } from 'preact/hooks';
import { formatCount, formatPercent } from '../../../units';
import { edit } from '../../controls/edit';
import { Pick } from '../../figures/pick';
import { comparison } from '../../state/answers';
import { getIn, type Json, type JsonObject, setIn } from '../../state/json';
import { asUncertainty, pathOf } from '../../state/uncertain';
import { words } from '../../words';
import { variedNames } from '../sweep/names';
import { RangeRow } from './range-row';
import { firstRange, UNSURE, type Unsure } from './ranges';
import { doubtsOf, namesOf, sample, sampledClusters } from './study';

const SAMPLES = [128, 256, 512, 1024, 2048, 4096, 8192];
const TOLERANCES = [0.1, 0.05, 0.02, 0.01, 0.005, 0];
const DEFAULT_SAMPLES = 1024;
const DEFAULT_TOLERANCE = 0.02;

const set = (key: string, value: Json) =>
  edit(['study', key], true, (now) => setIn(asUncertainty(now), ['study', key], value));

/** What is sampled, of which clusters, how long; and the inputs that are not known. */
export function Choices({ now }: { now: JsonObject }) {
  const text = words.uncertainty.choices;
  const names = namesOf(now);
  const chosen = sampledClusters(now);
  const samples = Number(getIn(now, ['study', 'samples']) ?? DEFAULT_SAMPLES);
  const tolerance = shareOf(getIn(now, ['study', 'tolerance']));
  const constants = getIn(now, ['study', 'constants']) !== false;
  return (
    <details class="sampling">
      <summary>{text.summary(doubtsOf(now).length)}</summary>
      <div class="view-bar">
        <Pick
          id="samples"
          label={text.samples}
          value={String(samples)}
          options={withOwn(SAMPLES, samples).map((count) => [
            String(count),
            text.samplesOption(formatCount(count)),
          ])}
          onPick={(count) => set('samples', Number(count))}
        />
        <Pick
          id="tolerance"
          label={text.tolerance}
          value={String(tolerance)}
          options={withOwn(TOLERANCES, tolerance).map((share) => [
            String(share),
            share === 0 ? text.never : text.toleranceOption(formatPercent(share)),
          ])}
          onPick={(share) => set('tolerance', Number(share))}
        />
        <label class="pick">
          <input
            type="checkbox"
            checked={constants}
            onChange={(event) => set('constants', event.currentTarget.checked)}
          />
          {text.constants}
        </label>
        {names.length > 1 && (
          <fieldset class="pick-group">
            <legend>{text.clusters}</legend>
            {names.map((name, index) => (
              <label class="pick" key={`cluster-${String(index)}`}>
                <input
                  type="checkbox"
                  checked={chosen.includes(index)}
                  disabled={chosen.length === 1 && chosen[0] === index}
                  onChange={(event) => sample(now, index, event.currentTarget.checked)}
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <Ranges now={now} names={names} />
    </details>
  );
}

function Ranges({ now, names }: { now: JsonObject; names: readonly string[] }) {
  const text = words.uncertainty.choices;
  const [key, setKey] = useState<Unsure>(UNSURE[0]);
  const [cluster, setCluster] = useState(names[0] ?? '');
  const doubts = doubtsOf(now);
  const of = names.includes(cluster) ? cluster : '';
  const path = pathOf(key, of);
  const add = () => {
    const cases = comparison.peek()?.cases ?? [];
    const entry = cases.find((one) => one.cluster === of) ?? cases[0];
    edit(path, true, (before) => setIn(asUncertainty(before), path, firstRange(key, entry)));
  };
  return (
    <section class="ranges" aria-labelledby="ranges-heading">
      <h2 id="ranges-heading">{text.inputs}</h2>
      {doubts.length === 0 && <p class="soft">{text.none}</p>}
      <ul class="range-list">
        {doubts.map((doubt) => (
          <RangeRow key={doubt.path.join('.')} doubt={doubt} />
        ))}
      </ul>
      <div class="view-bar">
        <Pick
          id="unsure"
          label={text.addWhich}
          value={key}
          options={UNSURE.map((name) => [name, variedNames(name).what])}
          onPick={(name) => setKey(name as Unsure)}
        />
        <Pick
          id="unsure-cluster"
          label={text.addCluster}
          value={of}
          options={[['', text.everywhere], ...names.map((name): [string, string] => [name, name])]}
          onPick={setCluster}
        />
        <button type="button" onClick={add} disabled={getIn(now, path) !== undefined}>
          {text.add}
        </button>
      </div>
    </section>
  );
}

const withOwn = (offered: readonly number[], own: number): number[] =>
  offered.includes(own) ? [...offered] : [own, ...offered];

/** A share may be written as a number or in percent. */
function shareOf(value: Json | undefined): number {
  const percent = typeof value === 'string' ? /^([\d.]+)\s*%$/.exec(value.trim()) : null;
  const share = percent ? Number(percent[1]) / 100 : Number(value ?? DEFAULT_TOLERANCE);
  return Number.isFinite(share) ? share : DEFAULT_TOLERANCE;
}
