import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type SpaceId, type UserId } from '#platform/base';
import { signIn } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { inTenant } from '#platform/server/db';
import { openMailServer, type MailServer } from '../../../../../tests/support/mail-server.ts';
import { startTestServer, type TestServer } from '../../../../../tests/support/test-server.ts';
import { noticeRoutes } from '../../contract/notice-routes.ts';
import { raiseNotices } from '../store/notice-store.ts';

let mail: MailServer;
let server: TestServer;
let anna: TestPerson;
let lea: TestPerson;
const address = 'heron47@mail.test';

beforeAll(async () => {
  mail = await openMailServer();
  // Wednesday 25 November, 7 in the morning in Amsterdam.
  server = await startTestServer({ now: new Date('2026-11-25T06:00:00Z'), mail: mail.mailer });
  const founder = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const joined = await buildColleague(founder, buildParts(server.connect().api, server.clock), {
    handle: 'lea',
    roles: [{ role: 'volunteer', until: null }],
  });
  anna = joined.inviter;
  lea = joined.colleague;
});
afterEach(() => {
  mail.letters.length = 0;
});
afterAll(async () => {
  await server.stop();
  await mail.down();
});

const at = (text: string): void => server.clock.set(new Date(text));
const later = (minutes: number): void => server.clock.set(new Date(server.clock.now().getTime() + minutes * 60_000));

async function raise(urgent: boolean, user: UserId = lea.person.user): Promise<void> {
  const [subject, space] = [createId<string>(testRandomBytes), createId<SpaceId>(testRandomBytes)];
  const notice = { user, kind: 'task-new' as const, subject, space, date: null, step: null, urgent };
  await inTenant(server.database.database, { tenant: lea.person.tenant, user: null }, (tx) =>
    raiseNotices(tx, lea.person.tenant, [notice], server.clock.now()),
  );
}

async function ask<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  const client = new pg.Client(server.database.owner);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Signs in anew: time that passes ends sessions. */
async function comeBack({ parts, person, passphrase }: TestPerson): Promise<void> {
  expectOk(await signIn(parts, { handle: person.handle, passphrase }));
}

const codeOf = (raw: string): string => /\b(\d{6})\b/.exec(raw.split('\r\n\r\n')[1] ?? '')?.[1] ?? '';
const call = { hour: 8, language: 'en' as const };

async function switchOn({ parts }: TestPerson, to: string): Promise<void> {
  expectOk(await parts.api.call(noticeRoutes.askForMail, { input: { address: to, ...call } }));
  await server.runJobs();
  const code = codeOf(mail.letters.at(-1)?.raw ?? '');
  expectOk(await parts.api.call(noticeRoutes.confirmMail, { input: { code } }));
  mail.letters.length = 0;
}

test('an address counts after its code was typed, is sealed in the database, and shown masked', async () => {
  const { api } = lea.parts;
  expect(expectOk(await api.call(noticeRoutes.readMailChoice, {}))).toMatchObject({ available: true, state: 'off' });
  expectOk(await api.call(noticeRoutes.askForMail, { input: { address, ...call } }));
  await raise(true);
  expect(await server.runJobs()).toBeGreaterThan(0);
  // The code and nothing else: an address that is not confirmed gets no notice.
  expect(mail.letters).toHaveLength(1);
  const [letter] = mail.letters;
  expect(letter?.to).toBe(address);
  const code = codeOf(letter?.raw ?? '');
  const wrong = code === '000000' ? '000001' : '000000';
  expect(await api.call(noticeRoutes.confirmMail, { input: { code: wrong } })).toMatchObject({
    refusal: { type: 'CodeWrong' },
  });
  expect(expectOk(await api.call(noticeRoutes.confirmMail, { input: { code } }))).toMatchObject({
    state: 'on',
    masked: 'h…@mail.test',
    problem: null,
  });
  expect(await api.call(noticeRoutes.confirmMail, { input: { code } })).toMatchObject({
    refusal: { type: 'CodeOver' },
  });
  const stored = JSON.stringify(await ask('SELECT * FROM notices.mail_choice, platform.job'));
  expect(stored).not.toContain('heron');
  expect(stored).not.toContain('mail.test');
  expect(stored).not.toContain(code);
  const { notices } = expectOk(await api.call(noticeRoutes.listNotices, {}));
  expectOk(await api.call(noticeRoutes.seeNotices, { input: { ids: notices.map(({ id }) => id) } }));
});

