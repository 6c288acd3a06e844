import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { createMailer, readMailSettings, type Letter } from './index.ts';

interface Received {
  readonly to: string;
  readonly from: string;
  readonly text: string;
}

const received: Received[] = [];
const servers: SMTPServer[] = [];
afterEach(async () => {
  received.length = 0;
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
});

/** A real SMTP server on a free port. */
async function openServer(options: SMTPServerOptions = {}): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          to: rcptTo.map(({ address }) => address).join(),
          from: mailFrom === false ? '' : mailFrom.address,
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  return (server.server.address() as AddressInfo).port;
}

const mailerTo = (smtp: string) => {
  const settings = expectOk(readMailSettings({ smtp, mailFrom: 'baken@baken.test', publicUrl: 'https://baken.test' }));
  if (settings === null) throw new Error('mail is set up in this test');
  return createMailer(settings, 2_000);
};
const letter: Letter = {
  to: 'someone@mail.test',
  subject: 'There is something for you in Baken',
  text: 'There is something for you in Baken.\n\nhttps://baken.test/\n',
  language: 'en',
  reference: 'r1',
};

test('a letter arrives as it was written, and nothing of the machine with it', async () => {
  const port = await openServer();
  expect(await mailerTo(`smtp://127.0.0.1:${port}`).send(letter)).toEqual({ ok: true, value: undefined });
  const [mail] = received;
  expect(mail).toMatchObject({ to: 'someone@mail.test', from: 'baken@baken.test' });
  const [head = '', body = ''] = mail?.text.split('\r\n\r\n', 2) ?? [];
  const names = head.split('\r\n').flatMap((line) => /^([A-Za-z-]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
  expect(names.toSorted()).toEqual([
    'auto-submitted',
    'content-language',
    'content-transfer-encoding',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ]);
  expect(head).toContain('Message-ID: <r1@baken.test>');
  expect(mail?.text.split('\r\n\r\n').slice(1).join('\n\n').trim().replaceAll('\r\n', '\n')).toBe(letter.text.trim());
  expect(body).toContain('There is something for you in Baken.');
});

test('a login is used, and a refused one is told apart', async () => {
  const port = await openServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'baken' && password === 's3cret/word' ? done(null, { user: 'baken' }) : done(new Error('no')),
  });
  expect(await mailerTo(`smtp://baken:s3cret%2Fword@127.0.0.1:${port}`).check()).toMatchObject({ ok: true });
  const wrong = mailerTo(`smtp://baken:wrong@127.0.0.1:${port}`);
  expect(await wrong.send(letter)).toEqual({ ok: false, refusal: { type: 'MailLoginRefused' } });
  expect(await wrong.check()).toEqual({ ok: false, refusal: { type: 'MailLoginRefused' } });
  expect(received).toEqual([]);
});

test('a server that is down, one that hangs, and one without TLS where it is needed are told apart', async () => {
  const gone = await openServer();
  await new Promise<void>((resolve) => servers.pop()?.close(() => resolve()));
  expect(await mailerTo(`smtp://127.0.0.1:${gone}`).send(letter)).toEqual({
    ok: false,
    refusal: { type: 'MailUnreachable' },
  });
  const silent = await openServer({ onConnect: () => undefined });
  expect(await mailerTo(`smtp://127.0.0.1:${silent}`).send(letter)).toEqual({
    ok: false,
    refusal: { type: 'MailUnreachable' },
  });
  const open = await openServer();
  expect(await mailerTo(`smtp://127.0.0.1:${open}?tls=required`).send(letter)).toEqual({
    ok: false,
    refusal: { type: 'MailNotEncrypted' },
  });
  expect(received).toEqual([]);
});

test('an address that will never be taken differs from one that cannot be taken now', async () => {
  const port = await openServer({
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('nobody')) return done(Object.assign(new Error('no such user'), { responseCode: 550 }));
      return done(Object.assign(new Error('later'), { responseCode: 450 }));
    },
  });
  const mailer = mailerTo(`smtp://127.0.0.1:${port}`);
  expect(await mailer.send({ ...letter, to: 'nobody@mail.test' })).toMatchObject({
    refusal: { type: 'AddressRefused' },
  });
  expect(await mailer.send(letter)).toMatchObject({ refusal: { type: 'MailRefused' } });
});

test('a server that refuses us as sender does not say that the address is wrong', async () => {
  const port = await openServer({
    onMailFrom: (_address, _session, done) =>
      done(Object.assign(new Error('sender not allowed'), { responseCode: 550 })),
  });
  expect(await mailerTo(`smtp://127.0.0.1:${port}`).send(letter)).toMatchObject({ refusal: { type: 'MailRefused' } });
});

test('half a setting is refused by the name of its variable, and no password is repeated', () => {
  const all = { smtp: 'smtp://u:hidden@mail.test:587', mailFrom: 'baken@mail.test', publicUrl: 'https://baken.test' };
  expect(readMailSettings({})).toEqual({ ok: true, value: null });
  expect(readMailSettings({ publicUrl: 'https://baken.test' })).toEqual({ ok: true, value: null });
  expect(readMailSettings(all)).toMatchObject({
    value: { tlsNeeded: true, port: 587, startPage: 'https://baken.test/' },
  });
  expect(readMailSettings({ ...all, smtp: 'smtps://mail.test' })).toMatchObject({
    value: { implicitTls: true, port: 465, login: null },
  });
  for (const [change, variable] of [
    [{ mailFrom: undefined }, 'BAKEN_MAIL_FROM'],
    [{ smtp: undefined }, 'BAKEN_SMTP_URL'],
    [{ publicUrl: undefined }, 'BAKEN_PUBLIC_URL'],
    [{ smtp: 'http://u:hidden@mail.test' }, 'BAKEN_SMTP_URL'],
    [{ smtp: 'smtp://u:hidden@mail.test?tls=maybe' }, 'BAKEN_SMTP_URL'],
    [{ mailFrom: 'Baken' }, 'BAKEN_MAIL_FROM'],
    [{ publicUrl: 'http://baken.test' }, 'BAKEN_PUBLIC_URL'],
    [{ publicUrl: 'https://baken.test/cases/1' }, 'BAKEN_PUBLIC_URL'],
  ] as const) {
    const answer = readMailSettings({ ...all, ...change });
    expect(answer).toMatchObject({ ok: false, refusal: { message: expect.stringContaining(variable) } });
    expect(JSON.stringify(answer)).not.toContain('hidden');
  }
});
