import { cpus } from 'node:os';
import { evaluations } from './evaluations';
import type { Row } from './measure';
import { page } from './page';
import { chipScaling, coldSearches, warmSearches } from './searches';
import { sweeps } from './sweeps';

/** Benchmarks, apart from the tests: `npm run bench`, `--json` for machines, or names of parts to run only those. */
const parts: Record<string, () => Row[] | Promise<Row[]> | AsyncGenerator<Row[]>> = {
  cold: coldSearches,
  searches: warmSearches,
  evaluations,
  chips: chipScaling,
  sweeps,
  page,
};

const text = (value: number, unit: Row['unit']): string => {
  if (unit === 'B') return `${(value / 1000).toFixed(1)} kB`;
  if (unit !== 's') return `${Math.round(value).toLocaleString('en')} ${unit}`.trim();
  return value < 1 ? `${(1000 * value).toFixed(2)} ms` : `${value.toFixed(1)} s`;
};

const line = ({ name, value, unit, target }: Row): string => {
  const said = `${name.padEnd(60)} ${text(value, unit)}`;
  if (target === undefined) return said;
  return `${said} (target ${text(target, unit)}: ${value <= target ? 'met' : 'missed'})`;
};

const asked = process.argv.slice(2);
const json = asked.includes('--json');
const chosen = Object.keys(parts).filter((part) => asked.includes(part));
const all: Row[] = [];
for (const part of chosen.length > 0 ? chosen : Object.keys(parts)) {
  const found = parts[part]();
  for await (const rows of Symbol.asyncIterator in found ? found : [found]) {
    all.push(...rows);
    if (!json) for (const row of rows) console.log(line(row));
  }
}
const [cpu] = cpus();
const machine = { node: process.version, cpu: cpu?.model ?? 'unknown', cores: cpus().length };
if (json) console.log(JSON.stringify({ ...machine, rows: all }, null, 2));
else console.log(`Node ${machine.node}, ${machine.cores} × ${machine.cpu}`);
