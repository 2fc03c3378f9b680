import studies from 'virtual:studies';
import { asked } from '../../answer/asked';
import type { JsonObject } from '../../state/json';
import { textAt } from '../../state/scenario';
import { change, changeScenario, scenario, state } from '../../state/store';
import { words } from '../../words';
import { isSupply, withOwnChips } from './study';

/** What to do in a scenario without an account: begin one with its chips, or open a ready one. */
export function Empty() {
  const text = words.supply.empty;
  const ready = studies.filter(({ value }) => isSupply(value as JsonObject));
  const open = (value: JsonObject) => {
    change(
      { ...state.peek(), scenario: structuredClone(value), view: 'supply', options: {} },
      { field: 'open', finished: true },
    );
    window.scrollTo(0, 0);
  };
  return (
    <section class="empty-state" aria-label={text.own}>
      <p>
        <button
          type="button"
          class="primary"
          onClick={() =>
            changeScenario(withOwnChips(scenario.peek(), new Date().getFullYear()), {
              field: 'study',
              finished: true,
            })
          }
        >
          {text.own}
        </button>
      </p>
      <h2>{text.ready}</h2>
      <ul class="gallery">
        {ready.map(({ id, value }) => (
          <li key={id}>
            <button type="button" onClick={() => open(value as JsonObject)}>
              <strong>{asked(textAt(value as JsonObject, ['question']))}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
