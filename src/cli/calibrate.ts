import { existsSync, writeFileSync } from 'node:fs';
import {
  type Calibration,
  calibrate,
  type ErrorSummary,
  type IntervalScale,
  type IntervalScales,
} from '../study';

/**
 * `npm run calibrate`: refits the constants on the project's measured points, predicts points by fits that did not see
 * them, writes the constants, the interval scales and the errors on sources left out, and prints the errors. `--dry-run` writes nothing, and then only
 * `--report` holds points out; `--fit-only` holds none out, ever; `--json` for machines.
 */
const target = 'src/step/fitted.ts';
const scalesTarget = 'src/run/interval-scales.ts';
const leftOutTarget = 'src/study/validate/left-out.ts';

function scalesSource(scales: IntervalScales): string {
  const row = ({ documented, undocumented }: IntervalScale) =>
    `{ documented: ${Number(documented.toPrecision(3))}, undocumented: ${Number(undocumented.toPrecision(3))} }`;
  return `/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by \`npm run calibrate\`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread. \`seen\`: runs of the fit, and at least the
 * 65 % quantile of each source with ten; \`measured\`: runs
 * and sources held out; \`single\`: sources held out whose stack is known from one source; \`partial\`: sources held out; \`datasheet\`: the
 * chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  seen: ${row(scales.seen)},
  singleSeen: ${row(scales.singleSeen)},
  measured: ${row(scales.measured)},
  single: ${row(scales.single)},
  partial: ${row(scales.partial)},
  datasheet: ${row(scales.datasheet)},
} as const;
`;
}

function fittedSource(parameters: Calibration['parameters']): string {
  const byName = new Map<string, string[]>();
  for (const { name, family, value } of parameters) {
    const entries = byName.get(name) ?? [];
    entries.push(`${family}: ${Number(value.toPrecision(4))}`);
    byName.set(name, entries);
  }
  const lines = [...byName].map(([name, entries]) => `  ${name}: { ${entries.join(', ')} },`);
  return `import type { ChipFamily } from '../hardware';

/**
 * Values of the constants after the fit on the judged measured points; the priors, units and evidence are in
 * constants.ts. Written by \`npm run calibrate\`: change the priors or the physics, not this file.
 */
export const FITTED: Readonly<Record<string, Partial<Record<ChipFamily, number>>>> = {
${lines.join('\n')}
};
`;
}

function leftOutSource(errors: readonly ErrorSummary[]): string {
  const row = ({ name, ...numbers }: ErrorSummary) =>
    `  { name: '${name}', ${Object.entries(numbers)
      .map(([key, value]) => `${key}: ${Number(value.toPrecision(4))}`)
      .join(', ')} },`;
  return `import type { ErrorSummary } from '../types';

/**
 * Errors on the judged points, each predicted by a fit that never saw its source. Written by \`npm run calibrate\`,
 * which alone can say them: they take a fit for every source.
 */
export const LEFT_OUT: readonly ErrorSummary[] = [
${errors.map(row).join('\n')}
];
`;
}

function printErrors(title: string, errors: readonly ErrorSummary[]): void {
  const percent = (share: number) => (100 * share).toFixed(1).padStart(8);
  console.log(`\n${title.padEnd(34)} count   mean %  median %  90th %`);
  for (const { name, count, mape, median, p90 } of errors) {
    console.log(
      `${name.padEnd(34)} ${String(count).padStart(5)} ${percent(mape)}  ${percent(median)}${percent(p90)}`,
    );
  }
}

const has = (flag: string) => process.argv.includes(flag);
const result = calibrate({
  holdOut: !has('--fit-only') && (has('--report') || !has('--dry-run')),
  progress: (message) => console.error(message),
});
if (has('--json')) console.log(JSON.stringify(result, null, 2));
else {
  printErrors('in sample', result.inSample);
  if (result.leftOut.length > 0) printErrors('each source left out of its fit', result.leftOut);
  if (result.scales) console.log(`\ninterval scales: ${JSON.stringify(result.scales)}`);
  console.log('\nconstant                    family      prior     fitted  (standard deviations)');
  for (const { name, family, prior, value, sigma } of result.parameters) {
    const moved = (Math.log(value / prior) / sigma).toFixed(1);
    console.log(
      `${name.padEnd(27)} ${family.padEnd(9)} ${prior.toPrecision(3).padStart(9)}  ${value.toPrecision(3).padStart(9)}  ${moved.padStart(5)}`,
    );
  }
}
if (!has('--dry-run')) {
  if (!existsSync(target)) throw new Error(`run this in the project's root: there is no ${target}`);
  writeFileSync(target, fittedSource(result.parameters));
  console.error(`wrote ${target}`);
  if (result.scales) {
    writeFileSync(scalesTarget, scalesSource(result.scales));
    console.error(`wrote ${scalesTarget}`);
    writeFileSync(
      leftOutTarget,
      leftOutSource(result.leftOut.filter(({ name }) => !name.startsWith('source: '))),
    );
    console.error(`wrote ${leftOutTarget}`);
  }
}
