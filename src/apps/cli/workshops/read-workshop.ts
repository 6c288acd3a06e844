import { basename, join } from 'node:path';
import type { z } from 'zod';
import { reviewFile, sourcesFile, textFile, workshopFile, type WorkshopSource } from '#modules/learning';
import type { FileFault } from '#kernel/content';
import { namesIn, readSourceFile } from '../read-source-file.ts';

/** A workshop as its files say it, or everything that keeps them from being read. */
type ReadWorkshop =
  | { readonly ok: true; readonly source: WorkshopSource }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads the folder of a workshop. */
export function readWorkshop(folder: string): ReadWorkshop {
  const faults: FileFault[] = [];
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null => {
    const found = readSourceFile(folder, file, schema);
    if ('value' in found) return found.value;
    faults.push(...found.faults);
    return null;
  };
  const workshop = read('workshop.yaml', workshopFile);
  const sources = read('sources.yaml', sourcesFile);
  const review = read('review.yaml', reviewFile);
  const texts = new Map<string, Readonly<Record<string, string>>>();
  for (const name of namesIn(join(folder, 'text')).filter((one) => /^[a-zA-Z-]+\.yaml$/.test(one))) {
    const words = read(`text/${name}`, textFile);
    if (words !== null) texts.set(basename(name, '.yaml'), words);
  }
  if (faults.length > 0 || workshop === null || sources === null || review === null) return { ok: false, faults };
  return { ok: true, source: { workshop, sources, review, texts } };
}
