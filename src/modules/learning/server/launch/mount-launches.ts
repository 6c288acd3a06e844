import { isId } from '#platform/base';
import { inTenant } from '#platform/server/db';
import { readBounded, type Mount, type MountParts } from '#platform/server/http';
import type { z } from 'zod';
import { abandonRequest, launchRequest, waiveRequest } from '../../contract/launch-requests.ts';
import type { PackageId, RegistrationId, SessionId } from '../../model/open/launch/launch-ids.ts';
import { admitKey, type Access } from '../records/admit-key.ts';
import { answerDone, refuseRecord, type RecordAnswer } from '../records/record-answers.ts';
import { dropPackage } from '../store/package-store.ts';
import { abandonSession } from './abandon-session.ts';
import { handOutToken } from './hand-out-token.ts';
import { noteAct } from './note-act.ts';
import { openUnit } from './open-unit.ts';
import { takeCourse } from './take-course.ts';
import { waiveUnit } from './waive-unit.ts';

/**
 * Packages of cmi5 for whoever holds a key with the scope `launch` (learning design, 7.4): take one, open its parts for somebody, let somebody go
 * without a part, end a session. And the one address without a key, by which a part gets its token.
 */
export const mountLaunches: Mount = {
  name: 'launches',
  prefix: '/api/learning/cmi5',
  answer: async (parts, { request, address, origin }) => {
    const url = new URL(request.url);
    const path = url.pathname.slice('/api/learning/cmi5/'.length).replace(/\/$/, '').split('/');
    const asked: Asked = { request, path, method: request.method, origin };
    const [area, id = '', last] = path;
    if (area === 'sessions' && last === 'fetch' && path.length === 3) {
      if (request.method !== 'POST') return send(notAllowed('POST'), true);
      const once = url.searchParams.get('once') ?? '';
      // What is no id of a session is found nowhere.
      return send(await handOutToken(parts, { session: toId<SessionId>(id), once, origin, address }), true);
    }
    const header = (name: string) => request.headers.get(name);
    const admitted = await admitKey(parts, { header, origin }, address);
    if (!admitted.ok) return send(admitted.refusal.answer, false);
    const access = admitted.value;
    if (access.session !== null || access.scope !== 'launch') return send(refuseRecord('ScopeMissing'), false);
    return send(await answer(parts, access, asked), false);
  },
};

interface Asked {
  readonly request: Request;
  readonly path: readonly string[];
  readonly method: string;
  readonly origin: string;
}

const nil = '00000000-0000-0000-0000-000000000000';

/** An id out of an address; what is none becomes one that nothing has. */
function toId<Id extends string>(text: string): Id {
  const lower = text.toLowerCase();
  // Checked to be a UUID; which thing it names is looked up where it is used.
  return (isId(lower) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(lower) ? lower : nil) as Id;
}

async function answer(parts: MountParts, access: Access, asked: Asked): Promise<RecordAnswer> {
  const { path, method, request, origin } = asked;
  const [area, id = '', act] = path;
  const saying = { access, origin };
  const call = [area, ...(path.length > 1 ? [':id'] : []), ...(act === undefined ? [] : [act])].join('/');
  if (path.length > 3) return refuseRecord('NotFound');
  switch (call) {
    case 'courses':
      if (method !== 'POST') return notAllowed('POST');
      return (await parts.hasRoom()) ? takeCourse(parts, access, request) : refuseRecord('StorageFull');
    case 'courses/:id':
      return method === 'DELETE' ? dropCourse(parts, access, toId(id)) : notAllowed('DELETE');
    case 'courses/:id/launch':
      return withBody(asked, launchRequest, (wanted) => openUnit(parts, access, { origin, course: toId(id), wanted }));
    case 'registrations/:id/waive':
      return withBody(asked, waiveRequest, (wanted) =>
        waiveUnit(parts, saying, { registration: toId<RegistrationId>(id), ...wanted }),
      );
    case 'sessions/:id/abandon':
      return withBody(asked, abandonRequest, () => abandonSession(parts, saying, toId(id)));
    default:
      return refuseRecord('NotFound');
  }
}

/** The most that a call may bring beside a package, in bytes. */
const bodyLimit = 64 * 1024;

async function withBody<Shape extends z.ZodType>(
  { request, method }: Asked,
  shape: Shape,
  run: (body: z.output<Shape>) => Promise<RecordAnswer>,
): Promise<RecordAnswer> {
  if (method !== 'POST') return notAllowed('POST');
  const bytes = await readBounded(request, bodyLimit);
  if (!bytes.ok) return refuseRecord('TooLarge', { rule: 'body-is-small-enough' });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return refuseRecord('BodyInvalid', { path: '$', rule: 'is-json' });
  }
  const read = shape.safeParse(value);
  if (read.success) return run(read.data);
  const [issue] = read.error.issues;
  return refuseRecord('BodyInvalid', { path: ['$', ...(issue?.path ?? [])].join('.'), rule: issue?.code });
}

async function dropCourse(parts: MountParts, access: Access, course: PackageId): Promise<RecordAnswer> {
  return inTenant(parts.database, { tenant: access.tenant, user: null }, async (tx) => {
    if (!(await dropPackage(tx, access, course, parts.clock.now()))) return refuseRecord('NotFound');
    await noteAct(tx, access, parts.clock, { act: 'learning.package-dropped', subject: course });
    return answerDone;
  });
}

function notAllowed(allowed: string): RecordAnswer {
  const refusal = refuseRecord('MethodNotAllowed');
  return { ...refusal, headers: { ...refusal.headers, Allow: allowed } };
}

/** A part lies at no origin of ours, so only what it may ask for is told to pages of any origin. */
function send({ status, headers, body }: RecordAnswer, anywhere: boolean): Response {
  const all = new Headers({ 'Cache-Control': 'no-store', ...headers });
  if (anywhere) {
    all.set('Access-Control-Allow-Origin', '*');
    all.set('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  // A text, since no call here answers with bytes.
  return new Response((body ?? null) as string | null, { status, headers: all });
}
