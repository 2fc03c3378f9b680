import { words } from '../words';

const QUIET_MS = 1000;

/** One line on a terminal's stderr, once work takes longer than a second; `clear` takes it away. */
export function progressLine(kind: string, stream: NodeJS.WriteStream = process.stderr) {
  const began = performance.now();
  let shown = false;
  let state = { done: 0, total: 0 };
  const draw = () => {
    const elapsed = performance.now() - began;
    if (elapsed < QUIET_MS || state.total === 0) return;
    shown = true;
    const text = words().cli.progress(kind, state.done, state.total, (elapsed / 1000).toFixed(0));
    stream.write(`\r\u001b[K${text}`);
  };
  const timer = stream.isTTY ? setInterval(draw, 200) : undefined;
  return {
    update(done: number, total: number) {
      state = { done, total };
      if (stream.isTTY) draw();
    },
    clear() {
      clearInterval(timer);
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
