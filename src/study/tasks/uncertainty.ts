import type { ScenarioSource } from '../../catalog';
import { fail, must, nearest, ok, type Result } from '../../units';
import { words } from '../../words';
import {
  isSureEnough,
  uncertaintyChecks,
  uncertaintyPart,
  uncertaintyParts,
  uncertaintyReport,
} from '../uncertainty';
import { type AskedStudy, askedStudy } from './asked-study';
import type { Handler } from './handler';

function readQuestion(source: ScenarioSource): Result<AskedStudy<'uncertainty'>> {
  const say = words().study;
  const asked = askedStudy(source, 'uncertainty', say.uncertainty.example);
  if (!asked.ok) return asked;
  const { base, error, study } = asked.value;
  const names = base.cases.map(({ cluster }) => cluster);
  for (const name of Object.keys(study.clusters)) {
    if (names.includes(name)) continue;
    const path = ['study', 'clusters', name];
    return fail(error(path, say.noCluster(name), say.oneOf(names), nearest(name, names)));
  }
  return asked;
}

const question = (source: ScenarioSource) => must(readQuestion(source));

/** Samples over what is not known, in parts of a few rows of the sequence. */
export const uncertainty: Handler<'uncertainty'> = {
  parts({ source }) {
    const read = readQuestion(source);
    return read.ok ? ok(uncertaintyParts(read.value, read.value.study)) : read;
  },
  checks({ source }) {
    const asked = question(source);
    return uncertaintyChecks(asked, asked.study);
  },
  isEnough({ source }, reports) {
    const asked = question(source);
    return isSureEnough(asked, asked.study, reports);
  },
  run({ source }, index) {
    const read = readQuestion(source);
    return read.ok ? ok(uncertaintyPart(read.value, read.value.study, index)) : read;
  },
  merge({ source }, reports) {
    const asked = question(source);
    return uncertaintyReport(asked, asked.study, reports);
  },
};
