import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, 'src/apps/web');
const pages = ['index.html', 'viewer.html'].map((page) => resolve(root, page)).filter((page) => existsSync(page));

/** Integrity hashes on every script and style element of the built pages (security design, section 11). */
function integrity(): Plugin {
  return {
    name: 'integrity',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        html.replaceAll(/<(script|link)([^>]*?)(src|href)="\/([^"]+)"([^>]*)>/g, (whole: string, tag: string, before: string, name: string, file: string, after: string) => {
          const built = bundle?.[file];
          const source = built?.type === 'chunk' ? built.code : built?.source;
          if (source === undefined || !/\.(js|css)$/.test(file)) return whole;
          const hash = createHash('sha384').update(source).digest('base64');
          return `<${tag}${before}${name}="/${file}"${after} integrity="sha384-${hash}">`;
        }),
    },
  };
}

export default defineConfig({
  root,
  publicDir: resolve(root, 'public'),
  plugins: [react(), integrity()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: ['chrome133', 'firefox135', 'safari18'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: { input: pages },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/demo': 'http://127.0.0.1:8080' } },
});
