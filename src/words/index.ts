import { en } from './en';
import { type Language, language } from './language';
import type { Messages } from './messages';
import { zh } from './zh';

export { amounts } from './amounts';
export { digits } from './digits';
/** The catalog's claims are worded in English; what is put into their sentences is too. */
export { claims as claimsInEnglish } from './en/claims';
/** Each by itself: the page shows the same names and loads the words of one language only. */
export { operations as operationsInEnglish } from './en/operations';
export { outcomes as outcomesInEnglish } from './en/outcomes';
export { runAssumptions as runAssumptionsInEnglish } from './en/run-assumptions';
export { timelineCauses as timelineCausesInEnglish } from './en/timeline-causes';
export { type Language, language, useLanguage } from './language';
export { paragraphs, paragraphsOf } from './paragraphs';
export { inputs as inputsInChinese } from './zh/inputs';
export { operations as operationsInChinese } from './zh/operations';
export { outcomes as outcomesInChinese } from './zh/outcomes';
export { ruleNames as ruleNamesInChinese } from './zh/rule-names';
export { runAssumptions as runAssumptionsInChinese } from './zh/run-assumptions';
export { timelineCauses as timelineCausesInChinese } from './zh/timeline-causes';

const catalogues: Record<Language, Messages> = { en, zh };

/** The catalogue of words in the language of this thread. */
export const words = (): Messages => catalogues[language()];
