import { parseSync } from 'vite';
import { type Sources, walk } from './import-graph';

const suppression = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/;

/** What may only fall, counted over the sources. */
export function count(sources: Sources) {
  const counts = { any: 0, suppressions: 0 };
  for (const [file, text] of Object.entries(sources)) {
    const { program, comments } = parseSync(file, text);
    walk({ type: 'root', program }, (node) => {
      if (node.type === 'TSAnyKeyword') counts.any++;
    });
    counts.suppressions += comments.filter((comment) => suppression.test(comment.value)).length;
  }
  return counts;
}

/** Files longer than a limit in bytes: they do more than one job. */
export function longerThan(bytes: number, sources: Sources): string[] {
  return Object.keys(sources).filter((file) => new TextEncoder().encode(sources[file]).length > bytes);
}

interface Lock {
  packages: Record<string, { version?: string; resolved?: string }>;
}

/** Entries of a lock file that `npm ci` can't install elsewhere: without a version, or bound to one download host. */
export function badLockEntries(lock: Lock): string[] {
  return Object.entries(lock.packages)
    .filter(([, entry]) => !entry.version || entry.resolved?.startsWith('http'))
    .map(([path]) => path);
}
