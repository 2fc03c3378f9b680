import { useEffect, useMemo, useState } from 'preact/hooks';
import { CLAIM_OPTION } from '../../../report';
import { Figure } from '../../figures/figure';
import { Frame } from '../../shell/frame';
import { choose, option } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import { words } from '../../words';
import { AssumeForm } from './assume-form';
import { assume, assumed, claimsTask, countOf } from './assumed';
import { Card } from './card';
import { Changes } from './changes';
import { drawPanel, elasticitySentence } from './elasticity';
import { Filters, OUTCOME_OPTION } from './filters';
import { counts, filtered, isChanged, known, priceTable, rowsOf, whole } from './shown';
import { ToPrint } from './to-print';
import '../../styles/studies.css';
import '../../styles/claims.css';

/** All claims with the computation that tests each, as the catalog has it and with the reader's assumptions. */
export default function ClaimsView() {
  const text = words.claims;
  const read = assumed();
  const now = read === 'unreadable' ? {} : read;
  const changed = countOf(now) > 0;
  const catalog = useAnswer('claims', claimsTask(null), 'catalog');
  const own = useAnswer('claims', changed ? claimsTask(now) : null, 'assumed');
  const asked = changed && (own.progress || !catalog.progress) ? own : catalog;
  const [query, setQuery] = useState('');
  const rows = useMemo(
    () => rowsOf(known(catalog), changed ? known(own) : null),
    [catalog.report, catalog.stale, catalog.parts, changed, own.report, own.stale, own.parts],
  );
  const open = option(CLAIM_OPTION) ?? '';
  const filter = option(OUTCOME_OPTION) ?? '';
  const shown = filtered(rows, filter, query, open);
  const report = whole(changed ? own : catalog);
  const done = report !== null && whole(catalog) !== null;
  useShownOnce(open, rows.length > 0 && whole(catalog) !== null);
  const show = (id: string) => {
    choose(CLAIM_OPTION, id);
    setQuery('');
    setTimeout(() => scrollTo(id));
  };
  return (
    <Frame
      view="claims"
      asked={asked}
      lead={done ? lead(rows) : asked.cancelled ? '' : null}
      heading={words.views.claims.title}
    >
      {read === 'unreadable' && (
        <div class="problem" role="alert">
          <p>{text.assume.unreadable}</p>
          <button type="button" onClick={() => assume({})}>
            {words.answer.dismiss}
          </button>
        </div>
      )}
      <AssumeForm now={now} prices={priceTable(catalog, own)} />
      {changed && <Changes rows={rows} done={done} onOpen={show} />}
      <section class="report" aria-labelledby="claims-heading">
        <h2 id="claims-heading">{text.list}</h2>
        <p class="soft">{text.about}</p>
        <Filters rows={rows} filter={filter} query={query} onQuery={setQuery} />
        <ul class="claims">
          {shown.map((row) => (
            <Card row={row} key={row.claim.id} />
          ))}
        </ul>
        {rows.length > 0 && shown.length === 0 && <p>{text.filter.none}</p>}
      </section>
      <Elasticities rows={rows} />
      <ToPrint report={report} now={now} />
    </Frame>
  );

  function lead(of: typeof rows): string {
    const all = of.map(({ claim }) => claim);
    const said = text.lead({ all: all.length, ...counts(all) });
    return changed ? `${text.changedLead(of.filter(isChanged).length)} ${said}` : said;
  }
}

function Elasticities({ rows }: { rows: ReturnType<typeof rowsOf> }) {
  const { figure: text } = words.claims;
  const row = rows.find(({ claim }) => claim.figure !== null);
  const figure = row?.claim.figure ?? null;
  const drawn = useMemo(
    () => figure?.panels.map((panel) => drawPanel(figure, panel, theme.value)),
    [figure, theme.value, text],
  );
  return (
    <section class="report" id="claims-figure" aria-labelledby="claims-figure-heading">
      <h2 id="claims-figure-heading">{text.heading}</h2>
      {figure && <p>{elasticitySentence(figure)}</p>}
      <div class="figure-grid">
        {figure && drawn ? (
          figure.panels.map((panel, index) => (
            <Figure
              key={panel.name}
              id={`elasticity-${index}`}
              title={panel.name}
              note={text.note}
              drawing={drawn[index]}
              stale={row?.pending ?? false}
              data={{ experts: figure.experts, speeds: figure.speeds, panel }}
            />
          ))
        ) : (
          <p class="plot-wait">{words.answer.updating}</p>
        )}
      </div>
    </section>
  );
}

/** A link to a claim shows it, once all claims are there. */
function useShownOnce(id: string, there: boolean): void {
  const [wanted, want] = useState(id !== '');
  useEffect(() => {
    if (!wanted || !there) return;
    want(false);
    scrollTo(id);
  }, [there]);
}

const scrollTo = (id: string): void =>
  document.getElementById(`claim-${id}`)?.scrollIntoView({ block: 'start' });