test('five wrong codes end a code, and so does an hour', async () => {
  const { api } = anna.parts;
  expectOk(await api.call(noticeRoutes.askForMail, { input: { address: 'kite@mail.test', ...call } }));
  await server.runJobs();
  const code = codeOf(mail.letters.at(-1)?.raw ?? '');
  const wrong = code === '111111' ? '111112' : '111111';
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await api.call(noticeRoutes.confirmMail, { input: { code: wrong } })).toMatchObject({
      refusal: { type: 'CodeWrong' },
    });
  }
  expect(await api.call(noticeRoutes.confirmMail, { input: { code } })).toMatchObject({
    refusal: { type: 'CodeOver' },
  });
  expectOk(await api.call(noticeRoutes.askForMail, { input: { address: 'kite@mail.test', ...call } }));
  await server.runJobs();
  const fresh = codeOf(mail.letters.at(-1)?.raw ?? '');
  at('2026-11-25T07:11:00Z');
  await comeBack(anna);
  expect(await api.call(noticeRoutes.confirmMail, { input: { code: fresh } })).toMatchObject({
    refusal: { type: 'CodeOver' },
  });
  expectOk(await api.call(noticeRoutes.stopMail, {}));
});

test('one mail at the chosen hour says only that there is something', async () => {
  at('2026-11-26T06:30:00Z');
  await raise(false);
  await raise(false);
  await server.runJobs();
  expect(mail.letters).toEqual([]);
  at('2026-11-26T07:01:00Z');
  await server.runJobs();
  await server.runJobs({ ahead: true });
  expect(mail.letters).toHaveLength(1);
  const [head = '', ...body] = mail.letters[0]?.raw.split('\r\n\r\n') ?? [];
  expect(head).toContain('Subject: There is something for you in Baken');
  expect(body.join('\n\n').trim().replaceAll('\r\n', '\n')).toBe(
    'There is something for you in Baken.\n\nhttps://baken.test/',
  );
  later(60);
  await raise(false);
  await server.runJobs();
  expect(mail.letters).toHaveLength(1);
  at('2026-11-27T07:01:00Z');
  await server.runJobs();
  expect(mail.letters).toHaveLength(2);
});

test('what is urgent goes at once, three times a day at most, and never what was seen', async () => {
  at('2026-11-27T10:00:00Z');
  for (let n = 0; n < 5; n += 1) {
    await raise(true);
    later(5);
    await server.runJobs();
  }
  expect(mail.letters).toHaveLength(3);
  const { api } = lea.parts;
  await comeBack(lea);
  const { notices } = expectOk(await api.call(noticeRoutes.listNotices, {}));
  expectOk(await api.call(noticeRoutes.seeNotices, { input: { ids: notices.map(({ id }) => id) } }));
  at('2026-11-28T09:00:00Z');
  await server.runJobs();
  expect(mail.letters).toHaveLength(3);
});

test('a mail server that is down loses nothing and doubles nothing', async () => {
  await mail.down();
  at('2026-11-28T10:00:00Z');
  await comeBack(lea);
  await raise(true);
  await server.runJobs();
  expect(mail.letters).toEqual([]);
  expect(await ask(`SELECT last_code FROM platform.job WHERE kind = 'notices.send-mail'`)).toEqual([
    { last_code: 'MailUnreachable' },
  ]);
  expect(expectOk(await lea.parts.api.call(noticeRoutes.readMailChoice, {}))).toMatchObject({
    problem: 'MailUnreachable',
  });
  later(2);
  await server.runJobs();
  await mail.up();
  later(5);
  await server.runJobs();
  later(5);
  await server.runJobs();
  expect(mail.letters).toHaveLength(1);
  expect(expectOk(await lea.parts.api.call(noticeRoutes.readMailChoice, {}))).toMatchObject({ problem: null });
});

test('an address that is refused keeps nobody else from their mail, and its owner sees why', async () => {
  at('2026-11-28T11:00:00Z');
  await comeBack(anna);
  await comeBack(lea);
  await switchOn(anna, 'kite@mail.test');
  mail.unknown.add('kite@mail.test');
  await raise(true, anna.person.user);
  await raise(true);
  later(2);
  await server.runJobs();
  expect(mail.letters.map(({ to }) => to)).toEqual([address]);
  expect(expectOk(await anna.parts.api.call(noticeRoutes.readMailChoice, {}))).toMatchObject({
    problem: 'AddressRefused',
  });
  expect(expectOk(await lea.parts.api.call(noticeRoutes.readMailChoice, {}))).toMatchObject({ problem: null });
});

