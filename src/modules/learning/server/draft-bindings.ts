import { bind, type BoundRoute } from '#platform/server/http';
import { draftRoutes } from '../contract/draft-routes.ts';
import { beginDraft, dropPicture, putPicture, removeDraft, saveDraft, takeDraft } from './commands/drafts.ts';
import { listDrafts, readDraft, readPicture } from './queries/read-drafts.ts';

/** The routes about drafts of courses, bound to what they do. */
export const draftBindings: readonly BoundRoute[] = [
  bind(draftRoutes.listDrafts, listDrafts),
  bind(draftRoutes.beginDraft, (context, { params, input }) => beginDraft(context, params.draft, input)),
  bind(draftRoutes.takeDraft, (context, { params, input }) => takeDraft(context, params.draft, input)),
  bind(draftRoutes.readDraft, (context, { params }) => readDraft(context, params.draft)),
  bind(draftRoutes.saveDraft, (context, { params, input }) => saveDraft(context, params.draft, input)),
  bind(draftRoutes.putPicture, (context, { params, input }) => putPicture(context, params, input)),
  bind(draftRoutes.readPicture, (context, { params }) => readPicture(context, params)),
  bind(draftRoutes.dropPicture, (context, { params }) => dropPicture(context, params)),
  bind(draftRoutes.removeDraft, (context, { params }) => removeDraft(context, params.draft)),
];
