import type { CatalogSource } from '../../study';
import { SourceLink } from '../report/source-link';
import { words } from '../words';

/** Where a value of the catalog comes from: on hover as a text, opened as links. */
export function Why({ label, sources }: { label: string; sources: readonly CatalogSource[] }) {
  const hover = sources.map(({ title, confidence }) => `${title} (${confidence})`).join('\n');
  return (
    <details class="why">
      <summary aria-label={words.controls.why(label)} title={hover}>
        ⓘ
      </summary>
      <ul>
        {sources.map((reference) => (
          <li key={`${reference.title} ${reference.fields.join()}`}>
            <SourceLink reference={reference} /> ({reference.confidence})
          </li>
        ))}
      </ul>
    </details>
  );
}
