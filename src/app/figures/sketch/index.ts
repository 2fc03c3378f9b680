import type { Theme } from '../../state/theme';
import { heightOf, textSize } from '../template';
import type { Drawing } from '../types';
import { type Margins, paint } from './paint';

/**
 * A drawing painted in a millisecond or two on a canvas over its plot: while inputs move, while results arrive, and
 * until plotly is there. Plotly, which takes the page's thread for tens of milliseconds each time, draws it at rest.
 */

/** Where plotly, once it has drawn, has put the plot's area; and what it has been made to show by its user. */
interface Drawn {
  _fullLayout?: {
    _size?: Margins;
    width?: number;
    xaxis?: { range?: unknown[] };
    yaxis?: { range?: unknown[] };
  };
  _fullData?: { visible?: unknown }[];
}

/** As plotly sets them, about, before it has. */
const FIRST: Margins = { l: 72, r: 24, t: 8, b: 76 };
const LEGEND = 24;

/** Can it be sketched as it is seen? A plot that was zoomed, or some of whose lines were put out, is left to plotly. */
export function canSketch(drawing: Drawing, before: Drawing | null, plot: HTMLElement | null): boolean {
  if (!drawing.sketch) return false;
  const { _fullLayout: layout, _fullData: data } = (plot ?? {}) as Drawn;
  if (!layout || !before) return true;
  const unmoved = (['xaxis', 'yaxis'] as const).every((axis) => {
    const [given, shown] = [before.layout[axis]?.range, layout[axis]?.range];
    return (
      !given ||
      !shown ||
      [0, 1].every(
        (end) => Math.abs(Number(given[end]) - Number(shown[end])) <= 1e-9 * Math.abs(Number(given[1])),
      )
    );
  });
  return unmoved && (data ?? []).every(({ visible }) => visible === true);
}

/** Makes a canvas as wide as its plot and as high as the drawing; one that is set anew is made anew, which takes a while. */
export function fitCanvas(canvas: HTMLCanvasElement, { layout }: Drawing, width: number) {
  const context = canvas.getContext('2d');
  if (!context || width === 0) return null;
  const box = { width, height: heightOf(layout) };
  const density = Math.min(2, devicePixelRatio || 1);
  const [wide, high] = [Math.round(box.width * density), Math.round(box.height * density)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) {
    canvas.height = high;
    canvas.style.height = `${box.height}px`;
  }
  context.setTransform(density, 0, 0, density, 0, 0);
  return { context, box };
}

/** Paints it on a canvas that is as wide and high as its plot, in CSS pixels. */
export function sketch(
  canvas: HTMLCanvasElement,
  drawing: Drawing,
  plot: HTMLElement | null,
  look: { width: number; theme: Theme; narrow: boolean },
): void {
  const fitted = fitCanvas(canvas, drawing, look.width);
  if (!fitted) return;
  const { context, box } = fitted;
  const known = (plot as Drawn | null)?._fullLayout;
  const first = drawing.layout.showlegend ? { ...FIRST, b: FIRST.b + LEGEND } : FIRST;
  const margins = known?._size && known.width === box.width ? known._size : first;
  paint({ context, size: textSize(look.narrow) }, drawing, box, margins, look.theme);
}
