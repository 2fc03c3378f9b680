import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in package.json, which lies two folders above the built program. */
export function version(): string {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'package.json');
  const { version: text }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return text;
}
