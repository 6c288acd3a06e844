import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

/** Where a finding is: a file of the pack, and the way to a place in it. */
export interface Place {
  readonly file: string;
  readonly path: readonly PropertyKey[];
}

interface OpenFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A place with its line. */
export type LinedPlace = Pick<Place, 'file'> & { readonly line: number };

/**
 * Finds places in the YAML of a pack; line 1 where a place cannot be found. A message that the pack does not have itself
 * stands in the words of its country.
 */
export function openPackLines(folder: string): (place: Place) => LinedPlace {
  const files = new Map<string, OpenFile | null>();
  const open = (name: string): OpenFile | null => {
    const path = join(folder, name);
    if (!existsSync(path)) return null;
    const lines = new LineCounter();
    return { document: parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines }), lines };
  };
  const read = (name: string): OpenFile | null => {
    if (!files.has(name)) files.set(name, open(name));
    return files.get(name) ?? null;
  };
  return ({ file: named, path }) => {
    const [key] = path;
    const isShared = named.startsWith('text/') && key !== undefined && read(named)?.document.has(key) !== true;
    const file = isShared ? `../${named}` : named;
    const opened = read(file);
    return { file, line: opened === null ? 1 : lineOf(opened, path) };
  };
}

function lineOf({ document, lines }: OpenFile, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let line = 1;
  for (const key of path) {
    const next = isMap(node) || isSeq(node) ? node.get(String(key), true) : undefined;
    const keyed = isMap(node) ? node.items.find((item) => String(item.key) === String(key))?.key : undefined;
    const at = isNode(keyed) ? keyed : next;
    if (isNode(at) && at.range !== undefined && at.range !== null) line = lines.linePos(at.range[0]).line;
    if (next === undefined) return line;
    node = next;
  }
  return line;
}
