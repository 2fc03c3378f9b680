// Vite plugin: a service worker that keeps all files of the built page, so that it opens without a network.
import { createHash } from 'node:crypto';

/** What the worker does, as a function so that it is checked and formatted like any code. @param {string} cache @param {string[]} files */
function worker(cache, files) {
  const scope = /** @type {any} */ (self);
  scope.addEventListener('install', (/** @type {any} */ event) => {
    const fill = async () => {
      const store = await caches.open(cache);
      await store.addAll(files);
      await scope.skipWaiting();
    };
    event.waitUntil(fill());
  });
  scope.addEventListener('activate', (/** @type {any} */ event) => {
    const tidy = async () => {
      // The version before stays: a page of it that is still open may yet ask for a part.
      const ours = (await caches.keys()).filter((key) => key.startsWith('moe-capacity-') && key !== cache);
      await Promise.all(ours.slice(0, -1).map((key) => caches.delete(key)));
      await scope.clients.claim();
    };
    event.waitUntil(tidy());
  });
  scope.addEventListener('fetch', (/** @type {any} */ event) => {
    const { request } = event;
    if (request.method !== 'GET' || new URL(request.url).origin !== scope.location.origin) return;
    const page = request.mode === 'navigate';
    // A server may vary its answer by origin, which is always ours. Names of files hold their content's hash; the page itself is fetched anew while there is a network.
    const answer = async () => {
      if (page) return fetch(request).catch(() => caches.match('./index.html'));
      return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
    };
    event.respondWith(answer());
  });
}

/** @returns {import('vite').Plugin} */
export function offline() {
  return {
    name: 'moe-capacity:offline',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'offline', content: './sw.js' }, injectTo: 'head' },
    ],
    generateBundle(_, bundle) {
      const names = Object.keys(bundle).filter((name) => !name.endsWith('.map'));
      const files = [
        './index.html',
        ...names.filter((name) => name !== 'index.html').map((name) => `./${name}`),
      ];
      const hash = createHash('sha256')
        .update(files.join('\n'))
        .update(JSON.stringify(bundle['index.html'] ?? ''))
        .digest('hex');
      const source = `(${worker.toString()})(${JSON.stringify(`moe-capacity-${hash.slice(0, 16)}`)}, ${JSON.stringify(files)});\n`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
