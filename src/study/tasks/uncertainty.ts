import { type OpenInputs, openInputs, type ScenarioSource } from '../../catalog';
import { fail, nearest, ok, type Result } from '../../units';
import { words } from '../../words';
import {
  isSureEnough,
  type UncertaintyStudy,
  uncertaintyChecks,
  uncertaintyPart,
  uncertaintyParts,
  uncertaintyReport,
} from '../uncertainty';
import type { Handler } from './handler';

interface Question {
  open: OpenInputs;
  study: UncertaintyStudy;
}

function readQuestion(source: ScenarioSource): Result<Question> {
  const opened = openInputs(source);
  if (!opened.ok) return opened;
  const { base, error } = opened.value;
  const say = words().study;
  const { study } = base;
  if (study?.kind !== 'uncertainty') {
    return fail(error(['study'], say.notThisKind('uncertainty'), say.uncertainty.example));
  }
  const names = base.cases.map(({ cluster }) => cluster);
  for (const name of Object.keys(study.clusters)) {
    if (names.includes(name)) continue;
    const path = ['study', 'clusters', name];
    return fail(error(path, say.noCluster(name), say.oneOf(names), nearest(name, names)));
  }
  return ok({ open: opened.value, study });
}

/** The same source, checked before: it can't be wrong now. */
function question(source: ScenarioSource): Question {
  const read = readQuestion(source);
  if (!read.ok) throw new Error(read.errors[0].message);
  return read.value;
}

/** Samples over what is not known, in parts of a few rows of the sequence. */
export const uncertainty: Handler<'uncertainty'> = {
  parts({ source }) {
    const read = readQuestion(source);
    return read.ok ? ok(uncertaintyParts(read.value.open, read.value.study)) : read;
  },
  checks({ source }) {
    const { open, study } = question(source);
    return uncertaintyChecks(open, study);
  },
  isEnough({ source }, reports) {
    const { open, study } = question(source);
    return isSureEnough(open, study, reports);
  },
  run({ source }, index) {
    const read = readQuestion(source);
    return read.ok ? ok(uncertaintyPart(read.value.open, read.value.study, index)) : read;
  },
  merge({ source }, reports) {
    const { open, study } = question(source);
    return uncertaintyReport(open, study, reports);
  },
};
