import { amounts as en } from './en/amounts';
import { language } from './language';
import { amounts as zh } from './zh/amounts';

const all = { en, zh };

/** Amounts in words of this thread's language; apart from the catalogues, as who formats a number needs no more. */
export const amounts = (): typeof en => all[language()];
