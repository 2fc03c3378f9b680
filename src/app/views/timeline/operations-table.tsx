import type { TimelineCase, TimelineReport } from '../../../study';
import { formatCount, formatSeconds } from '../../../units';
import { Heads } from '../../report/heads';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import type { Span } from './scale';

const MOST_ROWS = 200;

/** The operations within a span as a table, the first of them where there are many. */
export function OperationsTable(props: { report: TimelineReport; timeline: TimelineCase; span: Span }) {
  const { report, timeline, span } = props;
  const { timeline: say } = words;
  const { operations: op } = timeline;
  const inside: number[] = [];
  for (let i = 0; i < op.start_s.length; i++)
    if (op.start_s[i] < span.to && op.end_s[i] > span.from) inside.push(i);
  const shown = inside.slice(0, MOST_ROWS);
  const caption = say.tableCaption(formatSeconds(span.from), formatSeconds(span.to));
  return (
    <>
      <Scroll label={caption}>
        <table>
          <caption>{caption}</caption>
          <Heads texts={Object.values(say.head)} />
          <tbody>
            {shown.map((i) => (
              <tr key={i}>
                <td>{op.rank[i]}</td>
                <td>{say.lane[report.labels.lanes[op.lane[i]]]}</td>
                <td>{say.kind[report.labels.kinds[op.kind[i]]]}</td>
                <td>{op.micro_batch[i] < 0 ? '' : op.micro_batch[i]}</td>
                <td>{op.chunk[i] < 0 ? '' : op.chunk[i]}</td>
                <td>{op.start_s[i].toPrecision(5)}</td>
                <td>{(op.end_s[i] - op.start_s[i]).toPrecision(4)}</td>
                <td>{op.exposed[i] === 1 ? say.yes : say.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {inside.length > MOST_ROWS && (
        <p class="soft">{say.tableMore(formatCount(MOST_ROWS), formatCount(inside.length))}</p>
      )}
    </>
  );
}
