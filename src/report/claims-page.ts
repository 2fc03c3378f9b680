import type { ClaimReport, ClaimsReport } from '../study';
import { formatNumber } from '../units';
import { words } from '../words';
import { boundSvg } from './bound-figure';
import { elasticitySvg } from './elasticity-figure';
import { asHtml, linked } from './html';
import { claimLink, quantityLink } from './links';
import { STYLE } from './style';

/** What the page says of itself. `date` is given, so that the same report is the same text. */
interface PageOptions {
  version: string;
  /** ISO date, or null to leave it out. */
  date: string | null;
  /** The command that made it. */
  command: string;
  /** Address of the program's page, which links lead to; './' where the report lies beside it. */
  page: string;
}

/** One self-contained page: no script, no request; every number stands beside its source or the command that makes it. */
export function claimsPage(report: ClaimsReport, { version, date, command, page }: PageOptions): string {
  const say = words().report;
  return `<!doctype html>
<html lang="${words().report.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asHtml(say.title)}</title><style>${STYLE}</style></head><body>
<h1>${asHtml(say.title)}</h1>
<p>${asHtml(say.made(version, date))} <code>${asHtml(command)}</code></p>
<p>${asHtml(say.about)}</p>
<p>${asHtml(say.links(page))}</p>
${changes(report)}
${summary(report, page)}
${report.claims.map((claim) => section(claim, report, page)).join('\n')}
<h2>${asHtml(say.cite)}</h2><p>${asHtml(say.citation(version, date))}</p>
</body></html>
`;
}

function changes({ assumptions }: ClaimsReport): string {
  const say = words().report;
  const items = [
    ...Object.entries(assumptions.resources).map(([name, factor]) => `${name} × ${factor}`),
    ...Object.entries(assumptions.prices).map(([name, price]) => `${name}: ${JSON.stringify(price)}`),
    ...Object.entries(assumptions.values).map(([name, value]) => `${name} = ${value}`),
  ];
  if (items.length === 0) return `<p>${asHtml(say.unchanged)}</p>`;
  return `<p>${asHtml(say.changed)}</p><ul>${items.map((item) => `<li>${asHtml(item)}</li>`).join('')}</ul>`;
}

const row = (cells: string[]): string => `<tr>${cells.join('')}</tr>`;
const head = (names: string[]): string => row(names.map((name) => `<th scope="col">${asHtml(name)}</th>`));
const cell = (html: string, number = false): string => `<td${number ? ' class="number"' : ''}>${html}</td>`;

/** One number, with its interval where it has one. */
function figure(value: number | null, low: number | null, high: number | null): string {
  const { range, none } = words().claims;
  if (value === null || !Number.isFinite(value)) return asHtml(none);
  if (low === high || low === null || high === null) return asHtml(formatNumber(value));
  return asHtml(`${formatNumber(value)} (${range(formatNumber(low), formatNumber(high))})`);
}

function summary(report: ClaimsReport, page: string): string {
  const { head: say, outcome } = words().claims;
  const rows = report.claims.map((claim) =>
    row([
      cell(`<a href="#${asHtml(claim.id)}">${asHtml(claim.claim)}</a>`),
      cell(asHtml(outcome[claim.outcome])),
      cell(figure(claim.value, claim.interval?.[0] ?? null, claim.interval?.[1] ?? null), true),
      cell(asHtml(claim.unit)),
      cell(way(claimLink(page, claim, report))),
    ]),
  );
  return `<table><thead>${head([say.claim, say.outcome, say.value, say.unit, words().report.link])}</thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A way into the page; nothing where the page can't show it. */
const way = (address: string | null): string =>
  address === null ? '' : `<a href="${asHtml(address)}">${asHtml(words().report.inPage)}</a>`;

function section(claim: ClaimReport, report: ClaimsReport, page: string): string {
  const say = words().report;
  const { outcome } = words().claims;
  const lines = claim.lines.length === 0 ? '' : ` <small>${asHtml(say.lines(claim.lines))}</small>`;
  const seen = way(claimLink(page, claim, report));
  return `<section id="${asHtml(claim.id)}"><h2>${asHtml(claim.id)}</h2>
<p class="made"><code>${asHtml(claim.command)}</code> ${seen}</p>
<blockquote>${asHtml(claim.claim)}${lines}</blockquote>
<p><span class="outcome">${asHtml(outcome[claim.outcome])}</span> ${asHtml(claim.conditions)}</p>
${claim.notes === null ? '' : `<p>${asHtml(claim.notes)}</p>`}
${claim.figure ? `<figure>${elasticitySvg(claim.figure)}<figcaption>${asHtml(say.from)} <code>${asHtml(claim.command)}</code> ${seen}</figcaption></figure>` : ''}
${tests(claim)}${quantities(claim, report, page)}
<p>${asHtml(words().claims.sources)} ${claim.sources.map(linked).join('; ')}</p></section>`;
}

function tests(claim: ClaimReport): string {
  const { head: say, met } = words().claims;
  if (claim.tests.length === 0) return '';
  const rows = claim.tests.map((test) => {
    const [first] = test.bounds;
    return row([
      cell(asHtml(test.name)),
      cell(asHtml(met(test.met))),
      cell(test.bounds.length === 1 ? boundSvg(first) : ''),
    ]);
  });
  return `<table><thead>${head([say.test, say.met, words().report.figure])}</thead><tbody>${rows.join('')}</tbody></table>`;
}

function quantities(claim: ClaimReport, report: ClaimsReport, page: string): string {
  const { head: say } = words().claims;
  if (claim.quantities.length === 0) return '';
  const rows = claim.quantities.map((quantity) => {
    const { id, value, low, high, what, source } = quantity;
    return row([
      cell(`<code>${asHtml(id)}</code>`),
      cell(figure(value, low, high), true),
      cell(asHtml(what)),
      cell(source.startsWith('npx ') ? `<code>${asHtml(source)}</code>` : linked(source)),
      cell(way(quantityLink(page, quantity, claim, report))),
    ]);
  });
  return `<table><thead>${head([say.id, say.value, say.what, say.source, words().report.link])}</thead><tbody>${rows.join('')}</tbody></table>`;
}
