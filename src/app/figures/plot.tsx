import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { theme } from '../state/theme';
import { words } from '../words';
import { foldedHover } from './hover';
import { whenIdle } from './idle';
import { configIn } from './locale';
import { loadPlotlyWhenIdle, type Plotly, plotly } from './plotly';
import { canSketch, fitCanvas, sketch } from './sketch';
import { dressed } from './template';
import type { Drawing } from './types';

/** The drawn element, for downloads. */
export interface PlotHandle {
  element: HTMLDivElement | null;
  /** Has plotly draw at once what is only sketched yet. */
  settle(): Promise<void>;
}

const phone = matchMedia('(max-width: 599px)');
/** So long after the last change a figure is at rest. */
const REST_MS = 400;

interface Props {
  drawing: Drawing;
  handle: PlotHandle;
  height?: number;
  /** More of it is on its way. */
  partial?: boolean;
  onPoint?: (customdata: unknown) => void;
}

/** A plotly figure that follows its drawing; the library is loaded when first needed and idle. */
export function Plot(props: Props) {
  const { drawing, handle, height, partial = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  latest.current = props;
  /** What plotly shows. */
  const drawn = useRef<Drawing | null>(null);
  const width = useWidth(box);
  const library = plotly.value;
  const colors = theme.value;
  useEffect(loadPlotlyWhenIdle, []);

  const settle = async () => {
    const { drawing: wanted } = latest.current;
    if (!library || library === 'failed' || !element.current) return;
    const layout = dressed(wanted.layout, colors, phone.matches);
    if (!drawn.current && wanted.sketch) {
      // Under the sketch the first drawing, which is the longest, is made in two tasks: the axes, then the rest.
      await library.react(element.current, [], layout, configIn(library));
      await new Promise((resume) => setTimeout(resume));
      if (latest.current.drawing !== wanted || !element.current) return;
    }
    const data = phone.matches ? foldedHover(wanted.data) : wanted.data;
    const plot = await library.react(element.current, data, layout, configIn(library));
    drawn.current = wanted;
    plot.removeAllListeners('plotly_click');
    plot.on('plotly_click', ({ points }) => latest.current.onPoint?.(points[0]?.customdata));
    if (latest.current.drawing === wanted) box.current?.removeAttribute('data-sketch');
  };

  useLayoutEffect(() => {
    handle.element = element.current;
    handle.settle = settle;
    if (library === 'failed') box.current?.removeAttribute('data-sketch');
    if (library === 'failed' || !canvas.current || !canSketch(drawing, drawn.current, element.current)) {
      void settle();
      return;
    }
    const show = () => {
      if (!canvas.current) return;
      sketch(canvas.current, drawing, element.current, { width, theme: colors, narrow: phone.matches });
      // A new number for each: whoever waits for the figure sees it change.
      box.current?.setAttribute('data-sketch', String(++sketches));
    };
    // The view around the first sketch is made in the same moment: it, its canvas and its lines each in a task of their own.
    // So is one of many that are drawn while results arrive; an answer to an input waits for nothing.
    let later: ReturnType<typeof setTimeout> | null = null;
    const first = !box.current?.hasAttribute('data-sketch') && !drawn.current;
    if (first) {
      later = setTimeout(() => {
        if (canvas.current) fitCanvas(canvas.current, drawing, width);
        later = setTimeout(show);
      });
    } else if (partial) later = setTimeout(show);
    else show();
    const forget = partial ? null : atRest(() => void settle());
    return () => {
      if (later !== null) clearTimeout(later);
      forget?.();
    };
  }, [library, drawing, colors, partial, width]);
  // Whoever points at a sketch wants what only plotly shows.
  const wanted = () => {
    if (!latest.current.partial && box.current?.hasAttribute('data-sketch')) void settle();
  };
  useEffect(() => () => purge(plotly.peek(), element.current), []);
  return (
    <div
      ref={box}
      class="plot"
      style={height ? { minHeight: `${height}px` } : undefined}
      onPointerEnter={wanted}
    >
      <div ref={element} />
      <canvas ref={canvas} class="sketch" />
      {library === null && !drawing.sketch && <p class="plot-wait">{words.figures.loading}</p>}
      {library === 'failed' && <p class="plot-wait">{words.figures.failed}</p>}
    </div>
  );
}

let sketches = 0;

/** Calls back once nothing has changed for a while and the page's thread is free; the returned function forgets it. */
function atRest(then: () => void): () => void {
  let forget = () => {};
  const timer = setTimeout(() => {
    forget = whenIdle(then, REST_MS);
  }, REST_MS);
  return () => {
    clearTimeout(timer);
    forget();
  };
}

/** The width of a box in CSS pixels, known without asking for a layout in the middle of a change. */
function useWidth(box: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry.contentRect.width));
    observer.observe(box.current);
    setWidth(box.current.clientWidth);
    return () => observer.disconnect();
  }, []);
  return width;
}

function purge(library: Plotly | 'failed' | null, element: HTMLDivElement | null): void {
  if (library && library !== 'failed' && element) library.purge(element);
}
