import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { errors } from '../state/answers';
import { onlyFigure } from '../state/embed';
import { words } from '../words';
import { ChangedLine } from './changed-line';
import { Cite, PrintedCitation } from './cite';
import { DataTable } from './data-table';
import { Plot, type PlotHandle } from './plot';
import { FigureTools } from './tools';
import type { Drawing } from './types';

interface FigureProps {
  /** Names the file of a download and the element. */
  id: string;
  title: string;
  /** Convention, assumption and source in one line. */
  note: string;
  /** What the figure answers, in a sentence above it. */
  answer?: string;
  drawing: Drawing | null;
  stale: boolean;
  /** The report that is drawn, for the JSON download; the table of the figure where there is none. */
  data?: unknown;
  /** Called with the `customdata` of a point that is tapped. */
  onPoint?: (customdata: unknown) => void;
  /** More results are on their way into the drawing. */
  partial?: boolean;
  /** Shown above the plot, such as what to show. */
  children?: ComponentChildren;
}

/** Title, sentence, plot or table, note, downloads and citation. */
export function Figure(props: FigureProps) {
  const { id, title, note, answer: sentence, drawing, stale, data, partial, onPoint, children } = props;
  const { figures, answer } = words;
  const [asTable, setAsTable] = useState(false);
  const [citing, setCiting] = useState(false);
  const handle = useRef<PlotHandle>({ element: null, settle: async () => {} });
  const empty = drawing !== null && (drawing.rows ?? drawing.table.rows.length) === 0;
  const height = drawing?.layout.height;
  if (onlyFigure !== null && onlyFigure !== id) return null;
  return (
    <figure
      id={`figure-${id}`}
      class="figure"
      data-stale={stale ? '' : undefined}
      aria-labelledby={`figure-${id}-title`}
    >
      <div class="figure-head">
        <h2 id={`figure-${id}-title`}>{title}</h2>
        {children}
      </div>
      {sentence && <p class="figure-answer">{words.prose(sentence)}</p>}
      {drawing === null && (
        <div class="plot plot-wait">{errors.value.length > 0 ? answer.mend : answer.loading}</div>
      )}
      {empty && <p class="plot plot-wait">{figures.noData}</p>}
      {drawing && !empty && !asTable && (
        <Plot {...{ drawing, height, partial, onPoint }} handle={handle.current} />
      )}
      {drawing && !empty && asTable && <DataTable table={drawing.table} caption={title} />}
      <figcaption>
        {note}
        <ChangedLine />
      </figcaption>
      {drawing && !empty && (
        <FigureTools
          {...{ id, title, drawing, data, asTable, citing }}
          handle={handle.current}
          onTable={() => setAsTable(!asTable)}
          onCite={() => setCiting(!citing)}
        />
      )}
      {citing && <Cite id={id} title={title} />}
      <PrintedCitation title={title} />
    </figure>
  );
}
