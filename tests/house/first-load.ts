import { posix } from 'node:path';
import { parseSync } from 'vite';

/** index.html, what it names, and what that imports at once; late imports and workers aside. */
export function firstLoad(read: (file: string) => string): string[] {
  const html = read('index.html');
  const files = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g)];
  return [
    'index.html',
    ...withImports(
      files.map(([, file]) => posix.normalize(file)),
      read,
    ),
  ];
}

/** Files and all that they import at once, each once. */
export function withImports(files: readonly string[], read: (file: string) => string): string[] {
  const found = new Set(files);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const { staticImports, staticExports } = parseSync(file, read(file)).module;
    const reExports = staticExports.flatMap(({ entries }) => entries);
    for (const { moduleRequest } of [...staticImports, ...reExports]) {
      if (moduleRequest) found.add(posix.join(posix.dirname(file), moduleRequest.value));
    }
  }
  return [...found];
}
