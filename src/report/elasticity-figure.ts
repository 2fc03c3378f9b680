import type { ElasticityFigure } from '../study';
import { formatNumber } from '../units';
import { words } from '../words';
import { asHtml } from './html';

const CELL = { width: 92, height: 44 };
const LEFT = 96;
const TOP = 62;
const GAP = 44;

/** Blue where FLOP/s limit, orange where links do (Okabe–Ito), paler near a tie; the numbers say the same. */
function colour(links: number, flops: number): string {
  const share = links + flops > 0 ? links / (links + flops) : 0.5;
  const [r, g, b] = share > 0.5 ? [230, 159, 0] : [86, 180, 233];
  const strength = Math.min(1, Math.abs(share - 0.5) * 2);
  const mix = (channel: number) => Math.round(255 + (channel - 255) * (0.15 + 0.75 * strength));
  return `rgb(${mix(r)},${mix(g)},${mix(b)})`;
}

/** A panel for each cluster: expert counts down, chip speeds across; in each cell the two elasticities. Made as text. */
export function elasticitySvg(figure: ElasticityFigure): string {
  const say = words().report.elasticity;
  const { experts, speeds, panels } = figure;
  const panelWidth = LEFT + speeds.length * CELL.width;
  const width = panels.length * panelWidth + (panels.length - 1) * GAP;
  const height = TOP + experts.length * CELL.height + 40;
  const parts = panels.map((panel, at) => {
    const x0 = at * (panelWidth + GAP);
    const cells = experts.flatMap((count, row) =>
      speeds.map((_, column) => {
        const flops = panel.flops[row][column];
        const links = panel.links[row][column];
        const x = x0 + LEFT + column * CELL.width;
        const y = TOP + row * CELL.height;
        const none = flops === null || links === null;
        const text = none ? say.none : `${formatNumber(links, 2)} / ${formatNumber(flops, 2)}`;
        return (
          `<rect x="${x}" y="${y}" width="${CELL.width - 2}" height="${CELL.height - 2}" fill="${none ? '#eee' : colour(links, flops)}"/>` +
          `<text x="${x + CELL.width / 2}" y="${y + CELL.height / 2 + 4}" text-anchor="middle">${asHtml(text)}</text>` +
          (column === 0
            ? `<text x="${x - 8}" y="${y + CELL.height / 2 + 4}" text-anchor="end">${asHtml(say.experts(count))}</text>`
            : '')
        );
      }),
    );
    const heads = speeds.map(
      (speed, column) =>
        `<text x="${x0 + LEFT + (column + 0.5) * CELL.width}" y="${TOP - 8}" text-anchor="middle">${asHtml(say.speed(speed))}</text>`,
    );
    return (
      `<text x="${x0 + LEFT}" y="18" font-weight="bold">${asHtml(panel.name)}</text>` +
      `<text x="${x0 + LEFT}" y="36">${asHtml(say.across)}</text>${heads.join('')}${cells.join('')}`
    );
  });
  const title = say.title;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${asHtml(title)}" font-family="system-ui, sans-serif" font-size="13">` +
    `<title>${asHtml(title)}</title>${parts.join('')}` +
    `<text x="${LEFT}" y="${height - 12}">${asHtml(say.legend)}</text></svg>`
  );
}
