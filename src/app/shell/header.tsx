import { useEffect } from 'preact/hooks';
import { CopyButton } from '../report/copy-button';
import { language, switchLanguage } from '../state/language';
import { putBack, takeBack } from '../state/steps';
import { currentLink } from '../state/store';
import { switchTheme, theme } from '../state/theme';
import { canRedo, canUndo } from '../state/undo';
import { words } from '../words';
import { Find } from './find';
import { Icon } from './icon';
import { inField, isCommand } from './keys';

export function Header() {
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
        <Find />
        <UndoButtons />
        <CopyButton label={page.copyLink} text={currentLink} icon={<Icon name="link" />} />
        <button type="button" lang={language.value === 'en' ? 'zh' : 'en'} onClick={switchLanguage}>
          {words.shell.language}
        </button>
        <button type="button" onClick={switchTheme}>
          <Icon name={theme.value === 'dark' ? 'light' : 'dark'} />
          <span class="icon-words">{theme.value === 'dark' ? page.toLight : page.toDark}</span>
        </button>
      </div>
    </header>
  );
}

/** A button, since the address holds the state and a link would change it. */
function skip(): void {
  const target = document.getElementById('answer') ?? document.querySelector('main');
  target?.setAttribute('tabindex', '-1');
  target?.focus();
}

function UndoButtons() {
  const { shell } = words;
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label={shell.undo}
        title={shell.undoKeys}
        disabled={!canUndo.value}
        onClick={takeBack}
      >
        ↶
      </button>
      <button
        type="button"
        aria-label={shell.redo}
        title={shell.redoKeys}
        disabled={!canRedo.value}
        onClick={putBack}
      >
        ↷
      </button>
    </>
  );
}

/** In a text field the keys are the browser's own undo, whose result comes as any other typed text. */
function onKey(event: KeyboardEvent): void {
  if (!isCommand(event, 'z', 'y') || inField(event.target)) return;
  event.preventDefault();
  if (event.key.toLowerCase() === 'y' || event.shiftKey) putBack();
  else takeBack();
}
