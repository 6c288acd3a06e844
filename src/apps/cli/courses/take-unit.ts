import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import type { CourseOnDisk } from './course-on-disk.ts';
import { writeWhole } from './write-whole.ts';

/** Files in which a unit of a kind is an entry of its own. */
const entries: Readonly<Record<string, string>> = { slot: 'slots.yaml', term: 'glossary.yaml', source: 'sources.yaml' };

/**
 * Takes a unit over from the original as it is there now, also where it is not there any more. Whatever else stands in the file stays, comments too.
 * With a scene that is new here come all its blocks.
 */
export function takeUnit(unit: string, ours: CourseOnDisk, theirs: CourseOnDisk): void {
  const [, kind = '', name = ''] = /^([a-z]+)[:.](.*)$/s.exec(unit) ?? [];
  const entry = entries[kind];
  if (entry !== undefined) return setEntry(ours.folder, theirs.folder, entry, [name]);
  if (kind === 'course') return setEntry(ours.folder, theirs.folder, 'course.yaml', [name]);
  if (kind === 'text') {
    const [, language = '', key = ''] = /^([^:]*):(.*)$/s.exec(name) ?? [];
    return setEntry(ours.folder, theirs.folder, `text/${language}.yaml`, [key]);
  }
  if (kind === 'medium') return takeMedium(name, ours.folder, theirs.folder);
  const [scene = '', block] = kind === 'scene' ? [name] : name.split('.');
  return takeOfScene(scene, block ?? null, ours, theirs);
}

function takeMedium(name: string, ours: string, theirs: string): void {
  const [from, to] = [join(theirs, 'media', basename(name)), join(ours, 'media', basename(name))];
  if (existsSync(from)) copyFileSync(from, to);
  else rmSync(to, { force: true });
  setEntry(ours, theirs, 'media/media.yaml', [name]);
}

function fileOf({ source }: CourseOnDisk, scene: string): string | null {
  return [...source.scenes].find(([id]) => id === scene)?.[1].file ?? null;
}

function takeOfScene(scene: string, block: string | null, ours: CourseOnDisk, theirs: CourseOnDisk): void {
  const [from, to] = [fileOf(theirs, scene), fileOf(ours, scene)];
  if (from === null) {
    if (to !== null && block === null) rmSync(join(ours.folder, to));
    else if (to !== null) changeBlocks(join(ours.folder, to), null, block ?? '');
    return;
  }
  // The file of another scene may have that name here by now.
  if (to === null) return copyFileSync(join(theirs.folder, from), join(ours.folder, freeName(ours.folder, from)));
  const original = open(join(theirs.folder, from));
  if (block !== null) return changeBlocks(join(ours.folder, to), original, block);
  const path = join(ours.folder, to);
  const document = open(path);
  for (const key of ['minutes', 'objectives', 'required', 'heavy']) copyAt(document, original, [key]);
  order(document.get('blocks'), original.get('blocks'));
  save(path, document);
}

/** Puts blocks into the order that they have in the original; those of our own stay behind the one that they stood behind. */
function order(here: unknown, there: unknown): void {
  if (!isSeq(here) || !isSeq(there)) return;
  const places = new Map(there.items.map((item, at) => [idOf(item), at]));
  let last = -1;
  const placed = here.items.map((item, at) => {
    last = places.get(idOf(item)) ?? last;
    return { item, place: last, own: !places.has(idOf(item)), at };
  });
  here.items = placed
    .toSorted((a, b) => a.place - b.place || Number(a.own) - Number(b.own) || a.at - b.at)
    .map(({ item }) => item);
}

function idOf(item: unknown): unknown {
  return isMap(item) ? item.get('id') : undefined;
}

function freeName(folder: string, file: string): string {
  if (!existsSync(join(folder, file))) return file;
  const id = file.replace(/^scenes\/\d\d-/, '');
  const free = Array.from({ length: 100 }, (_none, at) => `scenes/${String(at).padStart(2, '0')}-${id}`);
  return free.find((one) => !existsSync(join(folder, one))) ?? file;
}

/** Puts a block of the original in, after the one that stands before it there; or takes it out where the original has none. */
function changeBlocks(path: string, original: Document | null, block: string): void {
  const document = open(path);
  const [here, there] = [document.get('blocks'), original?.get('blocks')];
  if (!isSeq(here)) return;
  const at = here.items.findIndex((item) => idOf(item) === block);
  const source = isSeq(there) ? there.items : [];
  const from = source.findIndex((item) => idOf(item) === block);
  const taken = source[from];
  if (taken === undefined) {
    if (at >= 0) here.items.splice(at, 1);
  } else if (at >= 0) here.items[at] = taken;
  else {
    const before = source.slice(0, from).map(idOf);
    const after = here.items.findLastIndex((item) => before.includes(idOf(item)));
    here.items.splice(after + 1, 0, taken);
  }
  save(path, document);
}

function setEntry(ours: string, theirs: string, file: string, path: readonly string[]): void {
  const document = open(join(ours, file));
  copyAt(document, open(join(theirs, file)), path);
  save(join(ours, file), document);
}

function copyAt(document: Document, original: Document, path: readonly string[]): void {
  if (original.hasIn(path)) document.setIn(path, original.getIn(path, true));
  else document.deleteIn(path);
}

function open(path: string): Document {
  return parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : '{}');
}

function save(path: string, document: Document): void {
  writeWhole(path, document.toString({ lineWidth: 0, blockQuote: 'literal' }));
}
