import { home, isObject, type JsonObject, type PageState, writeLink } from '../link';
import type { ClaimReport, ClaimsReport, QuantityReport } from '../study';

/** The option of the page's claims view that opens a claim, and the one that holds changed assumptions as JSON. */
export const CLAIM_OPTION = 'claim';
export const ASSUME_OPTION = 'assume';

/** Changed assumptions as the page keeps them, or undefined where all are those of the catalog. */
function assumedOption({ assumptions }: Pick<ClaimsReport, 'assumptions'>): string | undefined {
  const changed = Object.entries(assumptions).filter(([, part]) => Object.keys(part).length > 0);
  return changed.length === 0 ? undefined : JSON.stringify(Object.fromEntries(changed));
}

/** Where the page at `page` shows the claim as it was computed; null for a claim that is not the catalog's. */
export function claimLink(page: string, claim: ClaimReport, report: ClaimsReport): string | null {
  if (claim.own) return null;
  const assumed = assumedOption(report);
  const options = {
    [CLAIM_OPTION]: claim.id,
    ...(assumed === undefined ? {} : { [ASSUME_OPTION]: assumed }),
  };
  return addressOf(page, { ...home, view: 'claims', options });
}

/** Where the page shows a number: the training run that it is of, else the claim that it is computed for. */
export function quantityLink(
  page: string,
  quantity: QuantityReport,
  claim: ClaimReport,
  report: ClaimsReport,
): string | null {
  const state = runState(quantity);
  return state ? addressOf(page, state) : claimLink(page, claim, report);
}

/** The page's state that shows the training run of a number; null where it is of none. */
export function runState({ scenario, take }: Pick<QuantityReport, 'scenario' | 'take'>): PageState | null {
  if (scenario === null || take === null || !isObject(scenario)) return null;
  return { ...home, view: viewWith(take), scenario: scenario as JsonObject };
}

/** The view that prints a figure of a training run. */
function viewWith(take: string): string {
  if (take.startsWith('elasticity') || take.startsWith('share')) return 'time';
  return take === 'memory_bytes_per_chip' ? 'memory' : 'compare';
}

const addressOf = (page: string, state: PageState): string => `${page}${writeLink(state)}`;
