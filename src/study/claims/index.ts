import type { ClaimQuestion } from '../../catalog';
import { ok, type Result } from '../../units';
import { elasticityFigure } from './elasticity-figure';
import { evaluateQuantities } from './evaluate';
import { judgeClaim } from './judge';
import type { ClaimsReport } from './types';

export * from './types';

/** One claim of a question, computed. */
export function claimsPart({ claims, assumptions }: ClaimQuestion, index: number): Result<ClaimsReport> {
  const quantities = evaluateQuantities(claims[index], assumptions);
  if (!quantities.ok) return quantities;
  const asked = claims[index].figure;
  const figure = asked ? elasticityFigure(asked, assumptions) : ok(null);
  if (!figure.ok) return figure;
  return ok({
    claims: [judgeClaim(claims[index], quantities.value, figure.value)],
    assumptions: {
      ...assumptions,
      resources: { ...assumptions.resources },
      values: { ...assumptions.values },
    },
  });
}
