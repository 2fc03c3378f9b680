import type { CaseReport, ExplainReport } from '../../../study';
import { formatBytes, formatPercent } from '../../../units';
import { paragraphs } from '../../../words';
import { words } from '../../words';

/** Of so many clusters each gets its sentence at once; of more, they come after one that says how full all are. */
const AT_ONCE = 2;

/** How much of a chip's memory the best plan fills on each cluster, what most of that is, and what does not fit. */
export function memorySentence({ cases, details }: ExplainReport): string {
  const { memory, answer } = words;
  const detailOf = ({ cluster }: CaseReport) => details.find((entry) => entry.cluster === cluster)?.memory;
  const fits = cases.flatMap((entry) => {
    const detail = detailOf(entry);
    const used = entry.memory_bytes_per_chip;
    return used === null || !detail ? [] : [{ entry, used, detail }];
  });
  const misfits = cases
    .filter((entry) => fits.every((one) => one.entry !== entry))
    .map(({ cluster, reason }) => memory.noFit(cluster, answer.reason(reason ?? '')));
  const each = fits.map(fitText);
  if (fits.length <= AT_ONCE) return paragraphs([...each, ...misfits], []);
  const fills = fits.map(({ entry, used }) =>
    memory.fill(formatBytes(used), formatBytes(entry.memory_usable_bytes), entry.cluster),
  );
  return paragraphs([memory.lead(fills), ...misfits], each);
}

type Memory = ExplainReport['details'][number]['memory'];

function fitText({ entry, used, detail }: { entry: CaseReport; used: number; detail: Memory }): string {
  const { memory } = words;
  const { cluster, memory_usable_bytes: usable, memory_capacity_bytes: nominal } = entry;
  const names = words.figures.memory.parts;
  const kinds = Object.keys(names) as (keyof typeof names)[];
  const most = kinds.reduce((a, b) => (detail[b] > detail[a] ? b : a));
  return memory.fits(
    cluster,
    formatBytes(used),
    formatBytes(usable),
    formatBytes(nominal),
    formatBytes(Math.max(0, usable - used)),
    names[most],
    formatPercent(Number((detail[most] / detail.total).toPrecision(2))),
  );
}
