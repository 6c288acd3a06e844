import { dayInAmsterdam, expectOk, ok, refuse, utf8Bytes, type AnyRefusal, type Result } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { CourseDraft } from '../../model/open/edit/course-draft.ts';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { writeFile } from '../../model/open/edit/write-file.ts';
import type { ReviewFile } from '../../model/open/source/course-source.ts';
import { openBodies } from '../drafts/read-draft-zip.ts';
import { findDraft, listDraftFiles, moveDraftOn, putDraftFile } from '../store/draft-store.ts';

type Signature = ReviewFile['signed'][number];
/** What is taken back, from the version that was seen. */
interface SaidBack {
  readonly draft: DraftId;
  readonly version: number;
  readonly language: string;
  readonly role: string;
}
type Counted = Promise<Result<{ version: number }, AnyRefusal>>;

/**
 * Writes down that somebody of a role has read this version in one language, on the day on which it is said here; in the place of what was
 * said of that role before. Who it was is not kept with it: the log knows who wrote it down.
 */
export async function signDraft(
  context: RequestContext,
  draft: DraftId,
  {
    version,
    waiting,
    ...said
  }: Pick<Signature, 'language' | 'role' | 'remark'> & {
    readonly version: number;
    readonly waiting: boolean;
  },
): Counted {
  return changeSignatures(context, { draft, version }, ({ course, review }) => {
    const { source, others } = course.languages;
    if (![source, ...others].includes(said.language)) return refuse({ type: 'LanguageUnknown' });
    const date = dayInAmsterdam(context.clock.now());
    const signature = { version: course.version, ...said, date, ...(waiting && { waiting }) };
    return ok([...review.signed.filter((one) => !isSame(one, signature)), signature]);
  });
}

/** Takes back what was said of a role, in one language, of the version as it is numbered now. */
export async function unsignDraft(context: RequestContext, { draft, version, ...said }: SaidBack): Counted {
  return changeSignatures(context, { draft, version }, ({ course, review }) => {
    const left = review.signed.filter((one) => !isSame(one, { ...said, version: course.version }));
    return left.length < review.signed.length ? ok(left) : refuse({ type: 'NotFound' });
  });
}

function isSame(
  one: Signature,
  other: { readonly version: string; readonly language: string; readonly role: string },
): boolean {
  return one.version === other.version && one.language === other.language && one.role === other.role;
}

async function changeSignatures(
  { tx, tenant, user, clock }: RequestContext,
  { draft, version }: { readonly draft: DraftId; readonly version: number },
  change: (source: CourseDraft['source']) => Result<Signature[], AnyRefusal>,
): Counted {
  const found = await findDraft(tx, tenant, draft);
  if (found === null) return refuse({ type: 'NotFound' });
  const next = { ...found, version, changedAt: clock.now(), changedBy: user };
  if (!(await moveDraftOn(tx, tenant, next))) return refuse({ type: 'DraftChanged' });
  const files = await listDraftFiles(tx, tenant, draft);
  const opened = openBodies(new Map(files.map(({ path, body }) => [path, body])));
  if (!opened.ok) return refuse({ type: 'DraftUnreadable' });
  const { source } = opened.draft;
  const signed = change(source);
  if (!signed.ok) return signed;
  // In its shape: it was read a moment ago, and what came in was looked at by the same schema.
  const written = expectOk(writeFile(opened.draft, 'review.yaml', { ...source.review, signed: signed.value }));
  const body = utf8Bytes(written.folder.files.get('review.yaml') ?? '');
  await putDraftFile(tx, tenant, draft, { path: 'review.yaml', body });
  return ok({ version: version + 1 });
}
