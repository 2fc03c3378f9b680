import { words } from '../words';
import { Reproduce } from './reproduce';

/** How to read the page, what it leaves out, and how to get the same numbers elsewhere. */
export function Notes() {
  const { report } = words;
  return (
    <div class="notes">
      <List id="how" heading={report.howHeading} items={report.how} />
      <List id="not" heading={report.notHeading} items={report.not} />
      <Reproduce />
    </div>
  );
}

function List({ id, heading, items }: { id: string; heading: string; items: readonly string[] }) {
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
