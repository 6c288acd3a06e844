import type { z } from 'zod';
import { ok, refuse, type RecordId, type Result, type UserId } from '#platform/base';
import {
  attachDocument,
  openDirectory,
  readDocument,
  readHistory,
  type Change,
  type OpenedRecord,
  type OpenedSpace,
  type SpaceSession,
} from '#kernel/spaces/client';
import {
  emptyLetterhead,
  stationeryKinds,
  type Letterhead,
  type LetterTemplate,
  type OfficialForm,
} from '../model/sealed/stationery-records.ts';
import type { CaseRefusal } from './opened-case.ts';
import { putDirectoryRecord, type SeenVersion } from './put-directory-record.ts';

/** One template or form as it stands, or as it stood in an earlier version. */
export interface StationeryItem<Content> {
  readonly id: RecordId;
  readonly version: number;
  readonly author: UserId;
  /** Hour of writing as its author signed it. */
  readonly time: string;
  readonly content: Content;
}

/** The programme's letter templates, forms and letterhead, verified on this device. */
export interface Stationery {
  readonly space: OpenedSpace;
  readonly templates: readonly StationeryItem<LetterTemplate>[];
  readonly forms: readonly StationeryItem<OfficialForm>[];
  readonly letterhead: Letterhead;
  /** The record it comes from; null while there is none. */
  readonly letterheadItem: StationeryItem<Letterhead> | null;
  /** Records that do not fit, or that somebody wrote who may not: named, never used. */
  readonly unfit: readonly { readonly id: RecordId; readonly reason: string }[];
}

type StationeryKind = keyof typeof stationeryKinds;
type StationeryFile = LetterTemplate['file'];
const type = 'stationery';

/**
 * Opens the programme's stationery. It lies in the directory space, whose log is signed: a template that
 * no coordinator signed is listed as unfit and not offered (`NoDirectory` when there is no such space).
 */
export async function readStationery(session: SpaceSession): Promise<Result<Stationery, CaseRefusal>> {
  const space = await openDirectory(session);
  return space.ok ? ok(stationeryIn(space.value)) : space;
}

/**
 * Saves a template: a new one, or the next version of the one that was seen. `Stale`: somebody saved another version since
 * that one; read again, show both, and let the person choose.
 */
export async function saveTemplate(
  session: SpaceSession,
  stationery: Stationery,
  template: Omit<LetterTemplate, 'file' | 'retired'>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  seen?: SeenVersion,
): Promise<Result<Stationery, CaseRefusal>> {
  const kept = await keepFile(session, stationery, file);
  if (!kept.ok) return kept;
  const content = { ...template, file: kept.value.file, retired: false };
  return putStationery(session, stationery, 'letter-template', content, { seen, document: kept.value.change });
}

/** Saves a blank official form with its map: a new one, or the next edition of the one that was seen. `Stale` as above. */
export async function saveForm(
  session: SpaceSession,
  stationery: Stationery,
  form: Omit<OfficialForm, 'file' | 'retired'>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  seen?: SeenVersion,
): Promise<Result<Stationery, CaseRefusal>> {
  const kept = await keepFile(session, stationery, file);
  if (!kept.ok) return kept;
  const content = { ...form, file: kept.value.file, retired: false };
  return putStationery(session, stationery, 'official-form', content, { seen, document: kept.value.change });
}

/** Writes anew what is known of a template or form, such as that it is no longer offered. `Stale` as above. */
export function reviseStationery<Kind extends Exclude<StationeryKind, 'letterhead'>>(
  session: SpaceSession,
  stationery: Stationery,
  kind: Kind,
  seen: SeenVersion,
  content: z.infer<(typeof stationeryKinds)[Kind]>,
): Promise<Result<Stationery, CaseRefusal>> {
  return putStationery(session, stationery, kind, content, { seen });
}

/** Saves who sends the letters and to whom; `seen` is null when there was none yet. `Stale` as above. */
export function saveLetterhead(
  session: SpaceSession,
  stationery: Stationery,
  letterhead: Letterhead,
  seen: SeenVersion | null,
): Promise<Result<Stationery, CaseRefusal>> {
  const isOnly = (space: OpenedSpace): boolean => seen !== null || stationeryIn(space).letterheadItem === null;
  return putStationery(session, stationery, 'letterhead', letterhead, { seen: seen ?? undefined, isOnly });
}

