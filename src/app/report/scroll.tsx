import type { ComponentChildren } from 'preact';

/** A box that scrolls sideways has to be reachable by keyboard, although it is no control. */
const reachable = { tabIndex: 0 };

/** A named box for what may be wider than the screen. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="scroll" aria-label={label} {...reachable}>
      {children}
    </section>
  );
}
