import type { KernelsReport, OwnReport } from '../../study';
import { words } from '../../words';
import { percent } from './numbers';
import { blocks, titled } from './table';

/** The group "own measurements": devices, and predicted against measured by kind of kernel and layer. */
export function ownText(report: OwnReport): string {
  const { kernels } = words().cli;
  const { head } = kernels;
  const devices = report.devices.map((device) =>
    kernels.device(
      device.name,
      device.date,
      device.runs,
      device.run_spread_median === null ? null : percent(device.run_spread_median),
    ),
  );
  const rows = report.summary.map((row) => [
    row.name,
    String(row.count),
    ...[row.mape, row.median, row.worst, row.bias].map(percent),
  ]);
  const right = true;
  return blocks(
    titled(
      kernels.title,
      [
        { head: head.points },
        { head: head.count, right },
        { head: head.mape, right },
        { head: head.median, right },
        { head: head.worst, right },
        { head: head.bias, right },
      ],
      rows,
    ),
    devices.join('\n'),
  );
}

/** A chip's constants as they stand in a stack file, and how well they fit. */
export function kernelsText({ chip, constants, own }: KernelsReport): string {
  const { kernels } = words().cli;
  const evidence = own.devices.map(({ name, date }) => `${name}, ${date}`).join('; ');
  const lines = Object.entries(constants).map(
    ([name, value]) =>
      `  ${name}: {value: ${Number(value.toPrecision(3))}, evidence: '${kernels.evidence(evidence)}'}`,
  );
  return blocks(ownText(own), [kernels.constants(chip), 'constants:', ...lines].join('\n'));
}
