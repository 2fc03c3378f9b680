import { words } from '../../words';

type Named = keyof typeof words.figures.varied.inputs;

/** What an input is called in a title and on an axis; inputs of a file that the page does not offer keep their key. */
export function variedNames(key: string): { what: string; axis: string } {
  const known = words.figures.varied.inputs;
  const plain = key.replaceAll('_', ' ');
  return key in known ? known[key as Named] : { what: plain, axis: plain };
}
