import { words } from '../words';

/** A question in the language on show, where it is one of the ready ones; else as it was asked. */
export const asked = (question: string): string => words.questions[question] ?? question;

/** What a constant is, or its unit, in the language on show. */
export const constantText = (own: string): string => words.constants[own] ?? own;

/** A name or remark of a rule in the language on show, where it is one of the catalog; else as it was written. */
export const ruleText = (own: string): string => words.ruleTexts[own] ?? own;
