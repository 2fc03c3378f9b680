import { version } from '../../../package.json';
import { CopyButton } from '../report/copy-button';
import { textAt } from '../state/scenario';
import { settledLink } from '../state/settled-link';
import { currentLink, scenario } from '../state/store';
import { words } from '../words';
import { embedCode } from './embed-code';

/** Pixels; enough for the figure with its sentence and its tools on a narrow page. */
const EMBED_HEIGHT = 720;

const day = () => new Date().toISOString().slice(0, 10);

/** A figure's title and question, the program's version, the date and the link that shows the figure again. */
export function citation(title: string, link = currentLink()): string {
  const question = textAt(scenario.peek(), ['question']);
  return words.figures.citation({ version, title, question, link, day: day() });
}

function bibtex(id: string, title: string): string {
  const plain = (text: string) => text.replace(/[{}\\%$#&_^~]/g, ' ');
  const today = day();
  return [
    `@misc{moe-capacity-${id}-${today},`,
    `  title = {${plain(title)}},`,
    '  author = {{the moe-capacity authors}},',
    `  year = {${today.slice(0, 4)}},`,
    `  note = {moe-capacity ${version}, computed ${today}},`,
    `  howpublished = {\\url{${currentLink()}}}`,
    '}',
  ].join('\n');
}

/** The citation under a printed figure; apart, so that a new link draws no figure anew. */
export function PrintedCitation({ title }: { title: string }) {
  return <p class="print-only">{citation(title, settledLink())}</p>;
}

/** The citation as text and as BibTeX, to copy. */
export function Cite({ id, title }: { id: string; title: string }) {
  const { figures, report } = words;
  const text = citation(title);
  const embed = embedCode(id, title, currentLink(), EMBED_HEIGHT);
  return (
    <div class="cite">
      <p>{text}</p>
      <pre>{bibtex(id, title)}</pre>
      <div class="figure-tools">
        <CopyButton label={figures.copyText} text={() => text} />
        <CopyButton label={figures.copyBibtex} text={() => bibtex(id, title)} />
      </div>
      <p>{figures.embedAbout}</p>
      <pre>{embed}</pre>
      <div class="figure-tools">
        <CopyButton label={figures.copyEmbed} text={() => embed} />
      </div>
      <p class="soft">{report.licence}</p>
    </div>
  );
}
