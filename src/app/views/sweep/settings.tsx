import { Pick } from '../../figures/pick';
import type { JsonObject } from '../../state/json';
import { changeScenario, choose } from '../../state/store';
import { VARIABLES, type Variable, variedKeys, withVariedAt } from '../../state/vary';
import { words } from '../../words';
import { type Axis, type Look, valueText } from './axes';
import { variedNames } from './names';
import { Range } from './range';

/** Which one or two inputs are varied, and over which values. */
export function VariedInputs({ now }: { now: JsonObject }) {
  const text = words.figures.varied;
  const keys = variedKeys(now);
  const set = (place: number, key: string) =>
    changeScenario(withVariedAt(now, place, key === '' ? null : (key as Variable)), {
      field: 'vary',
      finished: true,
    });
  const options = (own: string | undefined, taken: string | undefined): [string, string][] => {
    const offered: string[] = VARIABLES.filter((key) => key !== taken);
    const all = own === undefined || offered.includes(own) ? offered : [own, ...offered];
    return all.map((key) => [key, variedNames(key).what]);
  };
  const [first, second] = keys;
  return (
    <>
      <div class="view-bar">
        <Pick
          id="vary"
          label={text.label}
          value={first ?? ''}
          options={[...(first === undefined ? [['', text.ofFile] as const] : []), ...options(first, second)]}
          onPick={(key) => set(0, key)}
        />
        <Pick
          id="vary-second"
          label={text.second}
          value={second ?? ''}
          options={[['', text.nothing], ...options(second, first)]}
          onPick={(key) => set(1, key)}
        />
      </div>
      {keys.length > 0 && (
        <div class="account">
          {keys.map((key) => (
            <Range
              key={key}
              varyKey={key}
              label={keys.length > 1 ? `${variedNames(key).what}: ${text.values}` : text.values}
              scenario={now}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** How a sweep of several inputs is looked at. */
export function LookPicks(props: { axes: readonly Axis[]; look: Look; map: boolean; sampled: boolean }) {
  const { axes, look, map, sampled } = props;
  const text = words.figures.varied;
  const { second } = look;
  if (!second) return null;
  const named = axes.map(({ column, what }): [string, string] => [column, what]);
  const swap = (name: 'across' | 'lines', column: string) => {
    // Choosing the other's input exchanges the two.
    if (name === 'across' && column === second.column) choose('lines', look.across.column, false);
    if (name === 'lines' && column === look.across.column) choose('across', second.column, false);
    choose(name, column);
  };
  const across = (
    <Pick
      id="across"
      label={text.across}
      value={look.across.column}
      options={named}
      onPick={(column) => swap('across', column)}
    />
  );
  if (sampled) return across;
  return (
    <>
      {across}
      <Pick
        id="lines"
        label={map ? text.up : text.lines}
        value={second.column}
        options={named}
        onPick={(column) => swap('lines', column)}
      />
      {look.held.map(({ axis, value }) => (
        <Pick
          key={axis.column}
          id={`held-${axis.column.replace(/\s+/g, '_')}`}
          label={axis.what}
          value={String(axis.values.indexOf(value))}
          options={axis.values.map((one, place) => [String(place), valueText(axis, one)])}
          onPick={(place) => choose(`held ${axis.column}`, place)}
        />
      ))}
      <Pick
        id="as"
        label={text.as}
        value={map ? 'map' : 'lines'}
        options={[
          ['lines', text.asLines],
          ['map', text.asMap],
        ]}
        onPick={(as) => choose('as', as)}
      />
    </>
  );
}
