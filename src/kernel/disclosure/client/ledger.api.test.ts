import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createId, expectOk } from '#platform/base';
import { hashText, signLedgerPart } from '#platform/crypto';
import { testRandomBytes } from '#kernel/accounts/testing';
import { createMarks } from '#kernel/accounts/client';
import { recordAudit } from '#kernel/audit/server';
import { inTenant } from '#platform/server/db';
import type { SpaceSession } from '#kernel/spaces/client';
import { askAsOwner, startLedgerTeam } from '../../../../tests/support/ledger-team.ts';
import type { TestServer } from '../../../../tests/support/test-server.ts';
import { exportLedger } from '../server/index.ts';
import { ledgerRows } from '../model/ledger/ledger-rows.ts';
import { ledgerRoutes } from '../contract/ledger-routes.ts';
import type { LedgerEntryId, LedgerFigure } from '../model/ledger/ledger-entry.ts';
import { keyOfWord } from '../model/ledger/find-new-words.ts';
import {
  approveRelease,
  dropProposal,
  listProposals,
  noteInLedger,
  openLedger,
  proposeRelease,
  type Drafted,
  type Judge,
  type Proposal,
  verifyLedgerFile,
} from './index.ts';

let server: TestServer;
let judge: Judge;
let anna: SpaceSession;
let iris: SpaceSession;
let ruben: SpaceSession;
let others: ReadonlyMap<string, SpaceSession>;

beforeAll(async () => {
  ({ server, judge, anna, iris, ruben, others } = await startLedgerTeam());
}, 120_000);
afterAll(() => server.stop());

const shown = (value: number | null, groups: readonly string[] = []): LedgerFigure => ({
  sets: groups.length > 0 ? { quarter: groups } : {},
  rule: '10-5',
  value,
});
const releaseOf = (population: string, figures: readonly LedgerFigure[]): Drafted => ({
  ...{ id: createId<LedgerEntryId>(testRandomBytes), kind: 'release', population, figures, dimensions: {}, floor: 10 },
  ...{ audience: 'public', document: { title: 'Year report', version: '1' }, menu: null, tables: [], state: null },
});
const saidOf = (population: string, value: number, groups: readonly string[] = []): Drafted => ({
  ...{ id: createId<LedgerEntryId>(testRandomBytes), kind: 'said', population, figures: [shown(value, groups)] },
  ...{ floor: 10, on: '2026-12-01', where: 'Round table' },
});

/** Proposes, and gives the proposal as another person finds it. */
async function propose(author: SpaceSession, draft: Drafted, reader = author): Promise<Proposal> {
  expectOk(await proposeRelease(author, draft));
  const found = expectOk(await listProposals(reader)).find(({ content }) => content.id === draft.id);
  if (!found) throw new Error('the proposal is not there');
  return found;
}
/** Whoever approves here has looked at the words of every population. */
const keyOf = (word: string) => keyOfWord({ kind: 'population', word, of: null, known: [] });
const words = [
  ...['Persons supported 2024', 'Persons supported 2025', 'Overlaps', 'Killed 2025', 'Another past', 'Anything'],
  ...Array.from({ length: 100 }, (_, round) => [
    `Round ${String(round)} of one`,
    `Round ${String(round)} of another`,
  ]).flat(),
].map(keyOf);
/** Decided on the ledger as it is now. */
const approved = async (reason: string | null = null, keys: readonly string[] = words) => ({
  ...{ reason, words: keys },
  head: expectOk(await openLedger(anna)).head,
});
const refusalOf = (result: { ok: true } | { ok: false; refusal: { type: string } }) =>
  result.ok ? null : result.refusal;

const asOwner = (text: string, values: readonly unknown[] = []) => askAsOwner(server, text, values);

