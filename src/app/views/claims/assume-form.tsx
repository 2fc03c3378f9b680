import type { PriceReport } from '../../../study';
import { entered } from '../../controls/edit-value';
import { Text } from '../../controls/inputs';
import { isObject, type JsonObject } from '../../state/json';
import { words } from '../../words';
import { type Assumed, assume, assumeAt, assumedAt, countOf, LINKS } from './assumed';
import { Prices } from './prices';

type Resource = keyof typeof words.claims.assume.resources;

/** Factors on what all systems have, what was set in single claims, and the way back. */
export function AssumeForm({ now, prices: table }: { now: Assumed; prices: readonly PriceReport[] }) {
  const text = words.claims.assume;
  const count = countOf(now);
  const values = isObject(now.values) ? Object.keys(now.values) : [];
  return (
    <section class="panel assume" aria-labelledby="assume-heading">
      <h2 id="assume-heading">
        {text.heading} {count > 0 && <span class="soft">{text.changed(count)}</span>}
      </h2>
      <p class="soft">{text.about}</p>
      <Presets now={now} count={count} />
      <div class="assume-fields">
        {(Object.keys(text.resources) as Resource[]).map((resource) => (
          <Text
            key={resource}
            path={['assume', 'resources', resource]}
            label={text.resources[resource]}
            placeholder="1"
            value={assumedAt(['resources', resource])}
            onText={(value, finished) => assumeAt(['resources', resource], entered(value), finished)}
            onRevert={
              assumedAt(['resources', resource]) === ''
                ? undefined
                : () => assumeAt(['resources', resource], undefined)
            }
          />
        ))}
      </div>
      <Prices table={table} />
      <TakeBack heading={text.values} part="values" names={values} />
    </section>
  );
}

const linksBy = (factor: number): JsonObject => Object.fromEntries(LINKS.map((name) => [name, factor]));

function Presets({ now, count }: { now: Assumed; count: number }) {
  const text = words.claims.assume;
  const presets: [string, JsonObject][] = [
    [text.moreLinks, linksBy(10)],
    [text.lessLinks, linksBy(0.1)],
    [text.moreFlops, { flops: 10 }],
    [text.moreMemory, { memory_bandwidth: 2 }],
  ];
  const same = (resources: JsonObject) => JSON.stringify(now) === JSON.stringify({ resources });
  return (
    <div class="presets">
      <span>{text.presets}</span>
      {presets.map(([label, resources]) => (
        <button
          type="button"
          key={label}
          aria-pressed={same(resources)}
          onClick={() => assume(same(resources) ? {} : { resources })}
        >
          {label}
        </button>
      ))}
      {count > 0 && (
        <button type="button" class="link" onClick={() => assume({})}>
          {text.back}
        </button>
      )}
    </div>
  );
}

/** What was set elsewhere, to be taken back here. */
function TakeBack({ heading, part, names }: { heading: string; part: string; names: readonly string[] }) {
  const text = words.claims.assume;
  if (names.length === 0) return null;
  return (
    <div class="presets">
      <span>{heading}:</span>
      {names.map((name) => (
        <button
          type="button"
          key={name}
          aria-label={text.unset(name)}
          title={text.unset(name)}
          onClick={() => assumeAt([part, name], undefined)}
        >
          <code>
            {name}
            {part === 'values' && ` = ${assumedAt([part, name])}`}
          </code>{' '}
          ↺
        </button>
      ))}
    </div>
  );
}
