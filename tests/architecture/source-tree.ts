import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One text file of the tree, by its path from the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a rule found: the file, the line where it can be told, and what to do. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly line?: number;
  readonly says: string;
}

/** A rule is a pure function of the tree, so that a planted tree can prove it. */
export type Rule = (tree: readonly SourceFile[]) => readonly Violation[];

const binary = /\.(png|jpe?g|webp|woff2?|ttf|otf|docx|pdf|ico)$/;

/** Reads every text file that git knows or would add: what a reader of the repository sees. */
export function readTree(root: string): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .split('\0')
    .filter((path) => path !== '' && !binary.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The TypeScript files under `src`, declarations left out. */
export function sourcesOf(tree: readonly SourceFile[]): readonly SourceFile[] {
  return tree.filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
}

/** The same without tests: what runs for people. */
export function productionOf(tree: readonly SourceFile[]): readonly SourceFile[] {
  return sourcesOf(tree).filter(({ path }) => !isTest(path) && !path.includes('/testing/'));
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** Parses once per file; positions are kept, types are not resolved. */
export function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const made = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(file, made);
  return made;
}

/** Calls `visit` for every node of the file, outermost first. */
export function walk(file: SourceFile, visit: (node: ts.Node, ast: ts.SourceFile) => void): void {
  const ast = parse(file);
  const step = (node: ts.Node): void => {
    visit(node, ast);
    ts.forEachChild(node, step);
  };
  ts.forEachChild(ast, step);
}

export function lineOf(ast: ts.SourceFile, node: ts.Node): number {
  return ast.getLineAndCharacterOfPosition(node.getStart(ast)).line + 1;
}

/** `src/kernel/tasks/…` → `kernel/tasks`; null outside kernel and modules. */
export function areaOf(path: string): string | null {
  const found = /^src\/((?:kernel|modules)\/[^/]+)\//.exec(path);
  return found?.[1] ?? null;
}
