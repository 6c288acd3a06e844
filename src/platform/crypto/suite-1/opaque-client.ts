import * as opaque from '@serenity-kit/opaque';
import { base64urlToBytes, ok, refuse, type Result } from '#platform/base';

// Argon2id with 64 MiB, 3 passes, 4 lanes (RFC 9106), compiled in: never taken from a server.
const keyStretching = 'memory-constrained';

/** The passphrase did not match, or the server is not the one it was chosen for. */
export interface DidNotMatch {
  readonly type: 'DidNotMatch';
}

/** First half of choosing a passphrase (OPAQUE, RFC 9807); the state stays on the device. */
export async function startRegistration(
  passphrase: string,
): Promise<{ readonly state: string; readonly request: string }> {
  await opaque.ready;
  const { clientRegistrationState, registrationRequest } = opaque.client.startRegistration({
    password: normal(passphrase),
  });
  return { state: clientRegistrationState, request: registrationRequest };
}

/** Second half: the record for the server, and the export key that only this passphrase gives. */
export async function finishRegistration(
  passphrase: string,
  state: string,
  response: string,
): Promise<{ readonly record: string; readonly exportKey: Uint8Array }> {
  await opaque.ready;
  const finished = opaque.client.finishRegistration({
    password: normal(passphrase),
    clientRegistrationState: state,
    registrationResponse: response,
    keyStretching,
  });
  return { record: finished.registrationRecord, exportKey: bytes(finished.exportKey) };
}

/** First half of signing in. */
export async function startLogin(passphrase: string): Promise<{ readonly state: string; readonly request: string }> {
  await opaque.ready;
  const { clientLoginState, startLoginRequest } = opaque.client.startLogin({ password: normal(passphrase) });
  return { state: clientLoginState, request: startLoginRequest };
}

/** Second half of signing in: proof for the server, and the export key. */
export async function finishLogin(
  passphrase: string,
  state: string,
  response: string,
): Promise<Result<{ readonly proof: string; readonly exportKey: Uint8Array }, DidNotMatch>> {
  await opaque.ready;
  try {
    const finished = opaque.client.finishLogin({
      password: normal(passphrase),
      clientLoginState: state,
      loginResponse: response,
      keyStretching,
    });
    if (!finished) return refuse({ type: 'DidNotMatch' });
    return ok({ proof: finished.finishLoginRequest, exportKey: bytes(finished.exportKey) });
  } catch {
    return refuse({ type: 'DidNotMatch' });
  }
}

/** The same passphrase on every keyboard: composed, single spaces. */
function normal(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
}

function bytes(text: string): Uint8Array {
  const found = base64urlToBytes(text);
  if (found === null) throw new Error('an export key was expected');
  return found;
}