/** Fetches and opens the file of a template or form; other bytes than those that were signed are refused. */
export function readStationeryFile(
  session: SpaceSession,
  { space }: Pick<Stationery, 'space'>,
  file: StationeryFile,
): Promise<Result<Uint8Array, CaseRefusal>> {
  return readDocument(session, space, { blob: file.document, secret: file.secret, sha256: file.sha256 });
}

/** Every version of a template, newest first. */
export async function readTemplateVersions(
  session: SpaceSession,
  stationery: Stationery,
  id: RecordId,
): Promise<Result<readonly StationeryItem<LetterTemplate>[], CaseRefusal>> {
  const history = await readHistory(session, stationery.space, id);
  if (!history.ok) return history;
  return ok(history.value.versions.flatMap((record) => itemOf('letter-template', record) ?? []));
}

/** Every version of a form, newest first. */
export async function readFormVersions(
  session: SpaceSession,
  stationery: Stationery,
  id: RecordId,
): Promise<Result<readonly StationeryItem<OfficialForm>[], CaseRefusal>> {
  const history = await readHistory(session, stationery.space, id);
  if (!history.ok) return history;
  return ok(history.value.versions.flatMap((record) => itemOf('official-form', record) ?? []));
}

function stationeryIn(space: OpenedSpace): Stationery {
  const templates: StationeryItem<LetterTemplate>[] = [];
  const forms: StationeryItem<OfficialForm>[] = [];
  const letterheads: StationeryItem<Letterhead>[] = [];
  const unfit = space.unfit.filter((record) => record.type === type).map(({ id, reason }) => ({ id, reason }));
  for (const record of space.records.values()) {
    if (record.type !== type) continue;
    // The log proves who signed. The server asks for a coordinator too, but is not believed in this.
    const isByCoordinator = space.log.members.get(record.author)?.relation === 'coordinator';
    const template = itemOf('letter-template', record);
    const form = itemOf('official-form', record);
    const letterhead = itemOf('letterhead', record);
    if (!isByCoordinator) unfit.push({ id: record.id, reason: 'not-by-a-coordinator' });
    else if (template) templates.push(template);
    else if (form) forms.push(form);
    else if (letterhead) letterheads.push(letterhead);
    else unfit.push({ id: record.id, reason: 'does-not-fit' });
  }
  const letterheadItem = letterheads.at(-1) ?? null;
  return { space, templates, forms, letterhead: letterheadItem?.content ?? emptyLetterhead, letterheadItem, unfit };
}

function itemOf<Kind extends StationeryKind>(
  kind: Kind,
  { id, version, author, time, schema, payload }: OpenedRecord,
): StationeryItem<z.infer<(typeof stationeryKinds)[Kind]>> | null {
  if (schema !== `${kind}/1`) return null;
  const parsed = stationeryKinds[kind].safeParse(payload);
  // The schema of this very kind has just accepted it.
  return parsed.success
    ? { id, version, author, time, content: parsed.data as z.infer<(typeof stationeryKinds)[Kind]> }
    : null;
}

async function keepFile(
  session: SpaceSession,
  { space }: Stationery,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Result<{ readonly file: StationeryFile; readonly change: Change }, CaseRefusal>> {
  const attached = await attachDocument(session, space, bytes);
  if (!attached.ok) return attached;
  const { handle, change } = attached.value;
  const { blob: document, secret, sha256 } = handle;
  return ok({ file: { document, secret, sha256, length: bytes.length, name }, change });
}

interface StationeryPut {
  readonly seen?: SeenVersion | undefined;
  readonly document?: Change;
  readonly isOnly?: (space: OpenedSpace) => boolean;
}

async function putStationery<Kind extends StationeryKind>(
  session: SpaceSession,
  { space }: Stationery,
  kind: Kind,
  content: z.infer<(typeof stationeryKinds)[Kind]>,
  how: StationeryPut,
): Promise<Result<Stationery, CaseRefusal>> {
  const parsed = stationeryKinds[kind].safeParse(content);
  if (!parsed.success) return refuse({ type: 'ContentInvalid', path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const done = await putDirectoryRecord(session, space, { type, schema: `${kind}/1`, payload: parsed.data, ...how });
  return done.ok ? ok(stationeryIn(done.value)) : done;
}
