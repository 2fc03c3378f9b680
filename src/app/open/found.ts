import studies from 'virtual:studies';
import type { CatalogReport } from '../../study';
import { formatBandwidth, formatBytes, formatCount, formatFlops } from '../../units';
import { asked } from '../answer/asked';
import type { JsonObject } from '../state/json';
import { clustersOf, MAX_CLUSTERS, textAt } from '../state/scenario';
import { words } from '../words';

/** Something to open from the gallery. */
export interface Hit {
  id: string;
  question: string;
  detail: string;
  scenario: JsonObject;
}

/** Does a text have all words of a query, in whichever case and order? */
export function matching(query: string): (text: string) => boolean {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => wanted.every((word) => text.toLowerCase().includes(word));
}

/** Studies, models and systems that have all words of the query; the catalog may yet be on its way. */
export function found(catalog: CatalogReport | null, query: string, now: JsonObject) {
  const matches = matching(query);
  const only = <T extends Hit & { text: string }>(hits: T[]) => hits.filter(({ text }) => matches(text));
  const { start } = words;
  const ready = studies.map(({ id, text, value }) => {
    const scenario = value as JsonObject;
    const own = textAt(scenario, ['question']);
    const question = asked(own);
    const names = clustersOf(scenario).map((cluster) => textAt(cluster, ['name']));
    return { id, question, text: `${question} ${own} ${text}`, scenario, detail: start.clusters(names) };
  });
  const models = (catalog?.models ?? []).map(({ id, name, totalParameters }) => ({
    id,
    question: start.withModel(name),
    text: `${id} ${name}`,
    detail: totalParameters ? formatCount(totalParameters) : '',
    scenario: { ...now, question: start.withModel(name), model: id },
  }));
  const systems = (catalog?.systems ?? []).map((system) => ({
    id: system.id,
    question: start.withSystem(system.name),
    text: `${system.id} ${system.name} ${system.vendor} ${system.chip}`,
    detail: [
      formatFlops(system.bf16Flops),
      formatBytes(system.memoryBytes),
      formatBandwidth(system.memoryBandwidth),
    ].join(' · '),
    scenario: withSystem(now, system),
  }));
  return { studies: only(ready), models: only(models), systems: only(systems) };
}

/** The comparison with the system as a further cluster, or in the last one's place. */
function withSystem(now: JsonObject, { id, name }: CatalogReport['systems'][number]): JsonObject {
  const clusters = clustersOf(now);
  const like = clusters.at(-1) ?? {};
  const kept = clusters.length < MAX_CLUSTERS ? clusters : clusters.slice(0, -1);
  return {
    ...now,
    question: words.start.withSystem(name),
    clusters: [...kept, { ...structuredClone(like), name, system: id }],
  };
}
