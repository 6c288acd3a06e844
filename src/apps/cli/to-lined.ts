import { join } from 'node:path';
import { lineOf, openYaml, type OpenYaml } from './yaml-lines.ts';

/** Something found in a folder of sources, with its line. */
export interface LinedFinding<Code> {
  readonly code: Code;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What was found, each with the line of the place it names, in the order of files and lines. */
export function toLined<Code>(
  folder: string,
  found: readonly {
    readonly code: Code;
    readonly file: string;
    readonly path: readonly PropertyKey[];
    readonly line?: number | null;
    readonly text: string;
  }[],
): readonly LinedFinding<Code>[] {
  const opened = new Map<string, OpenYaml | null>();
  const lineAt = (file: string, path: readonly PropertyKey[]): number => {
    if (!opened.has(file)) opened.set(file, openYaml(join(folder, file)));
    const yaml = opened.get(file) ?? null;
    return yaml === null ? 1 : lineOf(yaml, path);
  };
  return found
    .map(({ code, file, line, path, text }) => ({ code, file, line: line ?? lineAt(file, path), text }))
    .toSorted((left, right) => (left.file === right.file ? left.line - right.line : left.file < right.file ? -1 : 1));
}
