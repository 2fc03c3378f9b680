import { SearchBox } from '../../controls/search-box';
import { choose } from '../../state/store';
import { words } from '../../words';
import { counts, isChanged, OUTCOMES, type Row, SYMBOLS } from './shown';

export const OUTCOME_OPTION = 'outcome';

/** Outcomes with how many claims have them, each a filter; and a search. */
export function Filters(props: {
  rows: readonly Row[];
  filter: string;
  query: string;
  onQuery: (query: string) => void;
}) {
  const { rows, filter, query, onQuery } = props;
  const { filter: text, outcome } = words.claims;
  const count = counts(rows.map(({ claim }) => claim));
  const changed = rows.filter(isChanged).length;
  const one = (value: string, label: string, symbol: string, number: number) => (
    <button
      type="button"
      key={value}
      class="outcome-filter"
      data-outcome={value}
      aria-pressed={filter === value}
      onClick={() => choose(OUTCOME_OPTION, filter === value ? '' : value)}
    >
      {symbol && <span aria-hidden="true">{symbol}</span>} {label} <strong>{number}</strong>
    </button>
  );
  return (
    <fieldset class="outcome-filters">
      <legend>{text.heading}</legend>
      {one('', text.all, '', rows.length)}
      {OUTCOMES.map((name) => one(name, outcome[name], SYMBOLS[name], count[name]))}
      {(changed > 0 || filter === 'changed') && one('changed', text.changed, '≠', changed)}
      <SearchBox label={text.search} query={query} onQuery={onQuery} />
    </fieldset>
  );
}
