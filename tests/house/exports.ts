import { posix } from 'node:path';
import { parseSync } from 'vite';
import { type Sources, walk } from './import-graph';

type Node = { type: string; [field: string]: unknown };

/** A name in a file; '*' is all of them. */
interface Use {
  file: string;
  name: string;
}

/**
 * Exported names that no other file asks for, as "file: name". `entries` are the files whose exports leave the house.
 * A re-export hands on: what it names is used where the re-export is, so a name no one takes from a front door counts.
 */
export function unusedExports(sources: Sources, entries: readonly string[]): string[] {
  const exported: Use[] = [];
  const used = new Set<string>();
  const handedOn = new Map<string, Use[]>();
  const key = ({ file, name }: Use) => `${file}: ${name}`;
  for (const [file, text] of Object.entries(sources)) {
    const { program, module, errors } = parseSync(file, text);
    if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
    const use = (specifier: string, name: string) => {
      const target = resolve(file, specifier, sources);
      if (target) used.add(key({ file: target, name }));
    };
    const spaces = new Map<string, string>();
    for (const { moduleRequest, entries: names } of module.staticImports) {
      for (const { importName, localName } of names) {
        if (importName.kind === 'NamespaceObject') spaces.set(localName.value, moduleRequest.value);
        else use(moduleRequest.value, importName.kind === 'Default' ? 'default' : (importName.name ?? ''));
      }
    }
    for (const { entries: names } of module.staticExports) {
      for (const { exportName, importName, moduleRequest } of names) {
        const name = exportName.kind === 'Default' ? 'default' : (exportName.name ?? '*');
        if (name !== '*') exported.push({ file, name });
        const target = moduleRequest && resolve(file, moduleRequest.value, sources);
        if (!target) continue;
        const from = key({ file, name });
        const on = { file: target, name: importName.kind === 'Name' ? (importName.name ?? '*') : '*' };
        handedOn.set(from, [...(handedOn.get(from) ?? []), on]);
      }
    }
    walk({ type: 'root', program } as unknown as Node, (node) => {
      if (node.type === 'ImportExpression' || node.type === 'TSImportType') {
        const { value } = node.source as { value?: unknown };
        if (typeof value === 'string') use(value, '*');
      }
      const [space, member] =
        node.type === 'MemberExpression'
          ? [node.object as Node, node.property as Node]
          : node.type === 'TSQualifiedName'
            ? [node.left as Node, node.right as Node]
            : [];
      const specifier = space && spaces.get(String(space.name));
      if (specifier && member) use(specifier, String(member.name));
    });
  }
  for (const file of entries) used.add(key({ file, name: '*' }));
  spread(used, exported, handedOn);
  return exported
    .map(key)
    .filter((name) => !used.has(name))
    .sort();
}

/** Follows re-exports from all that is used until nothing new is. */
function spread(used: Set<string>, exported: readonly Use[], handedOn: ReadonlyMap<string, Use[]>): void {
  const queue = [...used];
  const add = (name: string) => {
    if (used.has(name)) return;
    used.add(name);
    queue.push(name);
  };
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const at = name.lastIndexOf(': ');
    const [file, own] = [name.slice(0, at), name.slice(at + 2)];
    for (const on of handedOn.get(name) ?? []) add(`${on.file}: ${on.name}`);
    if (own === '*') {
      for (const one of exported) if (one.file === file) add(`${file}: ${one.name}`);
    } else if (!exported.some((one) => one.file === file && one.name === own)) {
      for (const on of handedOn.get(`${file}: *`) ?? []) add(`${on.file}: ${own}`);
    }
  }
}

function resolve(file: string, specifier: string, sources: Sources): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
  const found = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((path) =>
    Object.hasOwn(sources, path),
  );
  return found ?? null;
}
