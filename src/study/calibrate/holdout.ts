import type { ChipFamily } from '../../hardware';
import type { Datum } from './data';
import { fitParameters, residuals } from './fit';
import type { Parameter } from './parameters';

const ITERATIONS = 3;
const FOLDS = 6;

/** Residuals of every datum under a fit that saw no datum with the same key. */
function heldOut(
  data: readonly Datum[],
  parameters: readonly Parameter[],
  theta: Float64Array,
  keys: readonly (string | number)[],
  progress: (key: string) => void,
): Float64Array {
  const result = new Float64Array(data.length);
  for (const key of new Set(keys)) {
    progress(`without ${key}`);
    // Half way back to the priors: near enough to converge in few steps, far enough to forget the group.
    const fitted = fitParameters(
      data.filter((_, i) => keys[i] !== key),
      parameters,
      ITERATIONS,
      theta.map((value) => value / 2),
    );
    const own = data.flatMap((_, i) => (keys[i] === key ? [i] : []));
    const r = residuals(
      own.map((i) => data[i]),
      parameters,
      fitted,
    );
    own.forEach((i, k) => {
      result[i] = r[k];
    });
  }
  return result;
}

/** Each source's points under a fit without that source. */
export function withoutSource(
  data: readonly Datum[],
  parameters: readonly Parameter[],
  theta: Float64Array,
  progress: (message: string) => void,
): Float64Array {
  return heldOut(
    data,
    parameters,
    theta,
    data.map(({ group }) => group),
    progress,
  );
}

/** Each source's runs of one model on one chip under a fit without them, several such sets at a time. */
export function withoutRuns(
  data: readonly Datum[],
  parameters: readonly Parameter[],
  theta: Float64Array,
  progress: (message: string) => void,
): Float64Array {
  const sets = [...new Set(data.map(({ runs }) => runs))].sort();
  const fold = new Map(sets.map((set, i) => [set, i % FOLDS]));
  return heldOut(
    data,
    parameters,
    theta,
    data.map(({ runs }) => `runs ${(fold.get(runs) ?? 0) + 1} of ${FOLDS}`),
    progress,
  );
}

/** Every point as if nothing of its chip family had been measured: the constants of unknown families. */
export function asUnknownFamily(
  data: readonly Datum[],
  parameters: readonly Parameter[],
  theta: Float64Array,
): Float64Array {
  const family: ChipFamily = 'other';
  return residuals(
    data.map((datum) => ({ ...datum, family })),
    parameters,
    theta,
  );
}
