import type { ConstantsReport } from '../../../study';
import { formatNumber, formatPercent } from '../../../units';
import { constantText } from '../../answer/asked';
import { edit } from '../../controls/edit';
import { scenario } from '../../state/store';
import { words } from '../../words';
import { setConstant, setHere } from './override';

interface RowProps {
  constant: ConstantsReport['constants'][number];
  cluster: ConstantsReport['clusters'][number];
  /** The cluster's place in the scenario, and all places. */
  index: number;
  all: readonly number[];
}

/** A constant: what it is, its value as a field, how sure it is and why. */
export function ConstantRow({ constant, cluster, index, all }: RowProps) {
  const text = words.assumptions;
  const { name, what, unit, sigma, evidence, prior } = constant;
  const here = setHere(scenario.value, index).includes(name);
  const value = cluster.values[name];
  const path = ['clusters', index, 'stack', 'constants', name];
  const set = (clusters: readonly number[], next: number | null) =>
    edit(path, true, (now) => setConstant(now, clusters, name, next));
  const everywhere = all.every((at) => setHere(scenario.value, at).includes(name));
  return (
    <tr id={`constant-${name}`} data-edited={here ? '' : undefined}>
      <th scope="row">
        {constantText(what)}
        <br />
        <code>{name}</code>
      </th>
      <td>
        <div class="constant-value">
          <input
            type="text"
            inputMode="decimal"
            id={`field-${path.join('-')}`}
            aria-label={text.valueOf(name)}
            value={plain(value)}
            onChange={(event) => {
              const typed = event.currentTarget.value.trim();
              if (typed !== '' && Number.isFinite(Number(typed))) set([index], Number(typed));
              else event.currentTarget.value = plain(value);
            }}
          />
          {here && (
            <button
              type="button"
              class="revert"
              aria-label={text.revert(name)}
              title={text.revert(name)}
              onClick={() => set(all, null)}
            >
              ↺
            </button>
          )}
        </div>
        {here && <span class="soft">{text.set}</span>}
        {!here && cluster.set.includes(name) && <span class="soft">{text.bySource}</span>}
        {!here && !cluster.set.includes(name) && plain(prior[cluster.family]) !== plain(value) && (
          <span class="soft">{text.prior(formatNumber(prior[cluster.family]))}</span>
        )}
        {here && !everywhere && (
          <button type="button" class="link" onClick={() => set(all, value)}>
            {text.all}
          </button>
        )}
      </td>
      <td data-head={text.columns.unit}>{constantText(unit)}</td>
      <td class="short" data-head={text.columns.sigma}>
        {text.plusMinus(formatPercent(sigma))}
      </td>
      <td class="evidence" data-head={text.columns.evidence}>
        {evidence}
      </td>
    </tr>
  );
}

/** Digits enough to be typed in again. */
const plain = (value: number): string => String(Number(value.toPrecision(6)));
