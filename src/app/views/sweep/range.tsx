import { useState } from 'preact/hooks';
import { Text } from '../../controls/inputs';
import { equal, getIn, type JsonObject } from '../../state/json';
import { changeScenario } from '../../state/store';
import { words } from '../../words';
import { readValues, writtenValues } from './values';

/** The values that the input takes, as text: a list, or `64 to 1024 in 9`. */
export function Range({ varyKey, scenario }: { varyKey: string; scenario: JsonObject }) {
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
        label={text.values}
        value={shown}
        echo={text.valuesHint}
        onText={(entered, finished) => {
          setTyped(entered);
          const vary = { [varyKey]: readValues(entered) };
          changeScenario({ ...scenario, vary }, { field: path.join('.'), finished });
        }}
      />
    </div>
  );
}
