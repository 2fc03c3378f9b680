import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { theme } from '../state/theme';
import { words } from '../words';
import { configIn } from './locale';
import { loadPlotlyWhenIdle, type Plotly, plotly } from './plotly';
import { dressed } from './template';
import type { Drawing } from './types';

/** The drawn element, for downloads. */
export interface PlotHandle {
  element: HTMLDivElement | null;
}

const phone = matchMedia('(max-width: 599px)');

/** A plotly figure that follows its drawing; the library is loaded when first needed and idle. */
export function Plot(props: {
  drawing: Drawing;
  handle: PlotHandle;
  height?: number;
  onPoint?: (customdata: unknown) => void;
}) {
  const { drawing, handle, height, onPoint } = props;
  const element = useRef<HTMLDivElement>(null);
  const tapped = useRef(onPoint);
  tapped.current = onPoint;
  const library = plotly.value;
  const colors = theme.value;
  useEffect(loadPlotlyWhenIdle, []);
  useLayoutEffect(() => {
    handle.element = element.current;
    if (!library || library === 'failed' || !element.current) return;
    const drawn = library.react(
      element.current,
      drawing.data,
      dressed(drawing.layout, colors, phone.matches),
      configIn(library),
    );
    void drawn.then((plot) => {
      plot.removeAllListeners('plotly_click');
      plot.on('plotly_click', ({ points }) => tapped.current?.(points[0]?.customdata));
    });
  }, [library, drawing, colors]);
  useEffect(() => () => purge(plotly.peek(), element.current), []);
  return (
    <div class="plot" style={height ? { minHeight: `${height}px` } : undefined}>
      <div ref={element} />
      {library === null && <p class="plot-wait">{words.figures.loading}</p>}
      {library === 'failed' && <p class="plot-wait">{words.figures.failed}</p>}
    </div>
  );
}

function purge(library: Plotly | 'failed' | null, element: HTMLDivElement | null): void {
  if (library && library !== 'failed' && element) library.purge(element);
}
