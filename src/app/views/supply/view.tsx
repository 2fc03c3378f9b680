import { useMemo } from 'preact/hooks';
import type { SupplyReport } from '../../../study';
import { Figure } from '../../figures/figure';
import { Pick } from '../../figures/pick';
import { Frame } from '../../shell/frame';
import { sourceOf } from '../../state/answers';
import { language } from '../../state/language';
import { choose, option, scenario } from '../../state/store';
import { theme } from '../../state/theme';
import { useAnswer } from '../../state/use-answer';
import '../../styles/studies.css';
import { words } from '../../words';
import { drawDates } from './dates';
import { Empty } from './empty';
import { SupplyInputs } from './inputs';
import { drawFlow, drawStock } from './kinds';
import { drawOverTime, type Show } from './over-time';
import { atOnce, supplySentence } from './sentence';
import { isSupply, plain } from './study';
import { DeliveryTable, KindTable, PathTable } from './tables';

/** Stock and flow of chips over the years, what can be trained with them, from when on, and who is behind. */
export default function SupplyView() {
  const now = scenario.value;
  const has = isSupply(now);
  const asked = useAnswer('supply', has ? { kind: 'supply', source: sourceOf(plain(now)) } : null);
  const { report, stale } = asked;
  const text = words.supply;
  const spoken = language.value;
  const show = (Object.keys(text.shows) as Show[]).find((name) => name === option('show')) ?? 'runs';
  const over = useMemo(
    () => report && drawOverTime(report, show, spoken, theme.value),
    [report, show, spoken, theme.value],
  );
  const dates = useMemo(
    () => report && drawDates(report, spoken, theme.value),
    [report, spoken, theme.value],
  );
  if (!has) {
    return (
      <Frame view="supply" asked={asked} lead={text.empty.text}>
        <Empty />
      </Frame>
    );
  }
  return (
    <Frame view="supply" asked={asked} lead={report && supplySentence(report, spoken)}>
      <SupplyInputs now={now} />
      <Figure
        id="supply"
        title={text.over.title[show]}
        note={text.over.note}
        drawing={over}
        stale={stale}
        data={report}
      >
        <Pick
          id="show"
          label={text.showLabel}
          value={show}
          options={Object.entries(text.shows).map(([name, { option: label }]) => [name, label])}
          onPick={(name) => choose('show', name)}
        />
      </Figure>
      {report && <PathTable report={report} language={spoken} />}
      {!report?.paths.every(atOnce) && (
        <Figure
          id="supply-dates"
          title={text.dates.title}
          note={text.dates.note}
          drawing={dates}
          stale={stale}
          data={report}
        />
      )}
      {report && <Kinds report={report} stale={stale} />}
      {report && <KindTable report={report} />}
      {report && <DeliveryTable report={report} />}
    </Frame>
  );
}

/** The chips of one path: which there are, and what comes and goes. */
function Kinds({ report, stale }: { report: SupplyReport; stale: boolean }) {
  const text = words.supply;
  const names = report.paths.map(({ name }) => name);
  const chosen = Number(option('path') ?? 0);
  const place = Number.isInteger(chosen) && chosen >= 0 && chosen < names.length ? chosen : 0;
  const path = report.paths[place];
  const spoken = language.value;
  const stock = useMemo(() => drawStock(path, spoken, theme.value), [path, spoken, theme.value]);
  const flow = useMemo(() => drawFlow(path, theme.value), [path, theme.value]);
  const moves = flow.data.length > 0;
  return (
    <>
      {names.length > 1 && (
        <div class="view-bar">
          <Pick
            id="path"
            label={text.stock.path}
            value={String(place)}
            options={names.map((name, index) => [String(index), name])}
            onPick={(index) => choose('path', index)}
          />
        </div>
      )}
      <div class="figure-grid">
        <Figure
          id="supply-stock"
          title={text.stock.title(path.name)}
          note={text.stock.note}
          drawing={stock}
          stale={stale}
        />
        {moves && (
          <Figure
            id="supply-flow"
            title={text.flow.title(path.name)}
            note={text.flow.note}
            drawing={flow}
            stale={stale}
          />
        )}
      </div>
    </>
  );
}
