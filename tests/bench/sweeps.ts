import { nodeEngine } from '../../src/engine/node';
import { type Row, seconds } from './measure';
import { sweepText } from './questions';

/** Seconds of a sweep whose every row is planned anew, with its interval and the whole run. */
async function sweepSeconds(workers: number, points: number): Promise<number> {
  const engine = nodeEngine({ workers });
  const sweep = (steps: number) =>
    engine.run({ kind: 'vary', source: { file: 'sweep.yaml', text: sweepText(steps) } });
  await sweep(400);
  const start = seconds();
  const result = await sweep(points);
  const taken = seconds() - start;
  engine.close();
  if (!result.ok || result.value.columns.value.length !== points) throw new Error('the sweep lost rows');
  return taken;
}

/** Rows of a sweep per second on one worker thread and on two, and the 10,000-row sweep. */
export async function sweeps(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const workers of [1, 2]) {
    const name = `sweep: rows on ${workers} worker${workers > 1 ? 's' : ''}`;
    rows.push({
      id: `sweep_rows_${workers}`,
      name,
      value: 1_000 / (await sweepSeconds(workers, 1_000)),
      unit: '1/s',
    });
  }
  const name = 'sweep: 10,000 rows on 2 workers';
  rows.push({ id: 'sweep_10000', name, value: await sweepSeconds(2, 10_000), unit: 's' });
  return rows;
}
