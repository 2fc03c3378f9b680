import { useState } from 'preact/hooks';
import { leadSentences } from '../../answer/lead';
import { Problems } from '../../shell/problems';
import { catalog } from '../../state/answers';
import { change, showView, state } from '../../state/store';
import { useComparison } from '../../state/use-comparison';
import { words } from '../../words';
import { VIEWS, viewFor } from '..';
import { found, type Hit } from './found';

/** The question gallery: ready studies in plain words, a search over them and the catalog, the ways to look at one. */
export default function StartView() {
  const [query, setQuery] = useState('');
  const { start, views } = words;
  const asked = useComparison();
  const hits = catalog.value && found(catalog.value, query, state.value.scenario);
  return (
    <>
      <section class="answer" id="answer" aria-labelledby="start-heading">
        <h1 id="start-heading">{views.start.title}</h1>
        <Problems failure={asked.failure} again={asked.again} stale={asked.stale} />
        <p class="lead">{start.lead}</p>
        <input
          type="search"
          class="search"
          aria-label={start.search}
          placeholder={start.search}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </section>
      {hits ? (
        <>
          <Gallery
            heading={start.questions}
            hits={hits.studies}
            lead={asked.report && !query ? leadSentences(asked.report).join(' ') : null}
          />
          {query && <Gallery heading={start.models} hits={hits.models} lead={null} />}
          {query && <Gallery heading={start.systems} hits={hits.systems} lead={null} />}
          {query && hits.studies.length + hits.models.length + hits.systems.length === 0 && (
            <p>{start.none}</p>
          )}
        </>
      ) : (
        <p class="view-wait">{words.figures.loading}</p>
      )}
      <Ways />
    </>
  );
}

/** Cards that open a scenario; the first study shows its answer already. */
function Gallery({ heading, hits, lead }: { heading: string; hits: readonly Hit[]; lead: string | null }) {
  if (hits.length === 0) return null;
  return (
    <section aria-labelledby={`gallery-${heading}`}>
      <h2 id={`gallery-${heading}`}>{heading}</h2>
      <ul class="gallery">
        {hits.map((hit) => (
          <li key={hit.id} data-wide={lead !== null && hit.id === FIRST ? '' : undefined}>
            <button type="button" onClick={() => openScenario(hit)}>
              <strong>{hit.question}</strong>
              {lead !== null && hit.id === FIRST && <span class="gallery-answer">{lead}</span>}
              <span class="soft">{hit.detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The study of an empty address: its answer is computed when the page opens. */
const FIRST = 'glm5-ascend-vs-h100';

function openScenario({ scenario }: Hit): void {
  change(
    { ...state.peek(), scenario: structuredClone(scenario), view: viewFor(scenario), options: {} },
    { field: 'open', finished: true },
  );
  window.scrollTo(0, 0);
}

function Ways() {
  const { start, views } = words;
  return (
    <section aria-labelledby="ways-heading">
      <h2 id="ways-heading">{start.viewsHeading}</h2>
      <ul class="gallery ways">
        {VIEWS.filter((view) => view.id !== 'start').map((view) => (
          <li key={view.id}>
            <button type="button" onClick={() => showView(view.id)}>
              <strong>{views[view.id].title}</strong>
              <span class="soft">{views[view.id].about}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
