import type { CaseReport, CatalogSource } from '../../study';
import { formatBandwidth, formatBytes, formatFlops } from '../../units';
import { TONES } from '../figures/palette';
import { catalog } from '../state/answers';
import { getIn, type Path } from '../state/json';
import { choose, clustersOf, idOf, removeCluster } from '../state/scenario';
import { useRead } from '../state/use-comparison';
import { useScenario, useText } from '../state/use-scenario';
import { words } from '../words';
import { edit, overrideText, setName, setText } from './edit';
import { Choice, Count, roundStops, Text } from './inputs';
import { PrecisionChoice } from './training-controls';

const chipStops = roundStops(8, 1_000_000);

/** All inputs of one cluster. `tone` is its place in the palette. */
export function ClusterControls({ index }: { index: number }) {
  const { controls } = words;
  const at: Path = ['clusters', index];
  const name = useText([...at, 'name']);
  const shown = name || controls.cluster(index + 1);
  const system: Path = [...at, 'system'];
  const id = useScenario((now) => idOf(getIn(now, system)), [index]);
  const known = catalog.value?.systems.find((entry) => entry.id === id);
  const several = useScenario((now) => clustersOf(now).length > 1);
  return (
    <fieldset class="cluster" data-tone={index % TONES}>
      <legend>
        <span class="swatch" aria-hidden="true" /> {shown}
      </legend>
      {several && (
        <button
          type="button"
          class="remove"
          aria-label={controls.remove(shown)}
          title={controls.remove(shown)}
          onClick={() => edit(at, true, (now) => removeCluster(now, index))}
        >
          ✕
        </button>
      )}
      <Text
        path={[...at, 'name']}
        label={controls.name}
        value={name}
        onText={(text) => setName([...at, 'name'], text)}
      />
      <SystemChoice path={system} id={id} />
      <Chips path={[...at, 'chips']} />
      <Quantity
        index={index}
        keys={['scale_up', 'bandwidth']}
        sources={covering(known?.references, 'scale_up')}
        label={controls.scaleUp}
        built={known && formatBandwidth(known.scaleUpBytesPerSecond)}
      />
      <Quantity
        index={index}
        keys={['scale_out', 'bandwidth']}
        sources={covering(known?.references, 'scale_out')}
        label={controls.scaleOut}
        built={known && formatBandwidth(known.scaleOutBytesPerSecond)}
      />
      <PrecisionChoice path={[...at, 'training', 'precision']} inherit />
      <StackChoice path={[...at, 'stack']} />
      <details>
        <summary>{controls.limits}</summary>
        <Quantity
          index={index}
          keys={['chip', 'bf16']}
          sources={covering(known?.chipReferences, 'bf16')}
          label={controls.bf16}
          built={known && formatFlops(known.bf16Flops)}
        />
        <Quantity
          index={index}
          keys={['chip', 'memory']}
          sources={covering(known?.chipReferences, 'memory')}
          label={controls.memory}
          built={known && formatBytes(known.memoryBytes)}
        />
        <Quantity
          index={index}
          keys={['chip', 'memory_bandwidth']}
          sources={covering(known?.chipReferences, 'memory_bandwidth')}
          label={controls.memoryBandwidth}
          built={known && formatBandwidth(known.memoryBandwidth)}
        />
      </details>
    </fieldset>
  );
}

function Chips({ path }: { path: Path }) {
  return (
    <Count
      path={path}
      label={words.controls.chips}
      value={useText(path)}
      stops={chipStops}
      onText={(text, finished) => setText(path, text, finished)}
    />
  );
}

function SystemChoice({ path, id }: { path: Path; id: string | null }) {
  const { controls } = words;
  const systems = catalog.value?.systems ?? [];
  const options = systems
    .map((entry) => ({ value: entry.id, label: entry.name, group: entry.vendor }))
    .sort((a, b) => a.group.localeCompare(b.group));
  const listed = options.some((option) => option.value === id);
  return (
    <Choice
      path={path}
      label={controls.system}
      open
      value={id ?? ''}
      sources={systems.find((entry) => entry.id === id)?.references}
      options={listed ? options : [{ value: id ?? '', label: id ?? controls.ownSystem }, ...options]}
      onChoose={(value) => edit(path, true, (now) => choose(now, path, value))}
    />
  );
}

function StackChoice({ path }: { path: Path }) {
  const { controls } = words;
  const id = useScenario((now) => idOf(getIn(now, path)), [path.join('.')]);
  const options = (catalog.value?.stacks ?? []).map((entry) => ({ value: entry.id, label: entry.name }));
  const listed = options.some((option) => option.value === id);
  return (
    <Choice
      path={path}
      label={controls.stack}
      value={id ?? ''}
      sources={catalog.value?.stacks.find((entry) => entry.id === id)?.references}
      options={listed ? options : [{ value: id ?? '', label: id ?? controls.ownStack }, ...options]}
      onChoose={(value) => edit(path, true, (now) => choose(now, path, value))}
    />
  );
}

/** A quantity of the system that is as built unless text is entered. */
function Quantity({
  index,
  keys,
  label,
  built,
  sources,
}: {
  index: number;
  keys: [string, string];
  label: string;
  built?: string;
  sources?: readonly CatalogSource[];
}) {
  const { controls } = words;
  const system: Path = ['clusters', index, 'system'];
  const path = [...system, ...keys];
  const value = useText(path);
  const reading = readings[keys.join('.')];
  const read = useRead(
    (cases) => (value !== '' && cases[index] && reading?.(cases[index].inputs)) || undefined,
    [index, value],
  );
  const set = (text: string, finished: boolean) => overrideText(system, keys, text, finished);
  return (
    <Text
      path={path}
      label={label}
      value={value}
      placeholder={built}
      sources={sources}
      echo={value === '' ? built && controls.asSystem(built) : read && controls.reads(read)}
      onRevert={value === '' ? undefined : () => set('', true)}
      onText={set}
    />
  );
}

/** The sources that cover a key of an entry. */
function covering(sources: readonly CatalogSource[] | undefined, key: string): CatalogSource[] {
  const covers = (field: string) => field === 'all' || field === key || field.startsWith(`${key}.`);
  return sources?.filter(({ fields }) => fields.some(covers)) ?? [];
}

type Inputs = CaseReport['inputs'];

/** What the engine read in a field, by key. */
const readings: Record<string, (inputs: Inputs) => string> = {
  'scale_up.bandwidth': (inputs) => formatBandwidth(inputs.scale_up_bytes_per_s),
  'scale_out.bandwidth': (inputs) => formatBandwidth(inputs.scale_out_bytes_per_s),
  'chip.bf16': (inputs) => formatFlops(inputs.bf16_flop_per_s),
  'chip.memory_bandwidth': (inputs) => formatBandwidth(inputs.memory_bandwidth_bytes_per_s),
};
