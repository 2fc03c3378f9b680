import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { theme } from '../state/theme';
import { words } from '../words';
import { loadPlotlyWhenIdle, type Plotly, plotly } from './plotly';
import { config, dressed } from './template';
import type { Drawing } from './types';

/** The drawn element, for downloads. */
export interface PlotHandle {
  element: HTMLDivElement | null;
}

const phone = matchMedia('(max-width: 599px)');

/** A plotly figure that follows its drawing; the library is loaded when first needed and idle. */
export function Plot({ drawing, handle }: { drawing: Drawing; handle: PlotHandle }) {
  const element = useRef<HTMLDivElement>(null);
  const library = plotly.value;
  const colors = theme.value;
  useEffect(loadPlotlyWhenIdle, []);
  useLayoutEffect(() => {
    handle.element = element.current;
    if (!library || library === 'failed' || !element.current) return;
    void library.react(element.current, drawing.data, dressed(drawing.layout, colors, phone.matches), config);
  }, [library, drawing, colors]);
  useEffect(() => () => purge(plotly.peek(), element.current), []);
  return (
    <div class="plot">
      <div ref={element} />
      {library === null && <p class="plot-wait">{words.figures.loading}</p>}
      {library === 'failed' && <p class="plot-wait">{words.figures.failed}</p>}
    </div>
  );
}

function purge(library: Plotly | 'failed' | null, element: HTMLDivElement | null): void {
  if (library && library !== 'failed' && element) library.purge(element);
}
