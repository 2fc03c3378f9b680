import { version } from '../../package.json';
import { Sheet } from './controls/sheet';
import { EditorPanel } from './editor/panel';
import { editorOpen } from './editor/panel-state';
import { Header } from './shell/header';
import { Nav } from './shell/nav';
import { keptOffline } from './shell/offline';
import { Shortcuts } from './shell/shortcuts';
import { ViewHost } from './shell/view-host';
import { embedded, onlyFigure } from './state/embed';
import { language } from './state/language';
import { settledLink } from './state/settled-link';
import { viewId } from './state/store';
import { viewOf } from './views';
import { words } from './words';

export function Page() {
  if (embedded) return <Embedded />;
  const form = viewOf(viewId.value)?.form ?? false;
  return (
    <>
      <Header />
      <Nav />
      <div
        class="layout"
        data-form={form ? '' : undefined}
        data-yaml={form && editorOpen.value ? '' : undefined}
      >
        {form && <Sheet />}
        {form && <EditorPanel />}
        <main>
          <ViewHost key={language.value} id={viewId.value} />
        </main>
      </div>
      <footer>
        {words.page.footer(version)} {keptOffline.value && words.shell.offline} <Shortcuts />
      </footer>
    </>
  );
}

/** The answer and the figures alone, with the way to the whole page. */
function Embedded() {
  return (
    <>
      <main class="embedded" data-only={onlyFigure ? '' : undefined}>
        <ViewHost key={language.value} id={viewId.value} />
      </main>
      <footer class="embedded-foot">
        <a href={settledLink()} target="_blank" rel="noopener">
          {words.page.openWhole(version)}
        </a>
      </footer>
    </>
  );
}
