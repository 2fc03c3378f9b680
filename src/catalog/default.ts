import files from 'virtual:catalog';
import { createStore, type Store } from './store';

let store: Store | null = null;

/** The catalog that the program was built with. */
export function catalog(): Store {
  store ??= createStore(files.files);
  return store;
}
