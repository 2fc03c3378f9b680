/**
 * Puts the item at `from` in its place in a heap of `size` items, all below it in order: none is ahead of the one above
 * it. The foremost comes to stand first.
 */
export function sink<T>(heap: T[], from: number, size: number, ahead: (a: T, b: T) => boolean): void {
  const item = heap[from];
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && ahead(heap[child + 1], heap[child])) child++;
    if (!ahead(heap[child], item)) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = item;
}

/** Orders all items as a heap. */
export function heapify<T>(heap: T[], ahead: (a: T, b: T) => boolean): void {
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at, heap.length, ahead);
}
