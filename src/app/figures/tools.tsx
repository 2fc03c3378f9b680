import { words } from '../words';
import { citation } from './cite';
import { fileName, jsonOf, saveImage, saveText, toCsv } from './download';
import type { PlotHandle } from './plot';
import { plotly } from './plotly';
import type { Drawing } from './types';

/** Table or plot, the downloads, the citation. */
export function FigureTools(props: {
  id: string;
  title: string;
  drawing: Drawing;
  data: unknown;
  asTable: boolean;
  citing: boolean;
  handle: PlotHandle;
  onTable: () => void;
  onCite: () => void;
}) {
  const { id, title, drawing, data, asTable, citing, handle, onTable, onCite } = props;
  const { figures } = words;
  const name = (extension: string) => fileName(id, extension, new Date());
  const noPlotly = !plotly.value || plotly.value === 'failed';
  return (
    <div class="figure-tools">
      <button type="button" aria-pressed={asTable} onClick={onTable}>
        {asTable ? figures.plot : figures.table}
      </button>
      <Download
        label={figures.csv}
        title={title}
        onClick={() => saveText(toCsv(drawing.table), 'text/csv', name('csv'))}
      />
      <Download
        label={figures.json}
        title={title}
        onClick={() =>
          saveText(
            jsonOf({ title, citation: citation(title), data: data ?? drawing.table }),
            'application/json',
            name('json'),
          )
        }
      />
      {!asTable &&
        (['png', 'svg'] as const).map((format) => (
          <Download
            key={format}
            label={figures[format]}
            title={title}
            disabled={noPlotly}
            onClick={() => {
              void handle.settle().then(() => {
                const { element } = handle;
                if (element) void saveImage(element, format, name(format), title, citation(title));
              });
            }}
          />
        ))}
      <button
        type="button"
        aria-expanded={citing}
        aria-label={figures.download(figures.cite, title)}
        onClick={onCite}
      >
        {figures.cite}
      </button>
    </div>
  );
}

function Download(props: { label: string; title: string; onClick: () => void; disabled?: boolean }) {
  const { label, title, onClick, disabled } = props;
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
