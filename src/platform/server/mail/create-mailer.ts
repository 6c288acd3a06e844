import type { Transporter } from 'nodemailer';
import { ok, refuse, type Result } from '#platform/base';
import type { MailSettings } from './mail-settings.ts';

/** One mail to one address. Subject and text come from a catalogue: ids, names and cases have no place in it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  /** The same for every try of the same letter, so that a doubled one can be told by the receiver. */
  readonly reference: string;
  /** What the receiver's calendar is told (RFC 6047): part of the mail, and a file of it. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** Why a mail did not leave; a code, without the server's words, which may repeat an address. */
export interface MailRefusal {
  readonly type:
    | 'MailUnreachable'
    | 'MailLoginRefused'
    | 'MailNotEncrypted'
    /** The server will never take mail for this address. */
    | 'AddressRefused'
    /** The server cannot take it now, or not from us. */
    | 'MailRefused';
}

/** Sends mail. */
export interface Mailer {
  /** Address of the start page, for the text. */
  readonly startPage: string;
  /** The sender's address. */
  readonly from: string;
  /** The answer is `ok` once the server has taken the letter. */
  send(letter: Letter): Promise<Result<void, MailRefusal>>;
  /** Connects and logs in without sending. */
  check(): Promise<Result<void, MailRefusal>>;
}

/**
 * A mailer over SMTP, one connection a letter, with short limits: a server that hangs holds nothing up. The library is
 * loaded with the first letter: most installations send few, many none, and it takes several MB.
 */
export function createMailer(settings: MailSettings, limitMilliseconds = 15_000): Mailer {
  const { from, startPage } = settings;
  const domain = new URL(startPage).hostname;
  let transport: Promise<Transporter> | null = null;
  const ready = (): Promise<Transporter> => (transport ??= openTransport(settings, limitMilliseconds));
  return {
    startPage,
    from,
    send: (letter) =>
      attempt(async () =>
        (await ready()).sendMail({
          from,
          to: letter.to,
          subject: letter.subject,
          text: letter.text,
          messageId: `<${letter.reference}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
          ...(letter.calendar ? { icalEvent: { ...letter.calendar, filename: 'training.ics' } } : {}),
          xMailer: false,
          disableFileAccess: true,
          disableUrlAccess: true,
        }),
      ),
    check: () => attempt(async () => (await ready()).verify()),
  };
}

async function openTransport(settings: MailSettings, limitMilliseconds: number): Promise<Transporter> {
  const { host, port, implicitTls, tlsNeeded, login, startPage } = settings;
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port,
    secure: implicitTls,
    requireTLS: tlsNeeded && !implicitTls,
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    // The name in the greeting; the machine's own name is nobody's business.
    name: new URL(startPage).hostname,
    connectionTimeout: limitMilliseconds,
    greetingTimeout: limitMilliseconds,
    socketTimeout: limitMilliseconds,
    dnsTimeout: limitMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

async function attempt(act: () => Promise<unknown>): Promise<Result<void, MailRefusal>> {
  try {
    await act();
    return ok(undefined);
  } catch (error) {
    return refuse({ type: refusalOf(error) });
  }
}

function refusalOf(error: unknown): MailRefusal['type'] {
  if (!(error instanceof Error)) return 'MailRefused';
  const code: unknown = Reflect.get(error, 'code');
  const status: unknown = Reflect.get(error, 'responseCode');
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return 'MailLoginRefused';
    case 'ETLS':
    case 'EREQUIRETLS':
      return 'MailNotEncrypted';
    case 'EENVELOPE':
      // A server that refuses us as sender says nothing about the address.
      return Reflect.get(error, 'command') === 'RCPT TO' && typeof status === 'number' && status >= 500
        ? 'AddressRefused'
        : 'MailRefused';
    case 'ECONNECTION':
    case 'ESOCKET':
    case 'ETIMEDOUT':
    case 'EDNS':
    case 'ECONNREFUSED':
      return 'MailUnreachable';
    default:
      return 'MailRefused';
  }
}
