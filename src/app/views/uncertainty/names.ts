import type { OutputReport, TornadoRow } from '../../../study';
import {
  formatDays,
  formatEnergy,
  formatNumber,
  formatShortCount,
  formatTokensPerSecond,
  formatUsd,
} from '../../../units';
import { constantText } from '../../answer/asked';
import { JOULES_PER_GWH } from '../../report/metric-text';
import { words } from '../../words';
import { variedNames } from '../sweep/names';

export type Output = OutputReport['output'];

export const outputNames = () => Object.keys(words.uncertainty.outputs) as Output[];

/** What an axis shows of a value. */
export const shownValue = (output: Output, value: number): number =>
  output === 'energy_j' ? value / JOULES_PER_GWH : value;

export function valueText(output: Output, value: number): string {
  const short = Number(value.toPrecision(3));
  switch (output) {
    case 'tokens_per_second':
      return formatTokensPerSecond(short);
    case 'days':
      return formatDays(short);
    case 'cost_usd':
      return formatUsd(short);
    case 'energy_j':
      return formatEnergy(value);
    case 'tokens_per_second_ratio':
      return formatNumber(value);
  }
}

/** A value where the unit is told already: by the head of a table's group, by the value that an interval's end is of. */
export function shortText(output: Output, value: number): string {
  if (output === 'tokens_per_second') return formatShortCount(value);
  return output === 'days' ? formatNumber(value) : valueText(output, value);
}

/** What the engine says that a constant is; null while it is not known. */
export type WhatOf = (constant: string) => string | null;

/** What a cause is called. */
export function factorName(name: string, kind: TornadoRow['kind'], whatOf: WhatOf): string {
  const text = words.uncertainty.factors;
  if (kind === 'input') {
    const [, cluster, key] = /^(?:(.*): )?([^:]+)$/.exec(name) ?? [];
    const what = variedNames(key ?? name).what;
    return cluster === undefined ? what : words.uncertainty.choices.of(what, cluster);
  }
  if (name === 'other constants') return text.otherConstants;
  if (name === 'model and repeats') return text.model;
  if (name === 'run and prices') return text.run;
  if (kind === 'constant') {
    // A constant that is of one chip family or stack only says so in brackets.
    const [, constant, owner] = /^(\S+)(?: \((.*)\))?$/.exec(name) ?? [];
    const what = whatOf(constant ?? name);
    if (what === null) return name;
    const shown = constantText(what);
    return owner === undefined ? shown : words.uncertainty.choices.of(shown, owner);
  }
  for (const [start, say] of [
    ['other losses ', text.losses],
    ['failures ', text.failures],
    ['price ', text.price],
    ['repeats ', text.repeats],
    ['evidence ', text.evidence],
    ['stack ', text.stack],
  ] as const) {
    if (name.startsWith(start)) return say(name.slice(start.length));
  }
  return name;
}
