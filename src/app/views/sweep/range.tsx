import { useState } from 'preact/hooks';
import { Text } from '../../controls/inputs';
import { equal, getIn, type JsonObject, setIn } from '../../state/json';
import { changeScenario } from '../../state/store';
import { words } from '../../words';
import { readValues, writtenValues } from './values';

/** The values that the input takes, as text: a list, or `64 to 1024 in 9`. */
export function Range(props: { varyKey: string; label: string; scenario: JsonObject }) {
  const { varyKey, label, scenario } = props;
  const text = words.figures.varied;
  const path = ['vary', varyKey];
  const values = getIn(scenario, path);
  const [typed, setTyped] = useState('');
  // What is being typed stays as it is typed while it means what the scenario says.
  const shown = equal(readValues(typed), values) ? typed : writtenValues(values);
  return (
    <div class="range">
      <Text
        path={path}
        label={label}
        value={shown}
        echo={text.valuesHint}
        onText={(entered, finished) => {
          setTyped(entered);
          changeScenario(setIn(scenario, path, readValues(entered)), { field: path.join('.'), finished });
        }}
      />
    </div>
  );
}
