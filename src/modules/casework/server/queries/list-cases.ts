import {
  ok,
  refuse,
  type CivilDate,
  type Result,
  type RouteOutput,
  type RouteRequest,
  type SpaceId,
} from '#platform/base';
import { lastStatements } from '#platform/server/db';
import type { RequestContext } from '#platform/server/http';
import type { caseRoutes } from '../../contract/case-routes.ts';
import { allowedInCase, casePolicy } from '../../policy/case-policy.ts';
import { listCases, type CaseFilter } from '../store/case-list-store.ts';
import { listDue } from '../store/overview-store.ts';

type ListRequest = RouteRequest<typeof caseRoutes.listCases>;
type ListAnswer = RouteOutput<typeof caseRoutes.listCases>;
type DueRequest = RouteRequest<typeof caseRoutes.listDue>;
type DueAnswer = RouteOutput<typeof caseRoutes.listDue>;

/** A page of my cases, or of the branch for coordinators, each with what the asker may do. */
export async function listCasesFor(context: RequestContext, { query }: ListRequest): Promise<Result<ListAnswer>> {
  const { tx, tenant, user, roles } = context;
  if (query.scope === 'branch' && !casePolicy.mayRole('case.list-branch', roles))
    return refuse({ type: 'NotPermitted' });
  const { state, phase, dueUntil, limit } = query;
  lastStatements(tx, 1);
  const page = await listCases(tx, tenant, {
    of: casesOf(context, query),
    state,
    phase,
    dueUntil,
    limit,
    after: readCursor(query.after),
  });
  return ok({
    cases: page.cases.map((listed) => {
      const relation = listed.members.find((member) => member.user === user)?.relation ?? 'none';
      return { ...listed, members: [...listed.members], allowed: [...allowedInCase({ roles, relation })] };
    }),
    next: page.end && `${page.end.date}_${page.end.id}`,
  });
}

/** Somebody else's cases are looked up through the branch only; one's own list knows just one's own. */
function casesOf({ tenant, user }: RequestContext, query: ListRequest['query']): CaseFilter['of'] {
  const branch = query.branch ?? tenant;
  if (query.scope === 'mine') return query.lead === user ? { user, relation: 'lead' } : { user };
  return query.lead ? { user: query.lead, relation: 'lead', branch } : { branch };
}

/** A page of unmet dates of my cases, or of the branch for coordinators. */
export async function listDueFor(context: RequestContext, { query }: DueRequest): Promise<Result<DueAnswer>> {
  const { tx, tenant, user, roles } = context;
  if (query.scope === 'branch' && !casePolicy.mayRole('case.list-branch', roles))
    return refuse({ type: 'NotPermitted' });
  const of = query.scope === 'mine' ? { user } : { branch: query.branch ?? tenant };
  lastStatements(tx, 1);
  const rows = await listDue(tx, tenant, {
    of,
    until: query.until,
    after: readCursor(query.after),
    limit: query.limit + 1,
  });
  const due = rows.slice(0, query.limit);
  const last = due.at(-1);
  return ok({ due, next: rows.length > query.limit && last ? `${last.date}_${last.id}` : null });
}

/** The route's pattern has already said that the text is a day and an id. */
function readCursor(text: string | undefined): { readonly date: CivilDate; readonly id: SpaceId } | undefined {
  const [date, id] = text?.split('_') ?? [];
  // Both were checked by the pattern of the route; a day that is none makes an empty page.
  return date && id ? { date: date as CivilDate, id: id as SpaceId } : undefined;
}
