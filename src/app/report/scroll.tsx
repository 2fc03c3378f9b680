import type { ComponentChildren } from 'preact';

/** A box that scrolls sideways has to be reachable by keyboard, although it is no control. */
const reachable = { tabIndex: 0 };

/** A named box for what may be wider than the screen; `tall`: and longer, with its heads in view. */
export function Scroll(props: { label: string; tall?: boolean; children: ComponentChildren }) {
  const { label, tall, children } = props;
  return (
    <section class="scroll" data-tall={tall} aria-label={label} {...reachable}>
      {children}
    </section>
  );
}
