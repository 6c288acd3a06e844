import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The worker that answers for a module without a connection: one classic script, in the folder it may answer for. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/apps/web'),
  publicDir: false,
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web/learn'),
    // Pages of courses lie there too; the first build has emptied it.
    emptyOutDir: false,
    target: ['chrome133', 'firefox135', 'safari18'],
    modulePreload: false,
    sourcemap: false,
    rolldownOptions: {
      input: resolve(import.meta.dirname, 'src/modules/learning/web/offline/offline-worker.ts'),
      output: { format: 'iife', codeSplitting: false, entryFileNames: 'offline.js' },
    },
  },
});
