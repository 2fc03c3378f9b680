import type { Case } from '../catalog';
import type { Model } from '../model';
import { exactText } from '../units';
import { language } from '../words';
import { solveCase } from './case';
import type { CaseReport } from './case-types';
import { type CaseCauses, causesOf } from './compare';

/** Reports kept: a page's clusters before and after the last edits. */
const KEPT = 32;

/** What is answered of a case: its report, and what is not known of it, by cause; null where nothing fits. */
export interface CaseAnswer {
  report: CaseReport;
  causes: Readonly<CaseCauses> | null;
}

const kept = new Map<string, CaseAnswer>();

const numbers = new WeakMap<Model, number>();
let count = 0;

function numberOf(model: Model): number {
  const number = numbers.get(model) ?? ++count;
  numbers.set(model, number);
  return number;
}

/**
 * The answer on a cluster's best plan. An edit of one cluster leaves the others as they were: what was found for them is
 * found again by all that it depends on, the language of its words included.
 */
export function caseAnswer(item: Case): CaseAnswer {
  const { setup } = item;
  // A model is one object for as long as its reference is the same: its number says as much as its many layers.
  const asked = exactText({ ...item, setup: { ...setup, model: numberOf(setup.model) } });
  if (asked === null) return freshAnswer(item);
  const key = `${language()} ${asked}`;
  const answer = kept.get(key) ?? freshAnswer(item);
  kept.delete(key);
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > KEPT) kept.delete(oldest);
  // Whoever asked may change his report.
  return { ...answer, report: copyOf(answer.report) };
}

/** The same, found anew and not kept. */
export function freshAnswer(item: Case): CaseAnswer {
  const { report, search } = solveCase(item, { top: 1 });
  return {
    report,
    causes: search.best && report.whole_run && causesOf(item, search.best, report.whole_run.assumptions),
  };
}

/** A copy of plain data, in a fraction of the time of the platform's own. */
function copyOf<T>(data: T): T {
  if (Array.isArray(data)) return data.map(copyOf) as T;
  if (typeof data !== 'object' || data === null) return data;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) copy[key] = copyOf(value);
  return copy as T;
}
