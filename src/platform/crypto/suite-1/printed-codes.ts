import { base64urlToBytes, bytesToBase64url, isId, ok, refuse, type Result, type UserId } from '#platform/base';
import { invitationIdOf } from './invitations.ts';

/** What the QR code on a printed kit holds. The secret is that of the device: never sent anywhere. */
export interface KitCode {
  readonly origin: string;
  readonly user: UserId;
  readonly handle: string;
  readonly secret: Uint8Array;
}

/** What the QR code of an invitation holds. */
export interface InvitationCode {
  readonly origin: string;
  readonly fingerprint: string;
  readonly invitation: string;
  readonly secret: Uint8Array;
}

/** The code is none of ours, or was cut off or changed. */
export interface CodeUnreadable {
  readonly type: 'CodeUnreadable';
}

/** One line of text for the QR code of a kit; not an address, so that no camera opens it on the web. */
export function printKitCode({ origin, user, handle, secret }: KitCode): string {
  return ['BAKEN-KIT', '1', origin, user, handle, bytesToBase64url(secret)].join(' ');
}

/** Reads the QR code of a kit. The caller compares `origin` with its own before it uses the secret. */
export function readKitCode(text: string): Result<KitCode, CodeUnreadable> {
  const [mark, version, origin, user, handle, written, more] = text.trim().split(' ');
  const secret = base64urlToBytes(written ?? '');
  if (mark !== 'BAKEN-KIT' || version !== '1' || more !== undefined || !origin || !isOrigin(origin))
    return unreadable();
  if (!user || !isId(user) || !handle || secret?.length !== 32) return unreadable();
  // Checked right above: a user id is a random UUID.
  return ok({ origin, user: user as UserId, handle, secret });
}

/** One line of text for the QR code of an invitation. */
export function printInvitationCode({ origin, fingerprint, invitation, secret }: InvitationCode): string {
  return ['BAKEN-INVITE', '1', origin, fingerprint, invitation, bytesToBase64url(secret)].join(' ');
}

/** Reads the QR code of an invitation; its id must be the one that follows from its secret. */
export async function readInvitationCode(text: string): Promise<Result<InvitationCode, CodeUnreadable>> {
  const [mark, version, origin, fingerprint, invitation, written, more] = text.trim().split(' ');
  const secret = base64urlToBytes(written ?? '');
  if (mark !== 'BAKEN-INVITE' || version !== '1' || more !== undefined || !origin || !isOrigin(origin))
    return unreadable();
  if (!fingerprint || !/^[A-Za-z0-9_-]{43}$/.test(fingerprint) || !invitation || secret?.length !== 16)
    return unreadable();
  if ((await invitationIdOf(secret)) !== invitation) return unreadable();
  return ok({ origin, fingerprint, invitation, secret });
}

function isOrigin(text: string): boolean {
  return /^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(text) || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(text);
}

function unreadable() {
  return refuse({ type: 'CodeUnreadable' } as const);
}
