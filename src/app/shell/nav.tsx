import { useState } from 'preact/hooks';
import { settledLink } from '../state/settled-link';
import { showView, viewId } from '../state/store';
import { VIEWS, type View } from '../views';
import { words } from '../words';
import { loadView } from './view-host';

/** The views as links, each with the present scenario; a row on wide screens, a menu on narrow ones. */
export function Nav() {
  const [open, setOpen] = useState(false);
  const { shell, views } = words;
  const now = VIEWS.find((view) => view.id === viewId.value);
  return (
    <nav class="views" aria-label={shell.nav} data-open={open ? '' : undefined}>
      <button
        type="button"
        class="views-switch"
        aria-expanded={open}
        aria-controls="views-list"
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">☰</span> {now ? views[now.id].short : shell.menu}
      </button>
      <ul id="views-list">
        {VIEWS.map((view, index) => (
          <li key={view.id} data-first={index > 0 && VIEWS[index - 1].group !== view.group ? '' : undefined}>
            <Link view={view} current={view === now} onGo={() => setOpen(false)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Link({ view, current, onGo }: { view: View; current: boolean; onGo: () => void }) {
  return (
    <a
      href={settledLink({ view: view.id })}
      data-view={view.id}
      aria-current={current ? 'page' : undefined}
      title={words.views[view.id].title}
      onPointerEnter={() => void loadView(view)}
      onFocus={() => void loadView(view)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        showView(view.id);
        onGo();
      }}
    >
      {words.views[view.id].short}
    </a>
  );
}
