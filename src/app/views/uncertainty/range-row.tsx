import { edit } from '../../controls/edit';
import { entered } from '../../controls/edit-value';
import { idOf } from '../../controls/field';
import { Text } from '../../controls/inputs';
import { Pick } from '../../figures/pick';
import { isObject, type Json, type JsonObject, setIn } from '../../state/json';
import { setField, textAt } from '../../state/scenario';
import { asUncertainty } from '../../state/uncertain';
import { words } from '../../words';
import { variedNames } from '../sweep/names';
import { asKind } from './ranges';
import type { Doubt } from './study';

/** One uncertain input: its range as a text, or the ends of a distribution of another kind. */
export function RangeRow({ doubt }: { doubt: Doubt }) {
  const text = words.uncertainty.choices;
  const { key, cluster, path, range } = doubt;
  const { what } = variedNames(key);
  const name = cluster === null ? what : text.of(what, cluster);
  const ends: JsonObject | null = isObject(range) ? range : null;
  const kind = ends ? textAt(ends, ['distribution']) || 'lognormal' : 'lognormal';
  const set = (value: Json, finished: boolean) =>
    edit(path, finished, (now) => setIn(asUncertainty(now), path, value));
  const end = (of: 'low' | 'high' | 'mode') => (
    <Text
      path={[...path, of]}
      label={`${name}: ${text[of]}`}
      value={textAt(ends ?? {}, [of])}
      onText={(value, finished) => set({ ...ends, [of]: entered(value) ?? '' }, finished)}
    />
  );
  return (
    <li class="range-row">
      {ends ? (
        <>
          {end('low')}
          {kind === 'triangular' && end('mode')}
          {end('high')}
        </>
      ) : (
        <Text
          path={path}
          label={name}
          value={String(range ?? '')}
          echo={text.rangeHint}
          onText={(value, finished) => set(entered(value) ?? '', finished)}
        />
      )}
      <div class="range-kind">
        <Pick
          id={idOf(path)}
          label={text.distribution}
          value={kind}
          options={Object.entries(text.distributions)}
          onPick={(next) => set(asKind(range, next), true)}
        />
        <button
          type="button"
          aria-label={text.remove(name)}
          title={text.remove(name)}
          onClick={() => edit(path, true, (now) => setField(asUncertainty(now), path, undefined))}
        >
          ×
        </button>
      </div>
    </li>
  );
}
