import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file so that it is there whole, or as it was before. */
export function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
