import type { Mount, MountParts } from '#platform/server/http';
import { admitAnew, confirmKey, KeyEnded, recallKey, refuseScope, type Access } from './admit-key.ts';
import { guardSession, noteAsked } from '../launch/guard-session.ts';
import { answerDocuments } from './answer-documents.ts';
import { answerAbout, answerActivities, answerAgents } from './answer-lookups.ts';
import { answerStatements } from './answer-statements.ts';
import { documentResources, type DocumentResource } from './document-address.ts';
import { refuseRecord, type RecordAnswer } from './record-answers.ts';
import { readRecordRequest, type RecordRequest } from './record-request.ts';

/** The record store: one store, by the rules of IEEE 9274.1.1 below `/xapi` and by those of xAPI 1.0.3 below `/xapi/1.0.3`. */
export const mountRecords: Mount = {
  name: 'record-store',
  prefix: '/xapi',
  answer: async (parts, { request, address, origin }) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: crossHeaders });
    const read = await readRecordRequest(request, origin);
    if (!read.ok) return send(read.refusal.answer, null);
    return send(await answer(parts, read.value, address), read.value);
  },
};

const methods: Readonly<Record<string, readonly string[]>> = {
  statements: ['GET', 'HEAD', 'PUT', 'POST'],
  activities: ['GET', 'HEAD'],
  agents: ['GET', 'HEAD'],
  about: ['GET', 'HEAD'],
  'activities/state': ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
  'activities/profile': ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
  'agents/profile': ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
};

async function answer(parts: MountParts, asked: RecordRequest, address: string): Promise<RecordAnswer> {
  const allowed = Object.hasOwn(methods, asked.resource) ? methods[asked.resource] : undefined;
  if (allowed === undefined) return refuseRecord('NotFound');
  if (!allowed.includes(asked.method)) {
    const refusal = refuseRecord('MethodNotAllowed');
    return { ...refusal, headers: { ...refusal.headers, Allow: allowed.join(', ') } };
  }
  if (asked.resource === 'about') return answerAbout();
  if (!isVersionKnown(asked)) return refuseRecord('VersionInvalid', { path: 'X-Experience-API-Version' });
  const recalled = await recallKey(parts, asked);
  const told = recalled === null ? null : await answerByRecalled(parts, recalled, asked);
  if (told !== null) return told;
  const admitted = await admitAnew(parts, asked, address);
  return admitted.ok ? answerTo(parts, admitted.value, asked) : admitted.refusal.answer;
}

/** Answers to whoever showed a key that is known from before; null when it is not any more what it was. */
async function answerByRecalled(parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer | null> {
  try {
    const told = await answerTo(parts, access, asked);
    // A refusal may not have needed the database at all: whose key has ended is told nothing else.
    await confirmKey(parts, access);
    return told;
  } catch (error) {
    if (error instanceof KeyEnded) return null;
    throw error;
  }
}

async function answerTo(parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer> {
  const guarded = access.session === null ? null : await guardSession(access.session, asked);
  if (guarded !== null && 'status' in guarded) return guarded;
  const barred = access.session === null ? refuseScope(access, asked.method) : null;
  if (barred !== null) return barred;
  const writes = asked.method === 'PUT' || asked.method === 'POST';
  if (writes && !(await parts.hasRoom())) return refuseRecord('StorageFull');
  const told = await answerResource(parts, access, guarded ?? asked);
  if (access.session !== null) await noteAsked(parts, access, access.session, asked);
  return told;
}

async function answerResource(parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer> {
  const { resource } = asked;
  if (isDocumentResource(resource)) return answerDocuments(parts, access, asked, resource);
  if (resource === 'statements') return answerStatements(parts, access, asked);
  return resource === 'activities' ? answerActivities(parts, access, asked) : answerAgents(parts, access, asked);
}

function isDocumentResource(resource: string): resource is DocumentResource {
  return Object.hasOwn(documentResources, resource);
}

const versions = { '1.0.3': /^1\.0(\.[0-3])?$/, '2.0.0': /^2\.0(\.\d+)?$/ } as const;

/** Each mount speaks one line of versions. */
function isVersionKnown({ version, header }: RecordRequest): boolean {
  const given = header('X-Experience-API-Version');
  return given !== null && versions[version].test(given.trim());
}

/** No cookie is read below the mount, so a page from anywhere may ask: it has nothing but the key that it was given. */
const crossHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, PUT, POST, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, If-Match, If-None-Match, Accept-Language, X-Experience-API-Version',
  'Access-Control-Expose-Headers':
    'ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through, X-Baken-Left-Out, X-Baken-Rewritten, X-Baken-Dropped',
  'Access-Control-Max-Age': '600',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

function send({ status, headers, body }: RecordAnswer, asked: RecordRequest | null): Response {
  const all = new Headers({ 'Cache-Control': 'no-store', ...crossHeaders, ...headers });
  if (asked !== null) all.set('X-Experience-API-Version', asked.version);
  if (asked?.resource === 'statements' && !all.has(throughHeader)) all.set(throughHeader, new Date(0).toISOString());
  // A text, or the bytes of a document or of a body in parts, none of which is shared memory.
  return new Response((body ?? null) as string | Uint8Array<ArrayBuffer> | null, { status, headers: all });
}

const throughHeader = 'X-Experience-API-Consistent-Through';
