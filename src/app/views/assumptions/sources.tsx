import type { CatalogReport } from '../../../study';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { SourceLink } from '../../report/source-link';
import { catalog } from '../../state/answers';
import { isObject, type Json } from '../../state/json';
import { clustersOf, idOf } from '../../state/scenario';
import { scenario } from '../../state/store';
import { words } from '../../words';

type Reference = CatalogReport['models'][number]['references'][number];

/** The sources behind the model, the systems, the chips and the stacks of the scenario. */
export function Sources() {
  const text = words.assumptions.sources;
  const list = catalog.value;
  if (!list) return null;
  return (
    <div class="report">
      <h2>{text.heading}</h2>
      <Scroll tall label={text.heading}>
        <table class="dense stacked">
          <caption>{text.note}</caption>
          <Heads texts={[text.entry, text.fields, text.title, text.confidence]} />
          <tbody>
            {entries(list).flatMap(({ name, references }) =>
              references.map((reference) => (
                <tr key={`${name} ${reference.fields.join()} ${reference.title}`}>
                  <th scope="row">{name}</th>
                  <td class="fields" data-head={text.fields}>
                    {reference.fields.join(', ').replace(/^all$/, text.all)}
                  </td>
                  <td>
                    <SourceLink reference={reference} />
                  </td>
                  <td data-head={text.confidence}>{reference.confidence}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

/** The entries that the scenario names, each once. */
function entries(list: CatalogReport): { name: string; references: Reference[] }[] {
  const now = scenario.value;
  const id = (value: Json | undefined) => (isObject(value) || typeof value === 'string' ? idOf(value) : null);
  const clusters = clustersOf(now);
  const found = [
    ...list.models.filter((model) => model.id === id(now.model)),
    ...list.systems
      .filter((system) => clusters.some((cluster) => id(cluster.system) === system.id))
      .flatMap(({ name, references, chip, chipReferences }) => [
        { name, references },
        { name: chip, references: chipReferences },
      ]),
    ...list.stacks.filter((stack) => clusters.some((cluster) => id(cluster.stack) === stack.id)),
  ];
  return [...new Map(found.map((entry) => [entry.name, entry])).values()];
}
