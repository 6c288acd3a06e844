import { bind, type BoundRoute } from '#platform/server/http';
import { draftRoutes } from '../contract/draft-routes.ts';
import { dropPicture, putPicture } from './commands/draft-pictures.ts';
import { beginDraft, removeDraft, saveDraft, takeDraft } from './commands/drafts.ts';
import { signDraft, unsignDraft } from './commands/sign-draft.ts';
import { listDrafts, readDraft, readPicture } from './queries/read-drafts.ts';

/** The routes about drafts of courses, bound to what they do. */
export const draftBindings: readonly BoundRoute[] = [
  bind(draftRoutes.listDrafts, listDrafts),
  bind(draftRoutes.beginDraft, (context, { params, input }) => beginDraft(context, params.draft, input)),
  bind(draftRoutes.takeDraft, (context, { params, input }) => takeDraft(context, params.draft, input)),
  bind(draftRoutes.readDraft, (context, { params }) => readDraft(context, params.draft)),
  bind(draftRoutes.saveDraft, (context, { params, input }) => saveDraft(context, params.draft, input)),
  bind(draftRoutes.putPicture, (context, { params, query, input }) =>
    putPicture(context, { ...params, ...query }, input),
  ),
  bind(draftRoutes.readPicture, (context, { params }) => readPicture(context, params)),
  bind(draftRoutes.dropPicture, (context, { params, query }) => dropPicture(context, { ...params, ...query })),
  bind(draftRoutes.signDraft, (context, { params, input }) => signDraft(context, params.draft, input)),
  bind(draftRoutes.unsignDraft, (context, { params, query }) => unsignDraft(context, { ...params, ...query })),
  bind(draftRoutes.removeDraft, (context, { params, query }) => removeDraft(context, { ...params, ...query })),
];
