import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expectOk } from '#platform/base';
import { createMailer, readMailSettings, type Mailer } from '#platform/server/mail';

/** One letter as the server got it, headers and all. */
export interface ReceivedLetter {
  readonly to: string;
  readonly raw: string;
}

/** A real SMTP server on a port of this machine, which a test takes down and brings back. */
export interface MailServer {
  readonly mailer: Mailer;
  readonly letters: ReceivedLetter[];
  /** Addresses that do not exist. */
  readonly unknown: Set<string>;
  /** Addresses that take nothing just now. */
  readonly busy: Set<string>;
  up(): Promise<void>;
  down(): Promise<void>;
}

/** Opens a mail server; `smtp` and sender are those of an installation at `https://baken.test`. */
export async function openMailServer(): Promise<MailServer> {
  const letters: ReceivedLetter[] = [];
  const unknown = new Set<string>();
  const busy = new Set<string>();
  let server: SMTPServer | null = null;
  let port = 0;
  const up = async (): Promise<void> => {
    const opened = createServer(letters, unknown, busy);
    await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve));
    // A server that listens on a port has an address of this form.
    ({ port } = opened.server.address() as AddressInfo);
    server = opened;
  };
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      if (server === null) return resolve();
      server.close(() => resolve());
      server = null;
    });
  await up();
  const settings = expectOk(
    readMailSettings({
      smtp: `smtp://127.0.0.1:${port}`,
      mailFrom: 'baken@baken.test',
      publicUrl: 'https://baken.test',
    }),
  );
  if (settings === null) throw new Error('these settings are complete');
  return { mailer: createMailer(settings, 2_000), letters, unknown, busy, up, down };
}

function createServer(letters: ReceivedLetter[], unknown: ReadonlySet<string>, busy: ReadonlySet<string>): SMTPServer {
  const refusing = (said: string, responseCode: number): Error => Object.assign(new Error(said), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        unknown.has(address)
          ? refusing('no such user', 550)
          : busy.has(address)
            ? refusing('come again later', 450)
            : null,
      ),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push({
          to: envelope.rcptTo.map(({ address }) => address).join(),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  return server;
}
