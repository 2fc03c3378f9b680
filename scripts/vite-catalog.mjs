// Vite plugin: the catalog and the measured points as modules, so that no program of ours reads files to know them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { at } from './project.mjs';

/** Folders of scenarios/ whose YAML files are the catalog; '' is scenarios/ itself, the ready studies. */
const folders = ['', 'chips', 'partial-chips', 'systems', 'models', 'stacks', 'rules', 'prices', 'claims'];
const measured = 'scenarios/measured/points.json';
const keptAside = 'scenarios/measured/kept-aside.json';
/** Own measurements of kernels and layers, one file a chip. */
const kernels = 'scenarios/measured/kernels';

/** Raw YAML by path within the repository, in a fixed order. @returns {Record<string, string>} */
export function catalogFiles() {
  /** @type {Record<string, string>} */
  const files = {};
  for (const folder of folders) {
    const path = ['scenarios', folder].filter(Boolean).join('/');
    if (!existsSync(at(path))) continue;
    for (const name of readdirSync(at(path)).sort()) {
      if (name.endsWith('.yaml')) files[`${path}/${name}`] = readFileSync(at(path, name), 'utf8');
    }
  }
  return files;
}

const studyPaths = () => Object.keys(catalogFiles()).filter((path) => /^scenarios\/[^/]+$/.test(path));

/** The ready studies as plain data, so that a page shows them before anything is computed. */
function studies() {
  return studyPaths().map((path) => {
    const text = readFileSync(at(path), 'utf8');
    return { id: path.slice('scenarios/'.length, -'.yaml'.length), text, value: parse(text) };
  });
}

/** A file of measured points; without the file, no points. @param {string} path */
const pointsJson = (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : '{"points":[]}');

const kernelPaths = () =>
  existsSync(at(kernels))
    ? readdirSync(at(kernels))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => `${kernels}/${name}`)
    : [];

/** The measurements without the profiles, which only people read. */
function kernelsJson() {
  const files = kernelPaths().map((path) => JSON.parse(readFileSync(at(path), 'utf8')));
  return JSON.stringify(files, (key, value) =>
    key === 'top_kernels' || key === 'skipped' ? undefined : value,
  );
}

/** JSON as a module: engines read a JSON.parse of a literal faster than the same object as code. @param {string} json */
const moduleOf = (json) => `export default JSON.parse(${JSON.stringify(json)});`;

/** @param {string} path */
const pointsModule = (path) => ({
  watch: () => (existsSync(at(path)) ? [path] : []),
  code: () => moduleOf(JSON.stringify(JSON.parse(pointsJson(path)))),
});

/** @type {Record<string, {watch: () => string[], code: () => string}>} */
const modules = {
  'virtual:catalog': {
    watch: () => Object.keys(catalogFiles()),
    code: () => moduleOf(JSON.stringify({ files: catalogFiles() })),
  },
  'virtual:studies': {
    watch: studyPaths,
    code: () => moduleOf(JSON.stringify(studies())),
  },
  'virtual:measured': pointsModule(measured),
  'virtual:kept-aside': pointsModule(keptAside),
  'virtual:kernels': { watch: kernelPaths, code: () => moduleOf(kernelsJson()) },
};

/** @returns {import('vite').Plugin} */
export function catalog() {
  return {
    name: 'moe-capacity:catalog',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load(id) {
      const module = modules[id.slice(1)];
      if (!id.startsWith('\0') || !module) return undefined;
      for (const file of module.watch()) this.addWatchFile(at(file));
      return { code: module.code(), moduleType: 'js' };
    },
    configureServer(server) {
      const scenarios = at('scenarios');
      server.watcher.add(scenarios);
      server.watcher.on('all', (_, path) => {
        if (!path.startsWith(join(scenarios, sep))) return;
        for (const environment of Object.values(server.environments)) {
          for (const id of Object.keys(modules)) {
            const node = environment.moduleGraph.getModuleById(`\0${id}`);
            if (node) environment.moduleGraph.invalidateModule(node);
          }
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
