import { type ClaimQuestion, catalogPrices } from '../../catalog';
import { ok, type Result } from '../../units';
import { elasticityFigure } from './elasticity-figure';
import { evaluateQuantities } from './evaluate';
import { judgeClaim } from './judge';
import { sourceText } from './source-text';
import type { ClaimsReport, PriceReport } from './types';

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
    price_table: priceTable(),
    assumptions: {
      ...assumptions,
      resources: { ...assumptions.resources },
      values: { ...assumptions.values },
    },
  });
}

const priceTable = (): PriceReport[] =>
  catalogPrices().map(({ id, name, date, input, output, list, sources }) => ({
    id,
    name,
    date,
    input_usd_per_million_tokens: input,
    output_usd_per_million_tokens: output,
    list,
    sources: sources.map(sourceText),
  }));
