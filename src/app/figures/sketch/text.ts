import { FAMILY } from '../template';

/** A context and the size in pixels of its common text. */
export interface Pen {
  context: CanvasRenderingContext2D;
  size: number;
}

/** Plotly's texts are some HTML: their lines, as they are read. */
export const spoken = (text: string): string[] =>
  text.split('<br>').map((line) =>
    line
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  );

export function write(
  { context }: Pen,
  text: string,
  x: number,
  y: number,
  how: { color: string; size: number; align?: CanvasTextAlign; upright?: boolean; most?: number },
): void {
  if (text === '') return;
  context.font = `${how.size}px ${FAMILY}`;
  context.fillStyle = how.color;
  context.textAlign = how.align ?? 'left';
  const line = spoken(text).join(' ');
  if (!how.upright) {
    context.fillText(line, x, y, how.most);
    return;
  }
  context.save();
  context.translate(x, y);
  context.rotate(-Math.PI / 2);
  context.fillText(line, 0, 0);
  context.restore();
}
