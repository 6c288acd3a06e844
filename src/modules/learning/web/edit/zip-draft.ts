import type { Api } from '#platform/client';
import { draftRoutes } from '../../contract/draft-routes.ts';
import type { CourseDraft } from '../../model/open/edit/course-draft.ts';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { zipPackage } from '../../model/open/package-out/zip-package.ts';

/** The folder of a draft as an archive, as it is on this page; null where a picture cannot be fetched. The same files give the same bytes. */
export async function zipDraft(
  api: Api,
  id: DraftId,
  { folder }: CourseDraft,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const files = new Map<string, string | Uint8Array>(folder.files);
  for (const name of folder.media.keys()) {
    const answer = await api.call(draftRoutes.readPicture, { params: { draft: id, name } });
    if (!answer.ok) return null;
    files.set(`media/${name}`, answer.value);
  }
  return zipPackage(files);
}
