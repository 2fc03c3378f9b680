import { computed } from '@preact/signals';
import { asked } from '../answer/asked';
import { editorOpen } from '../editor/panel-state';
import { catalog } from '../state/answers';
import { equal, isObject, type JsonObject } from '../state/json';
import { addCluster, clustersOf, MAX_CLUSTERS } from '../state/scenario';
import { changeScenario, isDefault, reset } from '../state/store';
import { useScenario } from '../state/use-scenario';
import { words } from '../words';
import { ClusterControls } from './cluster-controls';
import { edit } from './edit';
import { Choice } from './inputs';
import { ModelControls } from './model-controls';
import { TrainingControls } from './training-controls';

/** The whole form. */
export function Controls() {
  const { controls, editor } = words;
  const clusters = useScenario((now) => clustersOf(now).length);
  return (
    <form class="controls" aria-label={controls.heading} onSubmit={(event) => event.preventDefault()}>
      <div class="controls-head">
        <h2>{controls.heading}</h2>
        <div class="figure-tools">
          <button
            type="button"
            aria-expanded={editorOpen.value}
            aria-controls="yaml-panel"
            onClick={() => {
              editorOpen.value = !editorOpen.value;
            }}
          >
            {editorOpen.value ? editor.hide : editor.show}
          </button>
          <button type="button" onClick={reset} disabled={isDefault.value}>
            {controls.reset}
          </button>
        </div>
      </div>
      <StudyChoice />
      <ModelControls />
      <TrainingControls />
      {Array.from({ length: clusters }, (_, index) => (
        <ClusterControls key={`cluster-${String(index)}`} index={index} />
      ))}
      {clusters < MAX_CLUSTERS && (
        <button
          type="button"
          class="add"
          onClick={() => edit(['clusters'], true, (now) => addCluster(now, controls.cluster))}
        >
          {controls.add}
        </button>
      )}
    </form>
  );
}

/** Ready studies that the form has room for. */
const ready = computed(() =>
  (catalog.value?.studies ?? []).filter(
    (study): study is typeof study & { value: JsonObject } =>
      isObject(study.value) && clustersOf(study.value).length <= MAX_CLUSTERS,
  ),
);

/** The ready studies, as questions. */
function StudyChoice() {
  const { controls } = words;
  const studies = ready.value;
  const shown = useScenario((now) => ready.value.find((study) => equal(study.value, now)));
  const options = studies.map((study) => ({ value: study.id, label: asked(study.question) }));
  if (studies.length === 0) return null;
  return (
    <Choice
      path={['question']}
      label={controls.study}
      value={shown?.id ?? ''}
      options={shown ? options : [{ value: '', label: controls.ownQuestion }, ...options]}
      onChoose={(id) => {
        const study = studies.find((entry) => entry.id === id);
        if (study) changeScenario(structuredClone(study.value), { field: 'study', finished: true });
      }}
    />
  );
}
