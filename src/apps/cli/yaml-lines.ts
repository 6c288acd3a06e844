import { existsSync, readFileSync } from 'node:fs';
import { isMap, isNode, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { parseYaml } from '#kernel/content';

/** A YAML file opened to find lines in it. */
export interface OpenYaml {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Opens a file; null where there is none. */
export function openYaml(path: string): OpenYaml | null {
  if (!existsSync(path)) return null;
  const lines = new LineCounter();
  return { document: parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines }), lines };
}

/** The line of a place, or of the last thing on the way to it that is there; from 1. */
export function lineOf({ document, lines }: OpenYaml, path: readonly PropertyKey[]): number {
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

/** What a file says, or the line where reading it ended; an empty object where there is none. */
export function readYaml(path: string): { readonly value: unknown } | number {
  return existsSync(path) ? parseYaml(readFileSync(path, 'utf8')) : { value: {} };
}
