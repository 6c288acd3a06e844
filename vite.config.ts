import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { buildCourses } from './src/apps/cli/courses/build-courses.ts';
import { buildWorkshops } from './src/apps/cli/workshops/build-workshops.ts';
import { drawFirstViews } from './scripts/draw-first-views.ts';
import { listOffline, playerFiles, type BuiltPart } from './src/apps/cli/courses/list-offline.ts';

const root = resolve(import.meta.dirname, 'src/apps/web');
const pages = ['index.html', 'learn.html', 'viewer.html']
  .map((page) => resolve(root, page))
  .filter((page) => existsSync(page));

/** Integrity hashes on every script and style element of the built pages (security design, section 11). */
function integrity(): Plugin {
  let built = '';
  return {
    name: 'integrity',
    apply: 'build',
    // Where this build goes, which a command may say: a build elsewhere must not touch the one that is served.
    configResolved: (config) => void (built = resolve(config.root, config.build.outDir)),
    // Only files on disk are final: the bundler still writes into chunks after pages are made.
    closeBundle: () => {
      for (const page of readdirSync(built).filter((file) => file.endsWith('.html'))) {
        const html = readFileSync(resolve(built, page), 'utf8');
        writeFileSync(
          resolve(built, page),
          html.replaceAll(
            /<(script|link)\b[^>]*?\b(?:src|href)="\/([^"]+\.(?:js|css))"[^>]*/g,
            (element: string, _tag: string, file: string) => withHash(built, element, file),
          ),
        );
      }
    },
  };
}

function withHash(built: string, element: string, file: string): string {
  const hash = createHash('sha384')
    .update(readFileSync(resolve(built, file)))
    .digest('base64');
  return `${element} integrity="sha384-${hash}"`;
}

/** Picture decoders that the PDF viewer asks for by name, beside the viewer's own files. */
function viewerCodecs(): Plugin {
  const folder = resolve(import.meta.dirname, 'node_modules/pdfjs-dist/wasm');
  return {
    name: 'viewer-codecs',
    apply: 'build',
    generateBundle() {
      for (const file of readdirSync(folder).filter((name) => name.endsWith('_nowasm_fallback.js'))) {
        this.emitFile({
          type: 'asset',
          fileName: `assets/viewer/codecs/${file}`,
          source: readFileSync(resolve(folder, file)),
        });
      }
    },
  };
}

/** Courses as the player fetches them, and packs as the server reads them: their files are the truth, and what is not clean stops the build. */
function courses(): Plugin {
  return {
    name: 'courses',
    apply: 'build',
    async generateBundle() {
      const files = await buildCourses(resolve(import.meta.dirname, 'content/courses'));
      const guides = buildWorkshops(resolve(import.meta.dirname, 'content/workshops'));
      for (const file of [...files, ...guides]) this.emitFile({ type: 'asset', ...file });
    },
  };
}

/** What a module needs without a connection; after the pages have their hashes, since they are among it. */
function offlineLists(): Plugin {
  let player: readonly string[] = [];
  let built = '';
  return {
    name: 'offline-lists',
    apply: 'build',
    configResolved: (config) => void (built = resolve(config.root, config.build.outDir)),
    generateBundle(_options, bundle) {
      const parts = new Map<string, BuiltPart>();
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        const { imports, dynamicImports: later, facadeModuleId: source, viteMetadata } = part;
        const assets = [...(viteMetadata?.importedCss ?? []), ...(viteMetadata?.importedAssets ?? [])];
        parts.set(part.fileName, { imports, later, source, assets });
      }
      const entry = [...parts].find(([, { source }]) => source?.endsWith('learn.html'))?.[0];
      if (entry === undefined) throw new Error('the player has no entry');
      player = playerFiles(parts, entry);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        for (const [file, list] of await listOffline(built, player))
          writeFileSync(resolve(built, file), JSON.stringify(list));
      },
    },
  };
}

/** Pages of courses with the beginning of the first scene in them; after the page of the player has its hashes. */
function firstViews(): Plugin {
  let built = '';
  return {
    name: 'first-views',
    apply: 'build',
    configResolved: (config) => void (built = resolve(config.root, config.build.outDir)),
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        mkdirSync(resolve(built, 'learn'), { recursive: true });
        for (const [file, page] of await drawFirstViews(root, built)) writeFileSync(resolve(built, file), page);
      },
    },
  };
}

export default defineConfig({
  root,
  publicDir: resolve(root, 'public'),
  plugins: [react(), viewerCodecs(), courses(), integrity(), offlineLists(), firstViews()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: ['chrome133', 'firefox135', 'safari18'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      input: pages,
      output: {
        // Names of chunks stand in each other, and a hash does not shrink: seven signs tell builds of one file apart well enough.
        // Only what the viewer's frame without an origin loads may be fetched from elsewhere, so it has a folder of its own.
        entryFileNames: ({ name }) =>
          name === 'viewer' ? 'assets/viewer/[name]-[hash:7].js' : 'assets/[name]-[hash:7].js',
        chunkFileNames: ({ name }) =>
          name === 'preload-helper' ? 'assets/viewer/[name]-[hash:7].js' : 'assets/[name]-[hash:7].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.startsWith('viewer'))
            ? 'assets/viewer/[name]-[hash:7][extname]'
            : 'assets/[name]-[hash:7][extname]',
        // Shapes that the first page needs must not pull in the cryptography that it does not need yet.
        codeSplitting: {
          groups: [
            {
              name: 'schemas',
              test: /suite-1[\\/](operation-schema|directory-schema|random-bytes)|node_modules[\\/]zod|platform[\\/]base[\\/]/,
            },
            // What the frame shares with pages travels in one piece: each piece by itself costs more than it holds.
            {
              name: 'frame',
              test: /icons[\\/](door-open|folder-open)\.|web[\\/]state[\\/]use-keys\.|shell[\\/]module-link\./,
            },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/demo': 'http://127.0.0.1:8080' } },
});
