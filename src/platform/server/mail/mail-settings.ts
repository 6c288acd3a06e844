import { z } from 'zod';
import { ok, refuse, type Result } from '#platform/base';
import { loopback } from './loopback.ts';
import { readPublicOrigin } from './read-public-origin.ts';

/** How mail leaves, and what stands in it. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps`); else STARTTLS. */
  readonly implicitTls: boolean;
  /** Refuse to send where the server offers no TLS. */
  readonly tlsNeeded: boolean;
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Sender address. */
  readonly from: string;
  /** Address of the start page; the only link in any mail. */
  readonly startPage: string;
}

/** What the environment says, as text. */
interface GivenSettings {
  readonly smtp?: string | undefined;
  readonly mailFrom?: string | undefined;
  readonly publicUrl?: string | undefined;
}

/** A setting that cannot be used; the message names the variable and never repeats its value. */
interface MailSettingInvalid {
  readonly type: 'ConfigInvalid';
  readonly message: string;
}

/** Settings for mail; null when there are none. Half of them is an error: somebody expects mail. */
export function readMailSettings(given: GivenSettings): Result<MailSettings | null, MailSettingInvalid> {
  const { smtp, mailFrom, publicUrl } = given;
  if (smtp === undefined && mailFrom === undefined) return ok(null);
  if (smtp === undefined) return invalid('BAKEN_MAIL_FROM is set, but BAKEN_SMTP_URL is not.');
  if (mailFrom === undefined) return invalid('BAKEN_SMTP_URL is set, so BAKEN_MAIL_FROM is needed: the sender.');
  if (publicUrl === undefined) {
    return invalid('BAKEN_SMTP_URL is set, so BAKEN_PUBLIC_URL is needed: the address of the start page.');
  }
  const server = readServer(smtp);
  if (server === null) {
    return invalid('BAKEN_SMTP_URL must look like smtp://user:password@mail.example:587 or smtps://mail.example:465');
  }
  if (!z.email().safeParse(mailFrom).success) return invalid('BAKEN_MAIL_FROM must be one mail address.');
  const origin = readPublicOrigin(publicUrl);
  return origin.ok ? ok({ ...server, from: mailFrom, startPage: `${origin.value}/` }) : origin;
}

function readServer(text: string): Omit<MailSettings, 'from' | 'startPage'> | null {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, searchParams, hash } = new URL(text);
  const tls = searchParams.get('tls');
  const known = [...searchParams.keys()].every((key) => key === 'tls') && [null, 'off', 'required'].includes(tls);
  if (hostname === '' || !known || hash !== '' || (pathname !== '' && pathname !== '/')) return null;
  const implicitTls = protocol === 'smtps:';
  return {
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: Number(port || (implicitTls ? 465 : 587)),
    implicitTls,
    // A password or an address never crosses a network in the open unless somebody says so.
    tlsNeeded: tls === 'required' || (tls !== 'off' && !loopback.has(hostname)),
    login: username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
  };
}

function invalid(message: string) {
  return refuse({ type: 'ConfigInvalid', message } as const);
}
