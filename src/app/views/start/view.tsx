import { useState } from 'preact/hooks';
import { paragraphsOf } from '../../../words';
import { asked } from '../../answer/asked';
import { SearchBox } from '../../controls/search-box';
import { found, type Hit } from '../../open/found';
import { openScenario } from '../../open/open-scenario';
import { ownComparison } from '../../open/own';
import { Problems } from '../../shell/problems';
import { catalog } from '../../state/answers';
import { equal } from '../../state/json';
import { lastVisit } from '../../state/last-visit';
import { textAt } from '../../state/scenario';
import { change, showView, state } from '../../state/store';
import { useComparison } from '../../state/use-comparison';
import { words } from '../../words';
import { VIEWS } from '..';

/** The question gallery: ready studies in plain words, a search over them and the catalog, the ways to look at one. */
export default function StartView() {
  const [query, setQuery] = useState('');
  const { start, views } = words;
  const compared = useComparison();
  const hits = found(catalog.value, query, state.value.scenario);
  return (
    <>
      <section class="answer" id="answer" aria-labelledby="start-heading">
        <h1 id="start-heading">{views.start.title}</h1>
        <Problems failure={compared.failure} again={compared.again} stale={compared.stale} />
        <p class="lead">{start.lead}</p>
        <p class="start-ways">
          <button type="button" class="start-own" onClick={() => openScenario(ownComparison())}>
            {start.own}
          </button>
          <span class="soft">{start.ownAbout}</span>
        </p>
        <LastVisit />
        <SearchBox label={start.search} query={query} onQuery={setQuery} />
      </section>
      <Gallery
        id="studies"
        heading={start.questions}
        hits={hits.studies}
        lead={compared.report && !compared.stale && !query ? paragraphsOf(compared.report.reading)[0] : null}
      />
      {query && <Gallery id="models" heading={start.models} hits={hits.models} lead={null} />}
      {query && <Gallery id="systems" heading={start.systems} hits={hits.systems} lead={null} />}
      {query && hits.studies.length + hits.models.length + hits.systems.length === 0 && <p>{start.none}</p>}
      <Ways />
    </>
  );
}

/** The way back to what an earlier visit ended with, where that is not on show anyway. */
function LastVisit() {
  if (!lastVisit || equal(lastVisit.scenario, state.value.scenario)) return null;
  const visit = lastVisit;
  const question = asked(textAt(visit.scenario, ['question'])) || words.answer.noQuestion;
  return (
    <p>
      <button type="button" onClick={() => change(structuredClone(visit), { field: 'open', finished: true })}>
        {words.start.goOn(question)}
      </button>
    </p>
  );
}

/** Cards that open a scenario; the one that is open already shows its answer. */
function Gallery(props: { id: string; heading: string; hits: readonly Hit[]; lead: string | null }) {
  const { id, heading, hits, lead } = props;
  if (hits.length === 0) return null;
  const answered = (hit: Hit) => lead !== null && equal(hit.scenario, state.value.scenario);
  return (
    <section aria-labelledby={`gallery-${id}`}>
      <h2 id={`gallery-${id}`}>{heading}</h2>
      <ul class="gallery">
        {[...hits]
          .sort((a, b) => Number(answered(b)) - Number(answered(a)))
          .map((hit) => (
            <li key={hit.id} data-wide={answered(hit) ? '' : undefined}>
              <button type="button" onClick={() => openScenario(hit.scenario)}>
                <strong>{hit.question}</strong>
                {answered(hit) && lead && <span class="gallery-answer">{words.prose(lead)}</span>}
                <span class="soft">{hit.detail}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
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
