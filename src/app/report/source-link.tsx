import type { CatalogSource } from '../../study';

/** A source's title, which leads there where it has an address. */
export function SourceLink({ reference: { title, url, note } }: { reference: CatalogSource }) {
  return (
    <>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {note && <span class="soft"> {note}</span>}
    </>
  );
}
