import { useEffect, useRef, useState } from 'preact/hooks';

/** A canvas as wide as its box, sharp on any screen: `draw` is called in the next frame after each change of `key`. */
export function useCanvas(
  height: number,
  draw: (context: CanvasRenderingContext2D, width: number) => void,
  key: readonly unknown[],
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = canvas.current?.parentElement;
    if (!box) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)));
    observer.observe(box);
    setWidth(Math.floor(box.clientWidth));
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = canvas.current;
    if (!element || width === 0) return;
    const frame = requestAnimationFrame(() => {
      const density = Math.min(2, devicePixelRatio || 1);
      // A canvas that is set anew is emptied, so only where its size changes.
      if (element.width !== width * density) element.width = width * density;
      if (element.height !== height * density) element.height = height * density;
      const context = element.getContext('2d');
      if (!context) return;
      context.setTransform(density, 0, 0, density, 0, 0);
      draw(context, width);
    });
    return () => cancelAnimationFrame(frame);
  }, [width, height, ...key]);
  return { canvas, width };
}
