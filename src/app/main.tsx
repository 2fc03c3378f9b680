import { render } from 'preact';
import { acceptDrops } from './editor/drop';
import { Page } from './page';
import { keepOffline } from './shell/offline';
import { loadView } from './shell/view-host';
import { keepAnswering } from './state/answers';
import { followLanguage } from './state/language';
import { viewId } from './state/store';
import { viewOf } from './views';
import './styles/index.css';

const first = viewOf(viewId.peek());
if (first) void loadView(first);
followLanguage();
// Before anything is drawn: a worker takes a while to start.
keepAnswering();
const root = document.getElementById('page');
if (root) {
  root.replaceChildren();
  render(<Page />, root);
}
acceptDrops();
keepOffline();
