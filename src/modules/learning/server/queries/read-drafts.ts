import { ok, refuse, utf8Text, type AnyRefusal, type Result, type RouteOutput } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { draftRoutes } from '../../contract/draft-routes.ts';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { isPictureName } from '../../model/open/folder/course-folder.ts';
import { mediumThere } from '../../model/open/folder/medium-there.ts';
import { listInstalled } from '../drafts/list-installed.ts';
import { isPicturePath } from '../drafts/read-draft-zip.ts';
import { findDraft, listDraftFiles, listKeptDrafts, readDraftFile } from '../store/draft-store.ts';

/** What there is to write on. */
export async function listDrafts(
  context: RequestContext,
): Promise<Result<RouteOutput<typeof draftRoutes.listDrafts>, AnyRefusal>> {
  const installed = await listInstalled(context);
  const drafts = await listKeptDrafts(context.tx, context.tenant);
  return ok({
    installed: installed.map((course) => ({ ...course, titles: { ...course.titles } })),
    drafts: drafts.map((draft) => ({ ...draft, changedAt: draft.changedAt.toISOString() })),
  });
}

/** A draft with its text files; of pictures what there is to know without showing them. */
export async function readDraft(
  { tx, tenant }: RequestContext,
  id: DraftId,
): Promise<Result<RouteOutput<typeof draftRoutes.readDraft>, AnyRefusal>> {
  const found = await findDraft(tx, tenant, id);
  if (found === null) return refuse({ type: 'NotFound' });
  const files = await listDraftFiles(tx, tenant, id);
  const pictures = files.filter(({ path }) => isPicturePath(path));
  const { version, changedAt, changedBy } = found;
  return ok({
    ...{ version, changedAt: changedAt.toISOString(), changedBy },
    files: Object.fromEntries(
      files.filter(({ path }) => !isPicturePath(path)).map(({ path, body }) => [path, utf8Text(body)]),
    ),
    pictures: pictures.map(({ path, body }) => {
      const name = path.slice('media/'.length);
      const { bytes, addresses } = mediumThere(name, body);
      return { name, bytes, addresses: [...addresses] };
    }),
  });
}

export async function readPicture(
  { tx, tenant }: RequestContext,
  { draft, name }: { readonly draft: DraftId; readonly name: string },
): Promise<Result<Uint8Array, AnyRefusal>> {
  const body = isPictureName(name) ? await readDraftFile(tx, tenant, draft, `media/${name}`) : null;
  return body === null ? refuse({ type: 'NotFound' }) : ok(body);
}
