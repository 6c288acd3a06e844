import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const built = resolve(import.meta.dirname, 'dist/web/packaged');

/** Names the files of the player, for whoever puts them into a package. */
function fileList(): Plugin {
  return {
    name: 'file-list',
    apply: 'build',
    closeBundle: () => {
      const files = readdirSync(built).filter((file) => file !== 'files.json');
      writeFileSync(resolve(built, 'files.json'), JSON.stringify(files.toSorted()));
    },
  };
}

/** What draws certificates is never part of a package; its letters and templates would be put beside the player, used or not. */
function withoutDocuments(): Plugin {
  return {
    name: 'without-documents',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) =>
      /^(#kernel\/documents\/web|pdfkit(\/output)?|fontkit)$/.test(id) ? { id, external: true } : null,
  };
}

/** The player for packages: one classic script that opens from disk, with its sheet and fonts beside it. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/apps/web/packaged'),
  base: './',
  publicDir: false,
  plugins: [react(), withoutDocuments(), fileList()],
  build: {
    outDir: built,
    emptyOutDir: true,
    // Learning systems are opened with older browsers than the workspace.
    target: ['chrome109', 'firefox115', 'safari16'],
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    sourcemap: false,
    rolldownOptions: {
      // One script has no address of its own to fetch others from.
      transform: { define: { 'import.meta': '{}' } },
      input: resolve(import.meta.dirname, 'src/apps/web/packaged/main.tsx'),
      output: {
        format: 'iife',
        codeSplitting: false,
        entryFileNames: 'player.js',
        assetFileNames: ({ names }) => (names.some((name) => name.endsWith('.css')) ? 'player.css' : '[name][extname]'),
      },
    },
    chunkSizeWarningLimit: 1_500,
  },
});