describe('a release', () => {
  test('is written down when another person approves it, and verified by everybody who reads', async () => {
    const [author, approver] = [iris, ruben];
    expect(expectOk(await openLedger(author)).entries).toEqual([]);
    const proposal = await propose(author, releaseOf('Persons supported 2024', [shown(65)]), approver);
    expect(refusalOf(await approveRelease(author, judge, proposal, await approved()))).toMatchObject({
      type: 'ledger-broken',
      reason: 'same-person',
    });
    expectOk(await approveRelease(approver, judge, proposal, await approved()));
    const ledger = expectOk(await openLedger(anna));
    expect(ledger.entries.map(({ content, seal }) => [content.author, seal.by, seal.audit?.verdict])).toEqual([
      [author.user, approver.user, 'pass'],
    ]);
    expect(expectOk(await listProposals(author))).toEqual([]);
  });

  test('that is warned of needs a reason; a withdrawn number counts all the same', async () => {
    const [author, approver] = [iris, ruben];
    const months = saidOf('Persons supported 2025', 60, ['first', 'second', 'third']);
    expectOk(await noteInLedger(author, months, words));
    const withdrawal = {
      id: createId<LedgerEntryId>(testRandomBytes),
      kind: 'withdrawal',
      withdraws: months.id,
      why: 'Said too early',
    } as const;
    expectOk(await noteInLedger(author, withdrawal, words));
    const year = await propose(author, releaseOf('Persons supported 2025', [shown(65)]), approver);
    expect(refusalOf(await approveRelease(approver, judge, year, await approved()))).toMatchObject({
      type: 'reason-missing',
    });
    expectOk(await approveRelease(approver, judge, year, await approved('The ministry knows both numbers')));
    const last = expectOk(await openLedger(author)).entries.at(-1);
    expect(last?.seal).toMatchObject({ reason: 'The ministry knows both numbers', audit: { verdict: 'warn' } });
    expect(JSON.stringify(last?.seal.audit?.why)).toContain('65');
  });

  test('that is blocked stays a proposal, also for a device that signs it nevertheless and for the database', async () => {
    const [author, approver] = [iris, ruben];
    expectOk(
      await noteInLedger(
        author,
        {
          ...saidOf('Overlaps', 0),
          figures: [{ sets: { a: ['x'] }, rule: 'exact', value: 41 }],
        } as Drafted,
        words,
      ),
    );
    const draft = releaseOf('Overlaps', []);
    const proposal = await propose(
      author,
      { ...draft, figures: [{ sets: {}, rule: 'exact', value: 43 }] } as Drafted,
      approver,
    );
    const before = expectOk(await openLedger(approver));
    expect(refusalOf(await approveRelease(approver, judge, proposal, await approved('I insist')))).toEqual({
      type: 'release-blocked',
    });
    const seal = {
      ...{ v: 1, tenant: approver.tenant, seq: before.head.seq + 1, prev: before.head.hash, id: proposal.content.id },
      ...{ content: await hashText(proposal.jws), by: approver.user, on: '2026-12-01', reason: 'I insist' },
      audit: { verdict: 'block', insiders: 'pass', why: [], leftOut: [], solver: 'none' },
    };
    const signed = await signLedgerPart(approver.identity.signing.private, 'baken-ledger-seal', seal);
    const entry = { content: proposal.jws, seal: signed };
    const forced = await approver.api.call(ledgerRoutes.appendToLedger, { input: { head: before.head, entry } });
    expect(refusalOf(forced)).toMatchObject({ type: 'ledger-broken', reason: 'verdict' });
    await expect(
      asOwner(
        `INSERT INTO disclosure.entry (tenant, seq, id, kind, sealed_on, content, seal, head)
         VALUES ($1, $2, $3, 'release', '2026-12-01', $4, $5, disclosure.hash_of($5))`,
        [approver.tenant, seal.seq, seal.id, entry.content, entry.seal],
      ),
    ).rejects.toThrow('what is blocked is not released');
    expectOk(await dropProposal(author, proposal));
    expect(refusalOf(await dropProposal(author, proposal))).toMatchObject({ type: 'NotFound' });
  });

  test('in words that the ledger does not have is signed by nobody who did not look at them', async () => {
    const [author, approver] = [iris, ruben];
    expectOk(await noteInLedger(author, saidOf('Anything', 20), words));
    const other = saidOf('Helped in 2025', 60);
    expect(refusalOf(await noteInLedger(author, other))).toMatchObject({
      type: 'words-new',
      words: [{ kind: 'population', word: 'Helped in 2025' }],
    });
    const draft = {
      ...releaseOf('Helped in 2025', [shown(40, ['first'])]),
      dimensions: { quarter: ['first', 'rest'] },
    } as Drafted;
    const proposal = await propose(author, draft, approver);
    expect(refusalOf(await approveRelease(approver, judge, proposal, await approved(null, [])))).toMatchObject({
      type: 'words-new',
    });
    expectOk(await approveRelease(approver, judge, proposal, await approved(null, [keyOf('Helped in 2025')])));
    const odd = saidOf('Helped in 2025', 20, ['frist']);
    expect(refusalOf(await noteInLedger(author, odd))).toMatchObject({
      code: 'category-unknown',
      path: 'figures[0].sets.quarter',
    });
  });

  test('is approved on the ledger that was looked at, and on no other', async () => {
    const proposal = await propose(iris, releaseOf('Anything', [shown(20)]), ruben);
    const before = await approved();
    expectOk(await noteInLedger(iris, saidOf('Anything', 20), words));
    expect(refusalOf(await approveRelease(ruben, judge, proposal, before))).toEqual({ type: 'ledger-moved' });
    expectOk(await approveRelease(ruben, judge, proposal, await approved()));
  });

  test('waits in the order in which it came, of today, and with no more than a few others', async () => {
    const [author, approver] = [iris, ruben];
    const content = (draft: Drafted, written: string) =>
      signLedgerPart(author.identity.signing.private, 'baken-ledger-content', {
        ...{ ...draft, v: 1, tenant: author.tenant, author: author.user, written },
      });
    const send = async (jws: string) => author.api.call(ledgerRoutes.proposeRelease, { input: { content: jws } });
    for (const day of ['2026-11-29', '2026-12-03'])
      expect(refusalOf(await send(await content(releaseOf('Waits', [shown(65)]), day)))).toMatchObject({
        type: 'ledger-broken',
        reason: 'day',
      });
    const drafts = ['One', 'Two', 'Three'].map((name) => releaseOf(name, [shown(65)]));
    for (const [at, draft] of drafts.entries())
      expectOk(await send(await content(draft, at === 0 ? '2026-12-02' : '2026-11-30')));
    const ids = expectOk(await listProposals(approver)).map((proposal) => proposal.content.id);
    expect(ids.slice(-3)).toEqual(drafts.map(({ id }) => id));
    await asOwner(
      `INSERT INTO disclosure.proposal (tenant, id, author, content)
       SELECT $1, gen_random_uuid(), $2, 'no signature' FROM generate_series(1, 17)`,
      [author.tenant, author.user],
    );
    expect(refusalOf(await send(await content(releaseOf('Four', [shown(65)]), '2026-12-01')))).toMatchObject({
      type: 'proposals-full',
    });
    await asOwner('DELETE FROM disclosure.proposal');
  });

  test('belongs to those who work with figures: nobody else sees that there is a ledger', async () => {
    for (const [role, session] of others) {
      const answers = [
        await openLedger(session),
        await listProposals(session),
        await proposeRelease(session, releaseOf('Theirs', [shown(20)])),
        await noteInLedger(session, saidOf('Theirs', 20)),
      ];
      expect([role, answers.map((answer) => refusalOf(answer)?.type)]).toEqual([
        role,
        Array<string>(4).fill('NotPermitted'),
      ]);
    }
  });

  test('of which the connection dies before the end is not there, and can be approved again', async () => {
    const [author, approver] = [iris, ruben];
    const proposal = await propose(author, releaseOf('Killed 2025', [shown(30)]), approver);
    const before = expectOk(await openLedger(approver)).head.seq;
    const holder = new pg.Client(server.database.owner);
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`ledger:${approver.tenant}`]);
    const dying = approveRelease(approver, judge, proposal, await approved());
    const waiting = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    await expect.poll(async () => (await asOwner(waiting)).length).toBe(1);
    await asOwner(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS stuck`);
    const ended = await dying;
    await holder.end();
    expect(ended.ok).toBe(false);
    expect(expectOk(await openLedger(approver)).head.seq).toBe(before);
    expectOk(await approveRelease(approver, judge, proposal, await approved()));
    expect(expectOk(await openLedger(approver)).head.seq).toBe(before + 1);
  });
});

test('of two people who release at once, exactly one does, and the other is told; a hundred times', async () => {
  const [first, second] = [iris, ruben];
  for (let round = 0; round < 100; round += 1) {
    const ofFirst = await propose(first, releaseOf(`Round ${String(round)} of one`, [shown(40)]), second);
    const ofSecond = await propose(second, releaseOf(`Round ${String(round)} of another`, [shown(45)]), first);
    const { head } = expectOk(await openLedger(first));
    // Both have read the same ledger before either signs.
    let arrived = 0;
    let open = (): void => undefined;
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    const together: Judge = async (ledger, proposed) => {
      arrived += 1;
      if (arrived === 2) open();
      await both;
      return judge(ledger, proposed);
    };
    const ended = await Promise.all([
      approveRelease(second, together, ofFirst, { reason: null, words, head }),
      approveRelease(first, together, ofSecond, { reason: null, words, head }),
    ]);
    expect(ended.map((one) => refusalOf(one)?.type ?? 'released').toSorted()).toEqual(['ledger-moved', 'released']);
    expect(expectOk(await openLedger(first)).head.seq).toBe(head.seq + 1);
    await dropProposal(first, ended[0].ok ? ofSecond : ofFirst);
  }
}, 600_000);

describe('a ledger that is exported', () => {
  const exportFile = () =>
    inTenant(server.database.database, { tenant: null, user: null }, async (tx) =>
      expectOk(await exportLedger(tx, { clock: server.clock, recordAct: recordAudit })),
    );
  const folder = mkdtempSync(join(tmpdir(), 'baken-ledger-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const verify = (content: unknown) => {
    const path = join(folder, 'ledger.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    const main = join(import.meta.dirname, '../../../apps/cli/main.ts');
    const done = spawnSync(process.execPath, [main, 'ledger', 'verify', path, '--json'], { encoding: 'utf8' });
    const told: unknown = JSON.parse(done.stdout);
    return [done.status, told];
  };

  test('is verified by itself, and a bad one is refused with the entry', async () => {
    const file = await exportFile();
    const { entries } = file;
    const [, second, third] = entries;
    if (!second || !third) throw new Error('there are too few');
    const head = await hashText(entries.at(-1)?.seal ?? '');
    expect(verify(file)).toEqual([0, { intact: true, entries: entries.length, head, fingerprint: file.fingerprint }]);
    const dropped = { ...file, entries: entries.toSpliced(1, 1) };
    const error = expect.objectContaining({ code: 'ledger-broken', entry: 2, reason: 'chain' }) as unknown;
    expect(verify(dropped)).toEqual([2, { error }]);
    const refusalWith = async (changed: object) => refusalOf(await verifyLedgerFile({ ...file, ...changed }));
    const chain = (at: number) => ({ type: 'ledger-broken', at, reason: 'chain' });
    expect(await refusalWith({ entries: entries.with(1, third).with(2, second) })).toEqual(chain(2));
    expect(await refusalWith({ entries: entries.toSpliced(2, 0, second) })).toEqual(chain(3));
    const mixed = entries.with(1, { ...second, content: third.content });
    expect(await refusalWith({ entries: mixed })).toMatchObject({ type: 'ledger-broken', at: 2 });
    expect(await refusalWith({ entries: [] })).toEqual({ type: 'ledger-empty' });
    expect(await refusalWith({ more: 1 })).toMatchObject({ code: 'field-unknown', path: 'more' });
    expect(await refusalWith({ fingerprint: 'A'.repeat(43) })).toEqual({ type: 'RootChanged' });
    expect(await verifyLedgerFile(undefined)).toMatchObject({ refusal: { code: 'json-malformed' } });
  }, 180_000);

  test('is a table of figures too, with what was withdrawn', async () => {
    const verified = expectOk(await verifyLedgerFile(await exportFile()));
    const rows = ledgerRows(verified.entries);
    const months = rows.find((row) => row.includes('quarter: first + second + third'));
    expect(months).toEqual(expect.arrayContaining(['said', 'Persons supported 2025', '60', 'yes']));
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });
});

describe('a ledger that somebody changed', () => {
  const statements = [
    `UPDATE disclosure.entry SET kind = 'said'`,
    'DELETE FROM disclosure.entry',
    'TRUNCATE disclosure.entry',
  ];
  test.each(statements)('cannot be: %s', async (statement) => {
    await expect(asOwner(statement)).rejects.toThrow('only ever added to');
    const app = new pg.Client(server.database.app);
    await app.connect();
    await expect(app.query(statement)).rejects.toThrow('permission denied');
    await app.end();
  });

  test('by the owner of the database is found, whether an entry is changed, taken away or put in the place of another', async () => {
    const reader = anna;
    const head = expectOk(await openLedger(reader)).head;
    const tamper = async (statement: string): Promise<unknown> => {
      await asOwner('CREATE TABLE IF NOT EXISTS public.kept AS SELECT * FROM disclosure.entry');
      await asOwner('ALTER TABLE disclosure.entry DISABLE TRIGGER ALL');
      await asOwner(statement);
      const found = refusalOf(await openLedger(reader));
      await asOwner('DELETE FROM disclosure.entry');
      await asOwner('INSERT INTO disclosure.entry SELECT * FROM public.kept ORDER BY seq');
      await asOwner('ALTER TABLE disclosure.entry ENABLE TRIGGER ALL');
      return found;
    };
    const changed = `UPDATE disclosure.entry SET content = overlay(content placing 'x' from 150 for 1) WHERE seq = 2`;
    expect(await tamper(changed)).toMatchObject({ type: 'ledger-broken', at: 2 });
    expect(await tamper('DELETE FROM disclosure.entry WHERE seq = 3')).toMatchObject({
      type: 'ledger-broken',
      at: 3,
      reason: 'chain',
    });
    expect(await tamper(`DELETE FROM disclosure.entry WHERE seq = ${String(head.seq)}`)).toEqual({
      type: 'ledger-shorter',
    });
    expect(await tamper('DELETE FROM disclosure.entry')).toEqual({ type: 'ledger-shorter' });
    expectOk(await openLedger(reader));
  });

  test('by people with keys, into another one that holds as well, is found by whoever saw the first', async () => {
    const reader = anna;
    const author = iris;
    const { entries, head } = expectOk(await openLedger(reader));
    // Another person, who has seen nothing yet, goes on from the last entry but one.
    await asOwner('ALTER TABLE disclosure.entry DISABLE TRIGGER ALL');
    await asOwner(`DELETE FROM disclosure.entry WHERE seq = ${String(head.seq)}`);
    await asOwner('ALTER TABLE disclosure.entry ENABLE TRIGGER ALL');
    const forgetful = { ...author, marks: createMarks({ marks: {}, pinned: {} } as never) };
    const forked = expectOk(await noteInLedger(forgetful, saidOf('Another past', 20), words));
    expect([forked.seq, forked.hash === head.hash]).toEqual([entries.length, false]);
    expect(refusalOf(await openLedger(reader))).toEqual({ type: 'ledger-forked' });
    expect(refusalOf(await noteInLedger(reader, saidOf('Anything', 20)))).toEqual({ type: 'ledger-forked' });
  });
});

test('no defect was met but the connection that was ended', () => {
  expect(server.defects.length).toBeLessThanOrEqual(1);
});
