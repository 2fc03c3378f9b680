import { en } from './en';
import type { Messages } from './messages';
import { catalog } from './zh/catalog';
import { claims } from './zh/claims';
import { pins } from './zh/pins';
import { reading } from './zh/reading';
import { report } from './zh/report';
import { bestChip, ruleChange, rules } from './zh/rules';
import { runAssumptions } from './zh/run-assumptions';
import { step } from './zh/step';
import { study } from './zh/study';
import { units } from './zh/units';

/** The words that reach the page and its printed report, in Chinese. What only the command line says stays in English. */
export const zh: Messages = {
  ...en,
  cli: {
    ...en.cli,
    resource: {
      flops: '计算速率',
      memory_bandwidth: '内存带宽',
      scale_up_bandwidth: '节点内带宽',
      scale_out_bandwidth: '节点间带宽',
      latency_and_host: '延迟与主机',
    },
  },
  bestChip,
  catalog: catalog(en.catalog.syntax),
  claims,
  pins,
  reading,
  report,
  ruleChange,
  rules,
  runAssumptions,
  step,
  study,
  units: units(en.units.show),
};
