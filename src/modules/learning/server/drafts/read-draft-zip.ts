import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utf8Bytes } from '#platform/base';
import type { CourseDraft } from '../../model/open/edit/course-draft.ts';
import { openDraft } from '../../model/open/edit/course-draft.ts';
import { folderCaps, isCourseFile, isPictureName } from '../../model/open/folder/course-folder.ts';
import { mediumThere } from '../../model/open/folder/medium-there.ts';
import { convertCartridge } from '../cartridge/convert-cartridge.ts';
import { inspectPackage } from '../packages/inspect-package.ts';
import { openArchive, type Archive } from '../packages/open-archive.ts';
import { readXml, xmlCaps } from '../packages/read-xml.ts';
import { isSafePicture } from './is-safe-picture.ts';

/** Something for which a folder is not taken: a stable code, and the file it is about. */
export interface FolderProblem {
  readonly code: string;
  readonly where: string | null;
}

/** A folder that may be edited, with the bytes of every file and what was not taken over into it; or everything that stands against it. */
export type ReadDraft =
  | {
      readonly ok: true;
      readonly draft: CourseDraft;
      readonly bodies: ReadonlyMap<string, Uint8Array>;
      readonly left: readonly FolderProblem[];
    }
  | { readonly ok: false; readonly problems: readonly FolderProblem[] };

/** What archivers of some machines put beside the files of a folder. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/**
 * Opens an archive of the folder of a course, or a Common Cartridge that is made into one: held to the bounds of all packages, then to those of a folder.
 * Nothing of it is kept.
 */
export async function readDraftZip(bytes: Uint8Array): Promise<ReadDraft> {
  const place = await mkdtemp(join(tmpdir(), 'baken-draft-'));
  try {
    const path = join(place, 'file');
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
    const opened = bytes.length < 4 ? null : await openArchive(path);
    if (opened === null) return { ok: false, problems: [{ code: 'not-a-zip', where: null }] };
    if (!opened.ok)
      return { ok: false, problems: opened.problems.map(({ code, where }) => ({ code, where: where ?? null })) };
    try {
      const { names } = opened.archive;
      const isFolder = topOf([...names]) !== null || !names.has('imsmanifest.xml');
      return isFolder ? await readFolderOf(opened.archive) : await readCartridge(path, opened.archive);
    } finally {
      opened.archive.close();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** A draft of a cartridge, where `baken package inspect` finds nothing against it; other packages are no courses to write. */
async function readCartridge(path: string, archive: Archive): Promise<ReadDraft> {
  const { ok: fits, kind, problems } = await inspectPackage(path);
  const refusals = problems
    .filter(({ level }) => level === 'refusal')
    .map(({ code, where = null }) => ({ code, where }));
  if (!fits || kind !== 'common-cartridge')
    return { ok: false, problems: [...refusals, { code: 'no-course', where: null }] };
  const bytes = await archive.read('imsmanifest.xml', xmlCaps.bytes);
  const manifest = bytes === null ? null : readXml(bytes);
  if (manifest?.ok !== true) return { ok: false, problems: [{ code: 'manifest-invalid', where: null }] };
  const made = await convertCartridge(archive, manifest.value);
  if (!made.ok) return { ok: false, problems: [{ code: made.code, where: null }] };
  const left = made.left.map((where) => ({ code: 'not-converted', where }));
  const opened = openBodies(new Map([...made.files].map(([file, text]) => [file, utf8Bytes(text)])));
  return opened.ok ? { ...opened, left } : opened;
}

async function readFolderOf(archive: Archive): Promise<ReadDraft> {
  const names = [...archive.names].filter((name) => !litter.test(name));
  const top = topOf(names);
  const refused = (code: string, where: string | null = null): ReadDraft => ({
    ok: false,
    problems: [{ code, where }],
  });
  if (top === null) return refused('no-course');
  if (names.length > folderCaps.files) return refused('too-many-files');
  if (archive.unpacked > folderCaps.all) return refused('folder-too-large');
  const bodies = new Map<string, Uint8Array>();
  const problems: FolderProblem[] = [];
  for (const name of names) {
    const path = name.slice(top.length);
    const picture = path.startsWith('media/') && isPictureName(path.slice('media/'.length));
    if (!name.startsWith(top) || (!picture && !isCourseFile(path))) {
      problems.push({ code: 'file-unknown', where: shown(name) });
      continue;
    }
    const body = await archive.read(name, picture ? folderCaps.picture : folderCaps.file);
    if (body === null) problems.push({ code: 'folder-too-large', where: shown(path) });
    else if (picture && !isSafePicture(path, body)) problems.push({ code: 'picture-unsafe', where: shown(path) });
    else if (!picture && !isText(body)) problems.push({ code: 'file-no-text', where: shown(path) });
    else bodies.set(path, body);
  }
  return problems.length > 0 ? { ok: false, problems } : openBodies(bodies);
}

/** What files say together, where each of them can be read. */
export function openBodies(bodies: ReadonlyMap<string, Uint8Array>): ReadDraft {
  const pictures = [...bodies].filter(([path]) => isPicturePath(path));
  const texts = [...bodies].filter(([path]) => !isPicturePath(path));
  const opened = openDraft({
    files: new Map(texts.map(([path, body]) => [path, Buffer.from(body).toString('utf8')])),
    media: new Map(
      pictures.map(([path, body]) => [path.slice('media/'.length), mediumThere(path.slice('media/'.length), body)]),
    ),
  });
  if (opened.ok) return { ok: true, draft: opened.value, bodies, left: [] };
  const problems = opened.refusal.faults.map(({ code, file, line, path }) => ({
    code,
    where: shown([`${file}${line === null ? '' : `:${String(line)}`}`, ...path.map(String)].join(' ')),
  }));
  return { ok: false, problems };
}

/** Whether a path within a folder is that of a picture. */
export function isPicturePath(path: string): boolean {
  return path.startsWith('media/') && path !== 'media/media.yaml';
}

/** The folder within the archive that holds the course, with a slash behind it: nothing, or one that everything lies in. */
function topOf(names: readonly string[]): string | null {
  if (names.includes('course.yaml')) return '';
  const found = names.filter((name) => /^[^/]+\/course\.yaml$/.test(name));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.slice(0, -'course.yaml'.length) : null;
}

function isText(body: Uint8Array): boolean {
  const text = Buffer.from(body).toString('utf8');
  return !text.includes('\0') && Buffer.from(text, 'utf8').equals(Buffer.from(body));
}

/** No more than this of what an archive says is said again, and nothing that cannot be seen. */
function shown(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 80);
}
