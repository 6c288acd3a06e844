import { recordAudit } from '#kernel/audit/server';
import { createRecordKey, type KeyScope, type NewRecordKey } from '#modules/learning/server';
import { expectOk, systemClock } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { inTenant } from '#platform/server/db';
import type { TestServer } from './test-server.ts';

/** What one request to the record store came to. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer as JSON; null where it is none. */
  readonly json: unknown;
}

/** Whoever holds a key of the record store, as far as a test needs. */
export interface RecordClient {
  readonly key: string;
  ask(
    method: string,
    path: string,
    more?: { readonly body?: unknown; readonly headers?: Record<string, string> },
  ): Promise<Told>;
  /** Sends statements; what is no text is sent as JSON. */
  post(statements: unknown): Promise<Told>;
  /** Ids of the statements that a query finds, in order. */
  find(query: string): Promise<readonly string[]>;
}

/** Makes a key in the database of a test server and speaks by it. */
export async function connectRecords(
  server: Pick<TestServer, 'address' | 'database'>,
  options: Partial<NewRecordKey> & { readonly scope?: KeyScope; readonly mount?: '/xapi' | '/xapi/1.0.3' } = {},
): Promise<RecordClient> {
  const wanted = { scope: 'all', source: null, days: null, beside: null, ...options } as const;
  const tools = { clock: systemClock, randomBytes, recordAct: recordAudit };
  const made = await inTenant(server.database.database, { tenant: null, user: null }, (tx) =>
    createRecordKey(tx, wanted, tools),
  );
  const { key, secret } = expectOk(made);
  return speakBy(server.address, key, secret, options.mount ?? '/xapi');
}

/** Speaks to a record store by a key. */
export function speakBy(address: string, key: string, secret: string, mount: '/xapi' | '/xapi/1.0.3'): RecordClient {
  const own = {
    Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
    'X-Experience-API-Version': mount === '/xapi' ? '2.0.0' : '1.0.3',
  };
  const ask: RecordClient['ask'] = async (method, path, { body, headers = {} } = {}) => {
    const isText = typeof body === 'string' || body instanceof Uint8Array;
    const answer = await fetch(path.startsWith('/') ? address + path : `${address}${mount}/${path}`, {
      method,
      headers: { ...own, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isText ? (body as string) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    let json: unknown = null;
    if (/json/.test(answer.headers.get('Content-Type') ?? '')) json = JSON.parse(text);
    return { status: answer.status, headers: answer.headers, text, json };
  };
  return {
    key,
    ask,
    post: (statements) => ask('POST', 'statements', { body: statements }),
    find: async (query) => {
      const { json } = await ask('GET', `statements?${query}`);
      return (json as { statements: { id: string }[] }).statements.map(({ id }) => id);
    },
  };
}
