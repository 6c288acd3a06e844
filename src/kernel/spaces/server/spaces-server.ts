import { ok, refuse, type SpaceId, type RecordId } from '#platform/base';
import { bind, type ServerModule } from '#platform/server/http';
import { spaceRoutes } from '../contract/space-routes.ts';
import { appendOperations } from './commands/append-operations.ts';
import { receiveDocument } from './commands/receive-document.ts';
import type { SpaceKindRules } from './kind-rules.ts';
import { readHeads } from './queries/read-heads.ts';
import { findLiveDocument, readSpace, readVersions } from './queries/read-space.ts';

/** The server side of sealed spaces for the kinds of space that modules brought along. */
export function createSpacesServer(kinds: readonly SpaceKindRules[]): ServerModule {
  const byKind = new Map(kinds.map((rules) => [rules.kind, rules]));
  return {
    name: 'spaces',
    schemas: ['spaces'],
    migrations: new URL('./migrations/', import.meta.url),
    routes: [
      bind(spaceRoutes.appendOperations, (context, { params, input }) =>
        appendOperations(byKind, context, spaceId(params.space), input.operations),
      ),
      bind(spaceRoutes.readSpace, (context, { params, query }) =>
        readSpace(byKind, context, spaceId(params.space), query.after ?? 0),
      ),
      bind(spaceRoutes.readHeads, (context, { query }) =>
        readHeads(byKind, context, { ...query, after: query.after === undefined ? undefined : spaceId(query.after) }),
      ),
      bind(spaceRoutes.readVersions, (context, { params }) =>
        readVersions(context, spaceId(params.space), recordId(params.record)),
      ),
      bind(spaceRoutes.putDocument, (context, { params, query, input }) =>
        receiveDocument(context, spaceId(params.space), recordId(params.record), input, query.sha256),
      ),
      bind(spaceRoutes.getDocument, async (context, { params }) => {
        const found = await findLiveDocument(context, spaceId(params.space), recordId(params.record));
        if (!found.ok) return found;
        const bytes = await context.blobs.get(`${context.tenant}/${params.space}`, params.record);
        return bytes ? ok(bytes) : refuse({ type: 'NotFound' });
      }),
    ],
  };
}

// The row's schema has refused everything that has not the form of an id.
const spaceId = (text: string): SpaceId => text as SpaceId;
const recordId = (text: string): RecordId => text as RecordId;
