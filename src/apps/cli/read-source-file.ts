import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readSourceText, type FileFault } from '#kernel/content';

/** What one file of a folder says in its shape, or everything that keeps it from being read. A file that is not there is empty. */
export function readSourceFile<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): { readonly value: z.infer<Schema> } | { readonly faults: readonly FileFault[] } {
  const path = join(folder, file);
  return readSourceText(existsSync(path) ? readFileSync(path, 'utf8') : null, file, schema);
}

/** Names in a folder, in their order; none where there is no folder. */
export function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
