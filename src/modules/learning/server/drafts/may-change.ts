import { readSourceText } from '#kernel/content';
import { ok, refuse, utf8Text, type AnyRefusal, type Result } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { isSigned } from '../../model/open/edit/is-signed.ts';
import { courseFile, reviewFile, type CourseSource } from '../../model/open/source/course-source.ts';
import { readDraftFile } from '../store/draft-store.ts';

type Where = Pick<RequestContext, 'tx' | 'tenant'>;
type Said = Partial<Pick<CourseSource, 'course' | 'review'>>;

/**
 * Whether a step may change these files. Signatures are given by whoever may give them, never by saving; and a version that is signed
 * stays what was read: only what is said about versions changes, or its number, and never back to a signed one.
 */
export async function mayChange(
  where: Where,
  draft: DraftId,
  files: Readonly<Record<string, string | null>>,
): Promise<Result<undefined, AnyRefusal>> {
  const before = await readSaid(where, draft, {});
  const after = await readSaid(where, draft, files);
  if (JSON.stringify(before.review?.signed ?? []) !== JSON.stringify(after.review?.signed ?? []))
    return refuse({ type: 'SignaturesNotYours' });
  // Opened with signatures on something that cannot be read (any more): it holds nothing that was read.
  if (!isSignedNow(after)) return ok(undefined);
  const isNew = after.course?.version !== before.course?.version;
  const touches = Object.keys(files).some((path) => path !== 'review.yaml');
  return isNew || touches ? refuse({ type: 'VersionSigned' }) : ok(undefined);
}

/** Whether the version of a draft is signed, so that no picture of it changes. */
export async function isDraftSigned(where: Where, draft: DraftId): Promise<boolean> {
  return isSignedNow(await readSaid(where, draft, {}));
}

function isSignedNow({ course, review }: Said): boolean {
  return course !== undefined && review !== undefined && isSigned({ course, review });
}

/** What the files say of the course and of who signed it, with some of them changed; a file that cannot be read says nothing. */
async function readSaid(
  { tx, tenant }: Where,
  draft: DraftId,
  files: Readonly<Record<string, string | null>>,
): Promise<Said> {
  const textOf = async (path: string): Promise<string | null> => {
    const changed = files[path];
    if (changed !== undefined) return changed;
    const kept = await readDraftFile(tx, tenant, draft, path);
    return kept === null ? null : utf8Text(kept);
  };
  const course = readSourceText(await textOf('course.yaml'), 'course.yaml', courseFile);
  const review = readSourceText(await textOf('review.yaml'), 'review.yaml', reviewFile);
  return {
    ...('value' in course && { course: course.value }),
    ...('value' in review && { review: review.value }),
  };
}
