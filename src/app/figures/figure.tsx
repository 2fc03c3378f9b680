import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Scroll } from '../report/scroll';
import { words } from '../words';
import { fileName, saveImage, saveText, toCsv } from './download';
import { Plot, type PlotHandle } from './plot';
import { plotly } from './plotly';
import type { Drawing, FigureTable } from './types';

export interface FigureProps {
  /** Names the file of a download and the element. */
  id: string;
  title: string;
  /** Convention, assumption and source in one line. */
  note: string;
  /** What the figure answers, in a sentence above it. */
  answer?: string;
  drawing: Drawing | null;
  stale: boolean;
  /** Shown above the plot, such as what to show. */
  children?: ComponentChildren;
}

/** Title, plot or table, note, downloads. */
export function Figure({ id, title, note, answer: sentence, drawing, stale, children }: FigureProps) {
  const { figures, answer } = words;
  const [asTable, setAsTable] = useState(false);
  const handle = useRef<PlotHandle>({ element: null });
  const empty = drawing !== null && drawing.table.rows.length === 0;
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
      {sentence && <p class="figure-answer">{sentence}</p>}
      {drawing === null && <div class="plot plot-wait">{answer.loading}</div>}
      {empty && <p class="plot plot-wait">{figures.noData}</p>}
      {drawing && !empty && !asTable && <Plot drawing={drawing} handle={handle.current} />}
      {drawing && !empty && asTable && <DataTable table={drawing.table} caption={title} />}
      <figcaption>{note}</figcaption>
      {drawing && !empty && (
        <div class="figure-tools">
          <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? figures.plot : figures.table}
          </button>
          <Download
            label={figures.csv}
            title={title}
            onClick={() => saveText(toCsv(drawing.table), 'text/csv', fileName(id, 'csv', new Date()))}
          />
          {!asTable &&
            (['png', 'svg'] as const).map((format) => (
              <Download
                key={format}
                label={figures[format]}
                title={title}
                disabled={!plotly.value || plotly.value === 'failed'}
                onClick={() =>
                  handle.current.element &&
                  void saveImage(handle.current.element, format, fileName(id, format, new Date()))
                }
              />
            ))}
        </div>
      )}
    </figure>
  );
}

function Download({
  label,
  title,
  onClick,
  disabled,
}: {
  label: string;
  title: string;
  onClick: () => void;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      aria-label={words.figures.download(label, title)}
      onClick={onClick}
      disabled={disabled}
    >
      {label}
    </button>
  );
}

function DataTable({ table, caption }: { table: FigureTable; caption: string }) {
  return (
    <Scroll label={caption}>
      <table>
        <thead>
          <tr>
            {table.head.map((text) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={String(index)}>
              {row.map((cell, column) => (
                <td key={table.head[column]}>{shown(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const shown = (cell: string | number | null) =>
  typeof cell === 'number'
    ? Number(cell.toPrecision(4)).toLocaleString('en-US', { maximumSignificantDigits: 4 })
    : (cell ?? words.report.none);
