import { formatCount } from '../../units';
import { catalog } from '../state/answers';
import { getIn } from '../state/json';
import { choose, idOf } from '../state/scenario';
import { useScenario, useText } from '../state/use-scenario';
import { words } from '../words';
import { edit, overrideText } from './edit';
import { binaryStops, Choice, Count } from './inputs';

const expertStops = binaryStops(8, 2048, true);
const topKStops = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 22, 24, 32];
const model = ['model'];

/** Architecture, expert count and top-k. */
export function ModelControls() {
  const { controls } = words;
  const id = useScenario((now) => idOf(now.model));
  const models = catalog.value?.models ?? [];
  const known = models.find((entry) => entry.id === id);
  const options = models.map((entry) => ({
    value: entry.id,
    label: entry.totalParameters ? `${entry.name} (${formatCount(entry.totalParameters)})` : entry.name,
  }));
  if (!known) options.unshift({ value: id ?? '', label: id ?? controls.ownModel });
  return (
    <fieldset>
      <legend>{controls.model}</legend>
      <Choice
        path={model}
        label={controls.modelName}
        open
        value={id ?? ''}
        sources={known?.references}
        options={options}
        onChoose={(value) => edit(model, true, (now) => choose(now, model, value))}
      />
      <Override name="experts" label={controls.experts} fallback={known?.experts} stops={expertStops} />
      <Override name="top_k" label={controls.topK} fallback={known?.topK} stops={topKStops} />
    </fieldset>
  );
}

function Override(props: {
  name: string;
  label: string;
  fallback?: number | null;
  stops: readonly number[];
}) {
  const { name, label, fallback, stops } = props;
  const path = [...model, name];
  const given = useScenario((now) => getIn(now, path) !== undefined, [name]);
  return (
    <Count
      path={path}
      label={label}
      value={useText(path)}
      fallback={fallback ?? undefined}
      stops={stops}
      echo={given && fallback ? words.controls.published(String(fallback)) : undefined}
      onRevert={given ? () => overrideText(model, [name], '', true) : undefined}
      onText={(text, finished) => overrideText(model, [name], text, finished)}
    />
  );
}
