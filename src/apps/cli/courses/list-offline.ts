import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfflineFile, OfflineList, ReleasedCourse } from '#modules/learning';
import { hashBytes, hashText } from '#platform/crypto/server';

/** A part of the built browser side and what it names, as the bundler tells it. */
export interface BuiltPart {
  readonly imports: readonly string[];
  /** What it fetches later. */
  readonly later: readonly string[];
  /** The file it was begun with; null where it is shared by several. */
  readonly source: string | null;
  /** Style sheets, fonts and pictures. */
  readonly assets: readonly string[];
}

/** What belongs to somebody else: the workspace, packages, workshops. A certificate is made with the server, so what shows it is left too. */
const others =
  /attend-page|invited-page|partner-page|own-learning-page|learning-screen|courses-screen|workshops-screen|training-screen|packaged|certificate-sheet|messages\/(?:en|nl)\.ts$/;
/** Letters that no language of the module is written in are left where they are. */
const otherLetters = /-(?:cyrillic|greek|vietnamese)|\.ttf$/;

/** Every built file that the player may ask for from one entry on, also later. */
export function playerFiles(parts: ReadonlyMap<string, BuiltPart>, entry: string): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    const part = parts.get(name);
    if (part === undefined || found.has(name)) return;
    found.add(name);
    for (const asset of part.assets) if (!otherLetters.test(asset)) found.add(asset);
    for (const next of part.imports) add(next);
    for (const next of part.later) if (!others.test(parts.get(next)?.source ?? '')) add(next);
  };
  add(entry);
  return [...found].toSorted();
}

/**
 * Lists of what each built course needs without a connection, `courses/ID/offline.json`: the player's page and files, the course in every
 * language, and its pictures. To be made when nothing is written into the built files any more.
 */
export async function listOffline(built: string, player: readonly string[]): Promise<ReadonlyMap<string, OfflineList>> {
  const shared = ['learn.html', 'no-eval.js', 'mark.svg', ...player];
  const lists = readdirSync(join(built, 'courses')).map((id) => listCourse(built, id, shared));
  return new Map((await Promise.all(lists)).map((list) => [`courses/${list.course}/offline.json`, list]));
}

async function listCourse(built: string, id: string, shared: readonly string[]): Promise<OfflineList> {
  const texts = readdirSync(join(built, 'courses', id)).filter((name) => name !== 'offline.json');
  const languages = texts.map((name) => `courses/${id}/${name}`);
  // Written by our own build.
  const read = (file: string) => JSON.parse(readFileSync(join(built, file), 'utf8')) as ReleasedCourse;
  const releases = languages.map(read);
  const media = releases.flatMap(({ scenes }) =>
    scenes.flatMap(({ blocks }) => blocks.flatMap((block) => ('media' in block ? [block.media.slice(1)] : []))),
  );
  const names = [...new Set([...shared, ...languages, ...media])].toSorted();
  const files = await Promise.all(names.map((name) => weigh(built, name)));
  const [{ version, digest } = { version: '', digest: '' }] = releases;
  return { course: id, version, digest, build: await hashText(JSON.stringify(files)), files };
}

async function weigh(built: string, file: string): Promise<OfflineFile> {
  const bytes = Uint8Array.from(readFileSync(join(built, file)));
  const hash = (await hashBytes(bytes)).replaceAll('-', '+').replaceAll('_', '/');
  return { path: `/${file}`, integrity: `sha256-${hash}=`, bytes: bytes.length };
}
