/** A field to search a list by. */
export function SearchBox(props: { label: string; query: string; onQuery: (query: string) => void }) {
  const { label, query, onQuery } = props;
  return (
    <input
      type="search"
      class="search"
      aria-label={label}
      placeholder={label}
      value={query}
      onInput={(event) => onQuery(event.currentTarget.value)}
    />
  );
}
