import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { allowed, forbidden, impureGlobals, outside, pure, sideDoors } from './import-rules';

/** Source text by path within src/, with forward slashes. */
export type Sources = Readonly<Record<string, string>>;

type Node = { type: string; [field: string]: unknown };

export function readSources(src: string, extension = /\.tsx?$/): Sources {
  if (!existsSync(src)) return {};
  return Object.fromEntries(
    readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extension.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(src, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** Breaches of the rules, one line each, "file → import: why"; sorted, without doubles. */
export function breaches(sources: Sources): string[] {
  const found = new Set<string>();
  for (const [file, text] of Object.entries(sources)) {
    const { specifiers, globals } = read(file, text);
    for (const specifier of specifiers) {
      const why = specifier.startsWith('.')
        ? wrongRoom(file, specifier, sources)
        : wrongPackage(file, specifier);
      if (why) found.add(`${file} → ${specifier}: ${why}`);
    }
    if (pure.includes(roomOf(file))) {
      for (const name of globals) found.add(`${file} → ${name}: ${roomOf(file)} is pure`);
    }
  }
  return [...found].sort();
}

const roomOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '.');

function wrongRoom(file: string, specifier: string, sources: Sources): string | undefined {
  const from = roomOf(file);
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  if (target.startsWith('..')) return outside[from]?.includes(target) ? undefined : 'leaves src';
  const to = target in allowed ? target : roomOf(target);
  if (!(from in allowed)) return `${from} is not a known room`;
  if (!(to in allowed)) return `${to} is not a known room`;
  if (to === from) return undefined;
  if (!allowed[from].includes(to)) return `${from} may not import ${to}`;
  const isFront = target === to || target === `${to}/index`;
  if (!isFront && !sideDoors[target]?.includes(from)) return `past the front door of ${to}`;
  const exists = [`${target}.ts`, `${target}/index.ts`].some((path) => path in sources);
  return exists ? undefined : 'no such file';
}

function wrongPackage(file: string, specifier: string): string | undefined {
  const room = roomOf(file);
  const ofNode = builtinModules.includes(specifier.split('/')[0]);
  const name = ofNode ? `node:${specifier}` : specifier;
  const isForbidden = forbidden[room]?.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
  return isForbidden ? `${room} may not import it` : undefined;
}

/** All that a file imports, types too, and the impure globals it names. */
function read(file: string, text: string): { specifiers: string[]; globals: string[] } {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const specifiers: string[] = [];
  const globals: string[] = [];
  const note = (node: unknown) => {
    const value = (node as { value?: unknown } | null)?.value;
    if (typeof value === 'string') specifiers.push(value);
  };
  walk(program as unknown as Node, (node, parent, field) => {
    if (/^(Import|ExportNamed|ExportAll)Declaration$|^(ImportExpression|TSImportType)$/.test(node.type)) {
      note(node.source);
    } else if (node.type === 'NewExpression' && (node.callee as { name?: string }).name === 'URL') {
      const [address, base] = node.arguments as Node[];
      if (base?.type === 'MemberExpression' && (base.object as Node).type === 'MetaProperty') note(address);
    } else if (node.type === 'Identifier' && !isOnlyAName(parent, field)) {
      const name = node.name as string;
      const property = parent.type === 'MemberExpression' ? (parent.property as { name?: string }).name : '';
      if (impureGlobals.includes(name)) globals.push(name);
      else if (impureGlobals.includes(`${name}.${property}`)) globals.push(`${name}.${property}`);
    }
  });
  return { specifiers, globals };
}

/** Whether an identifier there is the name of a property or member rather than of a value in scope. */
function isOnlyAName(parent: Node, field: string): boolean {
  if (parent.computed) return false;
  if (parent.type === 'MemberExpression') return field === 'property';
  return (
    field === 'key' &&
    /Property|Method/.test(parent.type) &&
    !(parent.type === 'Property' && parent.shorthand)
  );
}

export function walk(node: Node, visit: (node: Node, parent: Node, field: string) => void): void {
  for (const [field, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type !== 'string') continue;
      visit(child, node, field);
      walk(child, visit);
    }
  }
}
