import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import type { Config } from '#platform/server/config';
import { tryConnect } from '#platform/server/db';
import { createMailer, type MailRefusal, type MailSettings } from '#platform/server/mail';
import { examineFolder } from './examine-folder.ts';
import type { Finding } from './finding.ts';

const oldestNode = 24;
const webRoot = join(import.meta.dirname, '../../../../dist/web');

/** Looks at everything a start needs, in the order in which a start needs it. Changes nothing. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  return [
    examineNode(process.versions.node),
    examineBuild(webRoot),
    ...examineFolder(config.data, { embedded: config.database === undefined }),
    ...(config.database === undefined ? [] : [await examineServer(config.database)]),
    await examinePort(config.host, config.port),
    await examineMail(config.mail),
  ];
}

/** Node runs the sources as they are, which older ones cannot. */
export function examineNode(version: string): Finding {
  const [major = '0'] = version.split('.');
  return Number(major) >= oldestNode
    ? { state: 'good', what: `Node ${version}` }
    : {
        state: 'WRONG',
        what: `Node ${version} is too old; ${oldestNode} is needed.`,
        advice: 'Use the npm scripts: they bring the right Node along.',
      };
}

/** The browser side is built before it is served. */
export function examineBuild(root: string): Finding {
  return existsSync(join(root, 'index.html'))
    ? { state: 'good', what: 'The browser side is built.' }
    : { state: 'WRONG', what: 'The browser side is not built.', advice: 'Run: npm run build' };
}

async function examineServer(url: string): Promise<Finding> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const answer = await tryConnect({
    host: hostname,
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)) || 'baken',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  });
  return answer.ok
    ? { state: 'good', what: 'The PostgreSQL server answers.' }
    : {
        state: 'WRONG',
        what: `The PostgreSQL server cannot be used: ${answer.refusal.reason}`,
        advice: 'Check address, user and password, and that the database exists.',
      };
}

/** Mail is wanted or not; where it is, the server must take our login. A start goes on without it. */
export async function examineMail(settings: MailSettings | null): Promise<Finding> {
  if (settings === null) return { state: 'note', what: 'No mail is set up; reminders appear in the workspace only.' };
  const place = `${settings.host}, port ${settings.port}`;
  const answer = await createMailer(settings, 5_000).check();
  if (answer.ok) return { state: 'good', what: `The mail server ${place} takes our login.` };
  return { state: 'WRONG', what: `Mail cannot be sent through ${place}.`, advice: adviceOnMail[answer.refusal.type] };
}

const adviceOnMail: Readonly<Record<MailRefusal['type'], string>> = {
  MailUnreachable: 'Nobody answers there. Check name and port in BAKEN_SMTP_URL, and the way out of this machine.',
  MailLoginRefused: 'User or password in BAKEN_SMTP_URL are wrong.',
  MailNotEncrypted: 'It offers no TLS that can be trusted. Use smtps://, mend its certificate, or add ?tls=off.',
  AddressRefused: 'It refuses our sender. Check BAKEN_MAIL_FROM.',
  MailRefused: 'It answers, but not as a mail server should. Look at its own log.',
};

/** Tries to listen where the server would. */
export function examinePort(host: string, port: number): Promise<Finding> {
  return new Promise((resolve) => {
    const trial = createServer();
    trial.once('error', (error) => {
      const code = 'code' in error ? String(error.code) : 'unknown';
      resolve(
        code === 'EADDRINUSE'
          ? { state: 'WRONG', what: `Port ${port} is in use.`, advice: 'Choose another with --port.' }
          : { state: 'WRONG', what: `Cannot listen on ${host}, port ${port} (${code}).` },
      );
    });
    trial.listen(port, host, () => trial.close(() => resolve({ state: 'good', what: `Port ${port} is free.` })));
  });
}
