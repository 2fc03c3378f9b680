import { render } from 'preact';
import { Page } from './page';
import { loadView } from './shell/view-host';
import { keepAnswering } from './state/answers';
import { viewId } from './state/store';
import { viewOf } from './views';
import './styles/index.css';

const first = viewOf(viewId.peek());
if (first) void loadView(first);
const root = document.getElementById('page');
if (root) {
  root.replaceChildren();
  render(<Page />, root);
}
keepAnswering();
