import { createHash, randomUUID } from 'node:crypto';
import { CompactSign, generateKeyPair } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectRecords, type RecordClient, type Told } from './support/record-client.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
let records: RecordClient;
beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-11-28T10:00:00Z') });
  records = await connectRecords(server);
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

interface Sent {
  readonly id: string;
  readonly [property: string]: unknown;
}

const person = (name: string) => ({ mbox: `mailto:${name}@example.org` });
const course = (name: string) => ({ id: `https://example.org/courses/${name}` });
const verb = (name: string) => ({ id: `https://example.org/verbs/${name}` });
const voided = { id: 'http://adlnet.gov/expapi/verbs/voided' };
const pointAt = (id: string) => ({ objectType: 'StatementRef', id });
const build = (over: Record<string, unknown> = {}): Sent => ({
  id: randomUUID(),
  actor: person('ana'),
  verb: verb('finished'),
  object: course('one'),
  ...over,
});
const query = (filters: Record<string, unknown>): string =>
  Object.entries(filters)
    .map(([name, value]) => `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('&');
const problemOf = ({ json }: Told) => json as { code: string; path?: string; rule?: string };

describe('a statement', () => {
  test('goes out as it came, to the last digit, with what the store says of it', async () => {
    const id = randomUUID();
    const sent = `{"id":"${id}", "actor":{"mbox":"mailto:ana@example.org"},"verb":{"id":"https://example.org/verbs/saw"},
      "object":{"id":"https://example.org/a"},"result":{"score":{"raw":1.50,"max":2.0e0}},"stored":"1999-01-01T00:00:00Z"}`;
    expect(await records.post(sent)).toMatchObject({ status: 200, json: [id] });
    const { text, json, headers } = await records.ask('GET', `statements?statementId=${id}`);
    expect(text).toContain('"score":{"raw":1.50,"max":2.0e0}');
    expect(json).toMatchObject({ authority: { account: { name: records.key } }, version: '2.0.0' });
    const { stored, timestamp } = json as { stored: string; timestamp: string };
    expect([stored > '2026-11-28T10', timestamp]).toEqual([true, stored]);
    expect(headers.get('X-Experience-API-Version')).toBe('2.0.0');
    expect(headers.get('Last-Modified')).toBe(new Date(stored).toUTCString());
  });

  test('sent again changes nothing; another of the same id is refused, and nothing of its batch is kept', async () => {
    const [one, other] = [build({ timestamp: '2026-11-28T09:00:00Z' }), build()];
    await records.post(one);
    const again = {
      ...one,
      timestamp: '2026-11-28T10:00:00+01:00',
      verb: { ...verb('finished'), display: { en: 'x' } },
    };
    expect((await records.post([again, one.id === again.id ? build() : one])).status).toBe(200);
    expect((await records.ask('PUT', `statements?statementId=${one.id}`, { body: one })).status).toBe(204);
    const before = await records.find('limit=500');
    const refused = await records.post([other, { ...one, actor: person('ben') }]);
    expect(refused.status).toBe(409);
    expect(problemOf(refused)).toMatchObject({ code: 'StatementTaken', path: '$[1]' });
    expect(await records.find('limit=500')).toEqual(before);
  });

  test('without a time of its own may be sent again as it was read', async () => {
    const sent = build();
    await records.post(sent);
    const { text } = await records.ask('GET', `statements?statementId=${sent.id}`);
    expect((await records.post(text)).status).toBe(200);
  });
});

describe('taking back', () => {
  test('hides a statement, whichever of the two came first, and what takes back is never taken back', async () => {
    const target = build();
    const voider = build({ verb: voided, object: pointAt(target.id) });
    const early = build({ verb: voided, object: pointAt(randomUUID()) });
    const late = build({ id: early['object'] === undefined ? '' : (early['object'] as { id: string }).id });
    await records.post([voider, early]);
    await records.post([target, late]);
    await records.post(build({ verb: voided, object: pointAt(voider.id) }));
    for (const { id } of [target, late]) {
      expect((await records.ask('GET', `statements?statementId=${id}`)).status).toBe(404);
      expect((await records.ask('GET', `statements?voidedStatementId=${id}`)).status).toBe(200);
      expect(await records.find('limit=500')).not.toContain(id);
    }
    expect((await records.ask('GET', `statements?statementId=${voider.id}`)).status).toBe(200);
    expect(await records.find('limit=500')).toEqual(expect.arrayContaining([voider.id, early.id]));
  });
});

describe('a filter', () => {
  test('finds by what a statement itself says, and related ones only where they are asked for', async () => {
    const own = await connectRecords(server);
    const registration = randomUUID();
    const member = person('member');
    const narrow = build({ actor: { objectType: 'Group', member: [member] }, context: { registration } });
    const inner = { objectType: 'SubStatement', actor: member, verb: verb('saw'), object: course('inner') };
    const wide = build({ object: inner });
    const around = build({ context: { contextActivities: { parent: course('around') }, instructor: member } });
    await own.post([narrow, wide, around]);
    const ids = (filters: Record<string, unknown>) => own.find(query({ ...filters, ascending: true }));
    expect(await ids({ agent: member })).toEqual([narrow.id]);
    expect(await ids({ agent: member, related_agents: true })).toEqual([narrow.id, wide.id, around.id]);
    expect(await ids({ activity: course('inner').id })).toEqual([]);
    expect(await ids({ activity: course('inner').id, related_activities: true })).toEqual([wide.id]);
    expect(await ids({ activity: course('around').id, related_activities: true })).toEqual([around.id]);
    expect(await ids({ registration })).toEqual([narrow.id]);
    expect(await ids({ registration: registration.toUpperCase(), agent: member, verb: verb('finished').id })).toEqual([
      narrow.id,
    ]);
    expect(await ids({ registration, activity: course('around').id, related_activities: true })).toEqual([]);
    // The domain of an address is the same in either case; what stands before it is not.
    expect(await ids({ agent: { mbox: 'mailto:member@EXAMPLE.org' } })).toEqual([narrow.id]);
    expect(await ids({ agent: { mbox: 'mailto:Member@example.org' } })).toEqual([]);
  });

  test('follows references, in whatever order the statements came', async () => {
    const own = await connectRecords(server);
    const [first, second, third] = [
      build({ actor: person('dora'), object: course('deep') }),
      build({ actor: person('eve'), verb: verb('confirmed') }),
      build({ actor: person('finn'), verb: verb('checked') }),
    ];
    const chain = [{ ...third, object: pointAt(second.id) }, { ...second, object: pointAt(first.id) }, first];
    for (const statement of chain) expect((await own.post(statement)).status).toBe(200);
    const all = [third.id, second.id, first.id];
    const ids = (filters: Record<string, unknown>) => own.find(query({ ...filters, ascending: true }));
    expect(await ids({ agent: person('dora') })).toEqual(all);
    expect(await ids({ activity: course('deep').id })).toEqual(all);
    expect(await ids({ verb: verb('confirmed').id })).toEqual([third.id, second.id]);
    expect(await ids({ agent: person('finn') })).toEqual([third.id]);
    await own.post(build({ verb: voided, object: pointAt(first.id) }));
    expect(await ids({ agent: person('dora') })).toEqual(expect.arrayContaining([third.id, second.id]));
    expect(await ids({ agent: person('dora') })).not.toContain(first.id);
  });

  test('by time leaves out what was stored before, and takes what was stored at its end', async () => {
    const own = await connectRecords(server);
    const storedOf = async (sent: Sent) => {
      await own.post(sent);
      return ((await own.ask('GET', `statements?statementId=${sent.id}`)).json as { stored: string }).stored;
    };
    const sent = [build(), build(), build()];
    const times = [];
    for (const one of sent) times.push(await storedOf(one));
    expect(times.toSorted()).toEqual(times);
    expect(new Set(times).size).toBe(3);
    expect(await own.find(query({ since: times[0], until: times[1] }))).toEqual([sent[1]?.id]);
    expect(await own.find(query({ since: times[2] }))).toEqual([]);
  });
});

describe('pages', () => {
  const walk = async (own: RecordClient, start: string, between: () => Promise<unknown>) => {
    const seen: string[] = [];
    let at: Told = await own.ask('GET', start);
    for (;;) {
      const { statements, more } = at.json as { statements: { id: string }[]; more: string };
      seen.push(...statements.map(({ id }) => id));
      if (more === '') return seen;
      await between();
      at = await own.ask('GET', more);
      expect(at.status).toBe(200);
    }
  };

  test.each(['false', 'true'])('stay as they are while others write (ascending %s)', async (ascending) => {
    const own = await connectRecords(server);
    const sent = Array.from({ length: 23 }, () => build());
    await own.post(sent);
    const written = () => own.post(build());
    const seen = await walk(own, `statements?limit=5&ascending=${ascending}`, written);
    const ids = sent.map(({ id }) => id);
    expect(seen).toEqual(ascending === 'true' ? ids : ids.toReversed());
  });

  test('are told only to who was given the address, unaltered', async () => {
    const own = await connectRecords(server);
    await own.post([build(), build(), build()]);
    const { more } = (await own.ask('GET', 'statements?limit=1')).json as { more: string };
    const altered = more.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(problemOf(await own.ask('GET', altered))).toMatchObject({ code: 'TokenInvalid' });
    expect((await own.ask('GET', altered)).status).toBe(400);
    expect((await own.ask('GET', `${more}&limit=2`)).status).toBe(400);
    expect((await records.ask('GET', more)).status).toBe(400);
    expect((await own.ask('GET', more)).status).toBe(200);
  });
});

describe('writers at the same time', () => {
  test('leave no gap, and a reader is never told of a time before which something is missing', async () => {
    const own = await connectRecords(server);
    const seen: { through: string; ids: readonly string[] }[] = [];
    const reading = async () => {
      const { headers, json } = await own.ask('GET', 'statements?limit=500');
      const { statements } = json as { statements: { id: string; stored: string }[] };
      const through = headers.get('X-Experience-API-Consistent-Through') ?? '';
      expect(through < '2026-11-28T10:00:00.000Z' || statements.some(({ stored }) => stored === through)).toBe(true);
      seen.push({ through, ids: statements.filter(({ stored }) => stored <= through).map(({ id }) => id) });
    };
    const writing = Array.from({ length: 12 }, async () => {
      expect((await own.post([build(), build(), build()])).status).toBe(200);
      await reading();
    });
    await Promise.all(writing);
    const { statements } = (await own.ask('GET', 'statements?limit=500')).json as {
      statements: { id: string; stored: string }[];
    };
    expect(statements).toHaveLength(36);
    for (const { through, ids } of seen)
      expect(ids).toEqual(statements.filter(({ stored }) => stored <= through).map(({ id }) => id));
    const rows = await asked(
      server.database.owner,
      `SELECT count(*)::integer AS n, max(seq) - min(seq) + 1 AS span
      FROM learning.lrs_statement WHERE store = (SELECT store FROM learning.lrs_key WHERE id = '${own.key}')`,
    );
    expect(rows).toEqual([{ n: 36, span: 36 }]);
  });
});

async function asked(
  address: ConstructorParameters<typeof pg.Client>[0],
  statement: string,
): Promise<readonly unknown[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test.each([
  'UPDATE learning.lrs_statement SET body = body',
  'DELETE FROM learning.lrs_statement',
  'DELETE FROM learning.lrs_void',
  'UPDATE learning.lrs_found SET wide = wide',
  'DELETE FROM learning.lrs_attachment',
  'UPDATE learning.lrs_key SET scope = scope',
])('the database itself refuses our server: %s', async (statement) => {
  await expect(asked(server.database.app, statement)).rejects.toThrow(/permission denied/);
});

describe('attachments', () => {
  const boundary = 'mark-between';
  const hashOf = (bytes: string) => createHash('sha256').update(bytes).digest('hex');
  const describeFile = (bytes: string, over: object = {}) => ({
    ...{ usageType: 'https://example.org/usage', display: { en: 'file' }, contentType: 'text/plain' },
    ...{ length: bytes.length, sha2: hashOf(bytes) },
    ...over,
  });
  const partOf = (bytes: string, sha2 = hashOf(bytes)) =>
    `--${boundary}\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n${bytes}\r\n`;
  const send = (statement: unknown, parts: readonly string[]) =>
    records.ask('POST', 'statements', {
      headers: { 'Content-Type': `multipart/mixed; boundary=${boundary}` },
      body: `--${boundary}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(statement)}\r\n${parts.join('')}--${boundary}--\r\n`,
    });

  test('come back as they were, and are all accounted for', async () => {
    const sent = build({ attachments: [describeFile('a file\r\nof two lines')] });
    expect((await send(sent, [partOf('a file\r\nof two lines')])).status).toBe(200);
    const read = await records.ask('GET', `statements?statementId=${sent.id}&attachments=true`);
    expect(read.headers.get('Content-Type')).toMatch(/^multipart\/mixed; boundary=/);
    expect(read.text).toContain(
      `X-Experience-API-Hash: ${hashOf('a file\r\nof two lines')}\r\n\r\na file\r\nof two lines\r\n`,
    );
    const rules = await Promise.all([
      send(build({ attachments: [describeFile('x')] }), []),
      send(build({ attachments: [describeFile('x')] }), [partOf('x'), partOf('left over')]),
      send(build({ attachments: [describeFile('x')] }), [partOf('y', hashOf('x'))]),
      send(build({ attachments: [describeFile('x', { fileUrl: 'https://example.org/x' })] }), []),
    ]);
    expect(rules.map((told) => [told.status, problemOf(told).rule])).toEqual([
      [400, 'attachment-is-sent-or-has-an-address'],
      [400, 'part-belongs-to-an-attachment'],
      [400, 'hash-is-that-of-the-attachment'],
      [200, undefined],
    ]);
  });

  test('of several pieces, sent twice, come back whole and once', async () => {
    const bytes = `${'a file of more than four megabytes. '.repeat(120_000)}end`;
    const [one, two] = [build({ attachments: [describeFile(bytes)] }), build({ attachments: [describeFile(bytes)] })];
    for (const statement of [one, two]) expect((await send(statement, [partOf(bytes)])).status).toBe(200);
    const read = await records.ask('GET', `statements?statementId=${two.id}&attachments=true`);
    expect(read.text.split(hashOf(bytes))).toHaveLength(3);
    expect(read.text.includes(`\r\n\r\n${bytes}\r\n--`)).toBe(true);
  });

  test('that are signatures are of the statement that they hang on', async () => {
    const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
    const sign = (payload: unknown, alg = 'RS256') =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader({ alg }).sign(privateKey);
    const signature = 'http://adlnet.gov/expapi/attachments/signature';
    const hung = (statement: Sent, jws: string) => {
      const attachment = describeFile(jws, { usageType: signature, contentType: 'application/octet-stream' });
      return send({ ...statement, attachments: [attachment] }, [partOf(jws)]);
    };
    const [one, other] = [build(), build()];
    expect((await hung(one, await sign(one))).status).toBe(200);
    const refused = [
      await hung(other, await sign({ ...other, actor: person('ben') })),
      await hung(other, 'no.jws'),
      await hung(other, `${'e30'}.e30.e30`),
    ];
    expect(refused.map((told) => problemOf(told).rule)).toEqual([
      'signature-is-of-this-statement',
      'signature-is-a-compact-jws',
      'signature-is-by-rs256-rs384-or-rs512',
    ]);
  });
});

describe('one store', () => {
  test('is read by both lines of versions, as far as the older one has words', async () => {
    const own = await connectRecords(server);
    const older = await connectRecords(server, { beside: own.key, mount: '/xapi/1.0.3' });
    const contextAgents = [{ objectType: 'contextAgent', agent: person('gus') }];
    const [plain, newer] = [build(), build({ context: { contextAgents } })];
    await own.post([plain, newer]);
    const old = build();
    expect((await older.post(old)).status).toBe(200);
    expect((await older.post(build({ context: { contextAgents } }))).status).toBe(400);
    const read = await older.ask('GET', 'statements?ascending=true');
    const { statements } = read.json as { statements: { id: string; version: string }[] };
    expect(statements.map(({ id, version }) => [id, version])).toEqual([
      [plain.id, '1.0.0'],
      [old.id, '1.0.0'],
    ]);
    expect(read.headers.get('X-Baken-Left-Out')).toBe('1');
    expect(await own.find('ascending=true')).toEqual([plain.id, newer.id, old.id]);
    expect(await own.find(query({ agent: person('gus'), related_agents: true }))).toEqual([newer.id]);
  });
});