test('nobody sees or marks the notices of another, and stopping deletes the address at once', async () => {
  at('2026-11-28T11:10:00Z');
  await raise(false);
  const { notices } = expectOk(await lea.parts.api.call(noticeRoutes.listNotices, {}));
  const unseen = notices.filter(({ seen }) => !seen);
  expect(unseen.length).toBeGreaterThan(0);
  const others = expectOk(await anna.parts.api.call(noticeRoutes.listNotices, {}));
  expect(others.notices.some(({ id }) => unseen.some((own) => own.id === id))).toBe(false);
  expectOk(await anna.parts.api.call(noticeRoutes.seeNotices, { input: { ids: unseen.map(({ id }) => id) } }));
  expect(expectOk(await lea.parts.api.call(noticeRoutes.listNotices, {})).unseen).toBe(unseen.length);
  expectOk(await lea.parts.api.call(noticeRoutes.stopMail, {}));
  expect(await ask(`SELECT 1 FROM notices.mail_choice WHERE user_id = '${lea.person.user}'`)).toEqual([]);
  await raise(true);
  later(5);
  await server.runJobs();
  expect(mail.letters).toEqual([]);
  expect(expectOk(await lea.parts.api.call(noticeRoutes.readMailChoice, {}))).toMatchObject({ state: 'off' });
});

test('an address is forgotten a day after it was given, also when its code was never drawn', async () => {
  const kept = () =>
    ask<{ state: string }>(`SELECT state FROM notices.mail_choice WHERE user_id = '${lea.person.user}'`);
  await comeBack(lea);
  const { api } = lea.parts;
  expectOk(await api.call(noticeRoutes.askForMail, { input: { address, ...call } }));
  // As where mail was switched off before the code was due: the job finds nothing to send with.
  await ask(`DELETE FROM platform.job WHERE kind = 'notices.send-code'`);
  later(23 * 60);
  await server.runJobs();
  expect(await kept()).toEqual([{ state: 'waiting' }]);
  // Asked for anew, the day begins anew.
  await comeBack(lea);
  expectOk(await api.call(noticeRoutes.askForMail, { input: { address, ...call } }));
  await ask(`DELETE FROM platform.job WHERE kind = 'notices.send-code'`);
  later(23 * 60);
  await server.runJobs();
  expect(await kept()).toEqual([{ state: 'waiting' }]);
  later(3 * 60);
  await server.runJobs();
  expect(await kept()).toEqual([]);
});

test('a code that came late is good for its hour, and an address that was proven stays', async () => {
  const kept = () =>
    ask<{ state: string }>(`SELECT state FROM notices.mail_choice WHERE user_id = '${lea.person.user}'`);
  await comeBack(lea);
  const { api } = lea.parts;
  mail.letters.length = 0;
  expectOk(await api.call(noticeRoutes.askForMail, { input: { address, ...call } }));
  later(25 * 60);
  await comeBack(lea);
  // The code is drawn only now; the clearing job runs in the same pass.
  await server.runJobs({ ahead: true });
  expect(await kept()).toEqual([{ state: 'waiting' }]);
  expectOk(await api.call(noticeRoutes.confirmMail, { input: { code: codeOf(mail.letters.at(-1)?.raw ?? '') } }));
  later(60 * 24 * 60);
  await server.runJobs();
  expect(await kept()).toEqual([{ state: 'on' }]);
  await comeBack(lea);
  expectOk(await api.call(noticeRoutes.stopMail, {}));
});

test('an address that nobody proves is forgotten, and so is everything of somebody whose keys are revoked', async () => {
  at('2027-03-01T06:00:00Z');
  await comeBack(lea);
  mail.unknown.clear();
  expectOk(await lea.parts.api.call(noticeRoutes.askForMail, { input: { address, ...call } }));
  await server.runJobs();
  later(24 * 60);
  await server.runJobs();
  expect(await ask(`SELECT 1 FROM notices.mail_choice WHERE user_id = '${lea.person.user}'`)).toHaveLength(1);
  later(2 * 60);
  await server.runJobs();
  expect(await ask(`SELECT 1 FROM notices.mail_choice WHERE user_id = '${lea.person.user}'`)).toEqual([]);

  await comeBack(lea);
  await switchOn(lea, address);
  await raise(false);
  await ask(`UPDATE accounts.account SET status = 'revoked' WHERE id = '${lea.person.user}' RETURNING id`);
  later(61);
  await server.runJobs();
  expect(mail.letters).toEqual([]);
  expect(await ask(`SELECT 1 FROM notices.mail_choice WHERE user_id = '${lea.person.user}'`)).toEqual([]);
  expect(await ask(`SELECT 1 FROM notices.notice WHERE user_id = '${lea.person.user}'`)).toEqual([]);
});
