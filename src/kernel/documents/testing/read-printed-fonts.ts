import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontBytes } from '#kernel/documents/client';

const require = createRequire(import.meta.url);

/** The printed fonts, read from the package that brings them; for tests and the seed, where no browser fetches them. */
export function readPrintedFonts(): FontBytes {
  const read = (path: string): Uint8Array =>
    new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${path}`)));
  return { regular: read('400Regular/SourceSans3_400Regular.ttf'), bold: read('700Bold/SourceSans3_700Bold.ttf') };
}
