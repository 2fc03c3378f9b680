import { render } from 'preact';
import { webEngine } from '../engine';
import { Page } from './page';
import { answerWith } from './state/answers';
import './styles/index.css';

const root = document.getElementById('page');
if (root) {
  root.replaceChildren();
  render(<Page />, root);
}
answerWith(webEngine({ workers: 2 }));
