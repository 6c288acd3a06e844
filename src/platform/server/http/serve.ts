import { refuse, type AnyRefusal, type Result, type RouteRow } from '#platform/base';
import type { Context } from 'hono';
import { inTenant, isOvertaken, refusalIn, type Database, type Tx } from '../db/index.ts';
import { admit, begin, beginEarly, GuessedWrong, guessWho, type Asker } from './admit.ts';
import { callerAddress } from './caller-address.ts';
import type { BoundRoute, CookieName, KeptRefusal, OpenContext, SignedIn } from './context.ts';
import { failureOf } from './failure-of.ts';
import { blobHeaders } from './headers.ts';
import { parseRequest } from './parse-request.ts';
import { problem } from './problem.ts';
import { reachedAt } from './reached-at.ts';
import { createLines, type RequestLines } from './request-lines.ts';
import type { ServerParts } from './server-parts.ts';

export const sessionCookie: CookieName = '__Host-s';

/** Runs one request through everything its row demands, in one transaction. */
export async function serve(parts: ServerParts, bound: BoundRoute, http: Context): Promise<Response> {
  const { row } = bound;
  const crossSite = refuseCrossSite(row, http.req.raw);
  if (crossSite) return answerProblem(crossSite);
  const parsed = await parseRequest(row, http);
  if (!parsed.ok) return answerProblem(parsed.refusal);
  if (row.method !== 'GET' && !row.small && !(await parts.hasRoom())) return answerProblem({ type: 'StorageFull' });
  const jar = createJar(http.req.header('Cookie') ?? '');
  const asker: Asker = {
    token: jar.read(sessionCookie),
    address: callerAddress(parts, http),
    origin: reachedAt(parts, http.req.url),
    subject: subjectOf(http),
    metered: new Map(),
  };
  const lines = createLines(parts, row, asker.subject);
  try {
    const { result, signedIn } = await transact(parts.database, row, (tx, mayGuess) =>
      run(parts, tx, bound, parsed.value, asker, jar, lines, mayGuess),
    );
    if (!result.ok) lines.refused(result.refusal);
    else if (row.method !== 'GET' && signedIn && asker.subject !== null)
      parts.meter.know(signedIn.user, asker.subject, parts.clock.now());
    // No answer leaves before the log knows of the question.
    await lines.written();
    const response = result.ok ? answerValue(row, result.value) : answerProblem(result.refusal);
    for (const cookie of jar.changed()) response.headers.append('Set-Cookie', cookie);
    return response;
  } catch (error) {
    parts.reportDefect(row, error);
    return answerProblem({ type: failureOf(error) });
  }
}

/** What came of a request, and who asked. */
interface Served {
  readonly result: Result<unknown, KeptRefusal>;
  readonly signedIn: SignedIn | null;
}

const tries = 4;

/**
 * A question sees one moment, so that log, records and open values of an answer belong together. What it notes by the
 * way (last use, tries) may be overtaken by another request: then it is asked again from the beginning. So is whatever
 * began with a wrong guess of who asks. What a statement refused by itself is an answer like any other.
 */
async function transact(
  database: Database,
  { method }: RouteRow,
  work: (tx: Tx, mayGuess: boolean) => Promise<Served>,
): Promise<Served> {
  const caller = { tenant: null, user: null };
  const keep = ({ result }: Served): boolean => result.ok || result.refusal.keep === true;
  const snapshot = method === 'GET';
  let mayGuess = true;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTenant(database, caller, (tx) => work(tx, mayGuess), keep, { snapshot });
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) return { result: refuse(refusal), signedIn: null };
      const again = error instanceof GuessedWrong || (snapshot && isOvertaken(error));
      if (!again || attempt === tries) throw error;
      mayGuess = false;
    }
  }
}

async function run(
  parts: ServerParts,
  tx: Tx,
  { row, handle }: BoundRoute,
  request: unknown,
  asker: Asker,
  jar: Jar,
  lines: RequestLines,
  mayGuess: boolean,
): Promise<Served> {
  const { token, address, origin } = asker;
  const { clock, randomBytes, blobs, secrets, mail, publicOrigin, packageOrigin, readBuilt } = parts;
  const places = { publicOrigin, packageOrigin, address, origin };
  const around = { clock, randomBytes, blobs, secrets, mail, readBuilt, ...places, cookies: jar };
  const setSession: OpenContext['setSession'] = (session) => jar.set(sessionCookie, session);
  const answer = (signedIn: SignedIn | null): Promise<Result<unknown, KeptRefusal>> =>
    handle({ tx, ...around, setSession, signedIn }, request);
  const admitting = (): ReturnType<typeof admit> => admit(parts, tx, row, asker, lines);
  const guess = mayGuess ? await guessWho(parts, row, token) : null;
  const begun = guess ? await beginEarly(tx, guess, admitting, answer) : await begin(admitting(), answer);
  const { result } = begun;
  if (!begun.admitted) return { result, signedIn: null };
  const reading = row.method === 'GET';
  const kept = !result.ok && result.refusal.keep === true;
  if (reading && kept) throw new Error(`${row.name} keeps what it refused to answer`);
  if (!reading && (result.ok || kept)) lines.kept(tx, result.ok ? 'done' : result.refusal.type);
  return { result, signedIn: begun.signedIn };
}

/** The first id in the path, if any: what the act was done to. */
function subjectOf(http: Context): string | null {
  const values: readonly unknown[] = Object.values(http.req.param());
  const [first] = values;
  return typeof first === 'string' ? first : null;
}

/** Requests that change something must come from our own page (security.md 10 of the design). */
function refuseCrossSite(row: RouteRow, request: Request): AnyRefusal | null {
  if (row.method === 'GET') return null;
  const site = request.headers.get('Sec-Fetch-Site');
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  const own = site === 'same-origin' || (site === null && (origin === null || hostOf(origin) === host));
  if (!own || request.headers.get('X-Req') !== '1') return { type: 'CrossSite' };
  const type = request.headers.get('Content-Type') ?? '';
  const expected = row.input === 'bytes' ? 'application/octet-stream' : 'application/json';
  return type.split(';')[0] === expected ? null : { type: 'CrossSite' };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** The cookies of a request, and what of them the answer changes; what is set last holds. */
interface Jar {
  read(name: CookieName): string | null;
  set(name: CookieName, cookie: { readonly token: string; readonly maxAgeSeconds: number } | null): void;
  changed(): readonly string[];
}

function createJar(header: string): Jar {
  const changes = new Map<CookieName, string>();
  const how = 'Path=/; Secure; HttpOnly; SameSite=Strict';
  return {
    read: (name) => {
      const pairs = header.split(';').map((part) => part.trim().split('='));
      return pairs.find(([key, value]) => key === name && value)?.[1] ?? null;
    },
    set: (name, cookie) => {
      const { token = '', maxAgeSeconds = 0 } = cookie ?? {};
      changes.set(name, `${name}=${token}; ${how}; Max-Age=${String(maxAgeSeconds)}`);
    },
    changed: () => [...changes.values()],
  };
}

function answerValue(row: RouteRow, value: unknown): Response {
  if (row.output === 'bytes') {
    // A handler of a row with output 'bytes' returns bytes; `bind` holds that.
    return new Response(value as Uint8Array<ArrayBuffer>, { headers: { ...blobHeaders } });
  }
  if (row.output === 'nothing') return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  return new Response(JSON.stringify(value), {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });
}

function answerProblem(refusal: AnyRefusal): Response {
  const { status, body } = problem(refusal);
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
}
