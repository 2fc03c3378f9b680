import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words';
import { inField } from './keys';

/** The list of keys, on `?` or by its button; a dialog of the browser's own keeps the focus and closes on Escape. */
export function Shortcuts() {
  const dialog = useRef<HTMLDialogElement>(null);
  const { shortcuts: text } = words.shell;
  const show = () => {
    if (!dialog.current?.open) dialog.current?.showModal();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || inField(event.target))
        return;
      event.preventDefault();
      show();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" class="link" aria-haspopup="dialog" onClick={show}>
        {text.open}
      </button>
      <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts-heading">
        <h2 id="shortcuts-heading">{text.heading}</h2>
        {text.groups.map(({ where, keys }) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {keys.map(([pressed, what]) => (
                <div key={what}>
                  <dt>
                    <kbd>{pressed}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <form method="dialog">
          <button type="submit">{text.close}</button>
        </form>
      </dialog>
    </>
  );
}
