import { version } from '../../package.json';
import { Answer } from './answer/answer';
import { Sheet } from './controls/sheet';
import { Figures } from './figures/figures';
import { CopyButton } from './report/copy-button';
import { Notes } from './report/notes';
import { ComparisonTable } from './report/table';
import { currentLink } from './state/store';
import { switchTheme, theme } from './state/theme';
import { words } from './words';

export function Page() {
  return (
    <>
      <Header />
      <div class="layout">
        <Sheet />
        <main>
          <Answer />
          <Figures />
          <ComparisonTable />
          <Notes />
        </main>
      </div>
      <footer>{words.page.footer(version)}</footer>
    </>
  );
}

function Header() {
  const { page } = words;
  return (
    <header class="top">
      <button type="button" class="skip" onClick={skip}>
        {page.skip}
      </button>
      <p class="brand">
        <strong>{page.title}</strong> <span>{page.tagline}</span>
      </p>
      <div class="top-tools">
        <CopyButton label={page.copyLink} text={currentLink} />
        <button type="button" onClick={switchTheme}>
          {theme.value === 'dark' ? page.toLight : page.toDark}
        </button>
      </div>
    </header>
  );
}

/** A button, since the address holds the state and a link would change it. */
function skip(): void {
  const answer = document.getElementById('answer');
  answer?.setAttribute('tabindex', '-1');
  answer?.focus();
}
