import { ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { isPictureName } from '../../model/open/folder/course-folder.ts';
import { fitsFolder } from '../drafts/fits-folder.ts';
import { isSafePicture } from '../drafts/is-safe-picture.ts';
import { isDraftSigned } from '../drafts/may-change.ts';
import { dropDraftFile, findDraft, moveDraftOn, putDraftFile, readDraftFile } from '../store/draft-store.ts';

/** Which picture of which draft, and the version of it that was seen. */
interface SeenPicture {
  readonly draft: DraftId;
  readonly name: string;
  readonly version: number;
}

type Counted = Promise<Result<{ version: number }, AnyRefusal>>;

/**
 * Keeps a picture of a draft, where nobody changed the draft meanwhile. One of that name stays as it is: what shows it was written for
 * what is in it. Sent again after a lost answer it is the same step.
 */
export async function putPicture(context: RequestContext, picture: SeenPicture, body: Uint8Array): Counted {
  const { tx, tenant } = context;
  const { draft, name, version } = picture;
  const path = `media/${name}`;
  const moved = await moveOn(context, picture);
  if (moved === 'DraftChanged' && isPictureName(name)) {
    const found = await findDraft(tx, tenant, draft);
    const held = await readDraftFile(tx, tenant, draft, path);
    const isSame = found?.version === version + 1 && found.changedBy === context.user;
    if (isSame && held !== null && Buffer.from(held).equals(Buffer.from(body))) return ok({ version: version + 1 });
  }
  if (moved !== null) return refuse({ type: moved });
  if (!isPictureName(name) || !isSafePicture(name, body)) return refuse({ type: 'PictureUnsafe' });
  if ((await readDraftFile(tx, tenant, draft, path)) !== null) return refuse({ type: 'PictureNameTaken' });
  await putDraftFile(tx, tenant, draft, { path, body });
  return (await fitsFolder(tx, tenant, draft)) ? ok({ version: version + 1 }) : refuse({ type: 'DraftTooLarge' });
}

/** Takes a picture out of a draft, where nobody changed the draft meanwhile. */
export async function dropPicture(context: RequestContext, picture: SeenPicture): Counted {
  const moved = await moveOn(context, picture);
  if (moved !== null) return refuse({ type: moved });
  const { draft, name, version } = picture;
  const gone = isPictureName(name) && (await dropDraftFile(context.tx, context.tenant, draft, `media/${name}`));
  return gone ? ok({ version: version + 1 }) : refuse({ type: 'NotFound' });
}

/** Counts the draft up from the version that was seen; says why not. */
async function moveOn(
  { tx, tenant, user, clock }: RequestContext,
  { draft, version }: SeenPicture,
): Promise<'NotFound' | 'DraftChanged' | 'VersionSigned' | null> {
  const found = await findDraft(tx, tenant, draft);
  if (found === null) return 'NotFound';
  const next = { ...found, version, changedAt: clock.now(), changedBy: user };
  if (!(await moveDraftOn(tx, tenant, next))) return 'DraftChanged';
  return (await isDraftSigned({ tx, tenant }, draft)) ? 'VersionSigned' : null;
}
