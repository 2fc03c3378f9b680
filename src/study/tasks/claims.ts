import { loadClaimQuestion } from '../../catalog';
import { ok } from '../../units';
import { claimsPart } from '../claims';
import type { Handler } from './handler';

/** A part for each claim. */
export const claims: Handler<'claims'> = {
  parts({ source }) {
    const question = loadClaimQuestion(source);
    return question.ok ? ok(question.value.claims.length) : question;
  },
  run({ source }, index) {
    const question = loadClaimQuestion(source);
    return question.ok ? claimsPart(question.value, index) : question;
  },
  merge: (_, reports) => ({ ...reports[0], claims: reports.flatMap((report) => report.claims) }),
};
