import { existsSync, writeFileSync } from 'node:fs';
import { type Calibration, calibrate, type FitError } from '../study';

/**
 * `npm run calibrate`: refits the constants on the project's measured points, writes src/step/fitted.ts and prints the
 * errors. `--report` also predicts each source by a fit without it; `--dry-run` writes nothing; `--json` for machines.
 */
const target = 'src/step/fitted.ts';

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

function printErrors(title: string, errors: readonly FitError[]): void {
  const percent = (share: number) => (100 * share).toFixed(1).padStart(8);
  console.log(`\n${title.padEnd(34)} count   mean %  median %  90th %`);
  for (const { name, count, mape, median, p90 } of errors) {
    console.log(
      `${name.padEnd(34)} ${String(count).padStart(5)} ${percent(mape)}  ${percent(median)}${percent(p90)}`,
    );
  }
}

const has = (flag: string) => process.argv.includes(flag);
const result = calibrate({ leaveOut: has('--report'), progress: (message) => console.error(message) });
if (has('--json')) console.log(JSON.stringify(result, null, 2));
else {
  printErrors('in sample', result.inSample);
  if (result.leftOut.length > 0) printErrors('each source left out of its fit', result.leftOut);
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
}
