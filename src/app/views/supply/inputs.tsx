import { edit, setText } from '../../controls/edit';
import { Text } from '../../controls/inputs';
import { getIn, type JsonObject, type Path, setIn } from '../../state/json';
import { textAt } from '../../state/scenario';
import { words } from '../../words';
import { type EstimateRow, Estimates } from './estimates';
import { objects, pathsOf } from './study';

const YEARLY = ['chips', 'dies', 'yield', 'hbm'] as const;

/** What holds while a share is not given. */
const TRAINING = { low: '30 %', central: '40 %', high: '50 %' };
const RUN = { low: '100 %', central: '100 %', high: '100 %' };

/** The main inputs of an account, to be changed in place. */
export function SupplyInputs({ now }: { now: JsonObject }) {
  const text = words.supply.inputs;
  return (
    <details class="sampling">
      <summary>{text.summary}</summary>
      <div class="account">
        <Plain now={now} name="from" label={text.from} />
        <Plain now={now} name="to" label={text.to} />
        <Plain now={now} name="run_time" label={text.runTime} hint={text.runTimeHint} />
        <Plain now={now} name="target_flop" label={text.target} hint={text.targetHint} />
      </div>
      <Estimates
        label={text.heading}
        rows={[
          { path: ['study', 'training_share'], label: text.training, fallback: TRAINING },
          { path: ['study', 'run_share'], label: text.run, fallback: RUN },
        ]}
      />
      {pathsOf(now).flatMap((path, at) =>
        objects(path.flows).map((flow, place) => (
          <Flow
            key={`${String(at)} ${String(place)}`}
            label={text.flow(textAt(path, ['name']), textAt(flow, ['cluster']))}
            flow={flow}
            at={['study', 'paths', at, 'flows', place]}
            begin={Number(getIn(now, ['study', 'from']))}
          />
        )),
      )}
      <p class="soft">{text.note}</p>
    </details>
  );
}

function Plain(props: { now: JsonObject; name: string; label: string; hint?: string }) {
  const { now, name, label, hint } = props;
  const path = ['study', name];
  const value = getIn(now, path);
  return (
    <Text
      path={path}
      label={label}
      echo={hint}
      value={typeof value === 'number' ? String(value).replace('e+', 'e') : textAt(now, path)}
      onText={(value, finished) => setText(path, value, finished)}
    />
  );
}

function Flow(props: { label: string; flow: JsonObject; at: Path; begin: number }) {
  const { label, flow, at, begin } = props;
  const text = words.supply.inputs;
  const entries = objects(flow.yearly);
  const rows: EstimateRow[] = [
    { path: [...at, 'stock'], label: text.stock },
    { path: [...at, 'attrition'], label: text.attrition },
    ...(flow.hbm_stock === undefined ? [] : [{ path: [...at, 'hbm_stock'], label: text.hbmStock }]),
    ...entries.flatMap((entry, place) =>
      YEARLY.filter((key) => entry[key] !== undefined).map((key) => ({
        path: [...at, 'yearly', place, key],
        label: text.yearly[key](textAt(entry, ['year'])),
      })),
    ),
  ];
  const years = entries.map((entry) => Number(entry.year));
  const next = years.length > 0 ? Math.max(...years) + 1 : Math.floor(begin);
  const addYear = () => {
    const last = entries[entries.length - 1];
    const like = last
      ? Object.fromEntries(Object.entries(last).filter(([key]) => key !== 'year'))
      : { chips: 0 };
    edit([...at, 'yearly'], true, (now) =>
      setIn(now, [...at, 'yearly'], [...entries, { year: next, ...structuredClone(like) }]),
    );
  };
  return (
    <>
      <Estimates label={label} rows={rows} />
      {Number.isFinite(next) && (
        <button type="button" class="add-year" onClick={addYear}>
          {text.addYear(String(next))}
        </button>
      )}
    </>
  );
}
