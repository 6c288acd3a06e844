import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { examineBuild, examineMail, examineNode, examinePort } from './examine.ts';
import { examineFolder } from './examine-folder.ts';

const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'baken-doctor-'));

test('an old Node and a missing build are named with what to do', () => {
  expect(examineNode('20.19.0')).toMatchObject({ state: 'WRONG' });
  expect(examineNode(process.versions.node)).toMatchObject({ state: 'good' });
  expect(examineBuild(freshFolder())).toMatchObject({ state: 'WRONG', advice: 'Run: npm run build' });
});

test('a port that somebody listens on is named', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    }),
  );
  expect(await examinePort('127.0.0.1', port)).toMatchObject({ state: 'WRONG', what: `Port ${port} is in use.` });
  await new Promise<void>((resolve) => taken.close(() => resolve()));
  expect(await examinePort('127.0.0.1', port)).toMatchObject({ state: 'good' });
});

test('no mail is worth a note, and a mail server that does not answer is in the way', async () => {
  expect(await examineMail(null)).toMatchObject({ state: 'note' });
  const settings = { host: '127.0.0.1', port: 1, implicitTls: false, tlsNeeded: false, login: null };
  const found = await examineMail({ ...settings, from: 'baken@baken.test', startPage: 'https://baken.test/' });
  expect(found).toMatchObject({ state: 'WRONG', advice: expect.stringContaining('BAKEN_SMTP_URL') });
});

test('a fresh folder has nothing wrong with it', () => {
  const states = examineFolder(join(freshFolder(), 'data'), { embedded: true }).map(({ state }) => state);
  expect(states).not.toContain('WRONG');
});

test('a folder in use, an older database and open secrets are named', () => {
  const data = freshFolder();
  writeFileSync(join(data, 'baken.lock'), `${process.pid} -\n`);
  mkdirSync(join(data, 'postgres'));
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), '15\n');
  mkdirSync(join(data, 'secrets'));
  chmodSync(join(data, 'secrets'), 0o755);
  const wrong = examineFolder(data, { embedded: true }).filter(({ state }) => state === 'WRONG');
  expect(wrong.map(({ what }) => what)).toEqual([
    `Another Baken (process ${process.pid}) uses this folder.`,
    'The database was made by PostgreSQL 15; this Baken brings 18.',
    'Other users of this machine can read the secrets.',
  ]);
});
