import { catalog } from './en/catalog';
import { claims } from './en/claims';
import { cli } from './en/cli';
import { pins } from './en/pins';
import { reading } from './en/reading';
import { report } from './en/report';
import { bestChip, ruleChange } from './en/rule-change';
import { rules } from './en/rules';
import { runAssumptions } from './en/run-assumptions';
import { step } from './en/step';
import { study } from './en/study';
import { units } from './en/units';

/** All words that a user reads, in English. A further section is one more file in `en/` and one more line here. */
export const en = {
  bestChip,
  catalog,
  claims,
  cli,
  pins,
  reading,
  report,
  ruleChange,
  rules,
  runAssumptions,
  step,
  study,
  units,
};
