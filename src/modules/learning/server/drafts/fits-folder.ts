import type { RequestContext } from '#platform/server/http';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { folderCaps } from '../../model/open/folder/course-folder.ts';
import { weighDraft } from '../store/draft-store.ts';

/** Whether a draft is within the bounds of a folder. */
export async function fitsFolder(
  tx: RequestContext['tx'],
  tenant: RequestContext['tenant'],
  id: DraftId,
): Promise<boolean> {
  const { files, bytes } = await weighDraft(tx, tenant, id);
  return files <= folderCaps.files && bytes <= folderCaps.all;
}
