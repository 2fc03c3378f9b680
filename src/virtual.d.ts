/// <reference types="vite/client" />

declare module 'virtual:catalog' {
  /** Raw YAML of the catalog and the ready studies by path within the repository, such as "scenarios/chips/h100.yaml". */
  const catalog: { readonly files: Readonly<Record<string, string>> };
  export default catalog;
}

declare module 'virtual:measured' {
  /** scenarios/measured/points.json as it stands there; without the file, no points. */
  const measured: { readonly points: readonly unknown[] } & Readonly<Record<string, unknown>>;
  export default measured;
}

declare module 'virtual:kept-aside' {
  /** scenarios/measured/kept-aside.json as it stands there; without the file, no points. */
  const keptAside: { readonly points: readonly unknown[] } & Readonly<Record<string, unknown>>;
  export default keptAside;
}

declare module 'virtual:studies' {
  /** The ready studies: id, text of the file, and what it means as plain data of the scenario schema. */
  const studies: readonly { id: string; text: string; value: Record<string, unknown> }[];
  export default studies;
}

declare module 'virtual:kernels' {
  /** The files of scenarios/measured/kernels, without their profiles. */
  const files: readonly unknown[];
  export default files;
}

declare module 'comlink/dist/esm/node-adapter.mjs' {
  /** comlink ships this file without types that a bundler's resolution finds. */
  export default function nodeEndpoint(
    port: import('node:worker_threads').Worker | import('node:worker_threads').MessagePort,
  ): import('comlink').Endpoint;
}
