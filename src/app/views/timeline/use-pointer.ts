import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { moved, type Span, zoomed } from './scale';

/** What pointers need to know of the picture now, and what they change. */
interface Pointed {
  span: Span;
  whole: number;
  timeAt(x: number): number;
  setSpan(span: Span): void;
  /** A pointer is over the picture, or gone (null). */
  hover(at: { x: number; y: number } | null): void;
}

const WHEEL_ZOOM = 0.0025;

/** Drag to move, Ctrl and wheel or two fingers to zoom, double click to zoom in; a plain wheel scrolls the page. */
export function usePointer(canvas: RefObject<HTMLCanvasElement | null>, pointed: Pointed): void {
  const now = useRef(pointed);
  now.current = pointed;
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const held = new Map<number, number>();
    const xOf = (event: MouseEvent) => event.clientX - element.getBoundingClientRect().left;
    const yOf = (event: MouseEvent) => event.clientY - element.getBoundingClientRect().top;
    const zoom = (factor: number, x: number) => {
      const { span, whole, timeAt, setSpan } = now.current;
      setSpan(zoomed(span, factor, timeAt(x), whole));
    };
    const down = (event: PointerEvent) => {
      held.set(event.pointerId, xOf(event));
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      const x = xOf(event);
      const before = held.get(event.pointerId);
      now.current.hover({ x, y: yOf(event) });
      if (before === undefined) return;
      const others = [...held].filter(([id]) => id !== event.pointerId);
      if (others.length === 0) {
        const { span, whole, setSpan } = now.current;
        setSpan(moved(span, (before - x) / element.clientWidth, whole));
      } else {
        const [[, other]] = others;
        const factor = Math.abs(x - other) / Math.max(1, Math.abs(before - other));
        if (factor > 0.2 && factor < 5) zoom(factor, (x + other) / 2);
      }
      held.set(event.pointerId, x);
    };
    const up = (event: PointerEvent) => void held.delete(event.pointerId);
    const leave = () => now.current.hover(null);
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * WHEEL_ZOOM), xOf(event));
    };
    const twice = (event: MouseEvent) => zoom(2, xOf(event));
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('dblclick', twice);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('dblclick', twice);
    };
  }, [canvas]);
}
