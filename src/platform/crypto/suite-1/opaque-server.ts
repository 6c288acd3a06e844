import * as opaque from '@serenity-kit/opaque';
import { ok, refuse, type Result } from '#platform/base';

/** The setup of an installation; losing it disables every passphrase. Kept in a file, never in the database. */
export async function createLoginSetup(): Promise<string> {
  await opaque.ready;
  return opaque.server.createSetup();
}

/** Answers the first half of choosing a passphrase. */
export async function answerRegistration(
  setup: string,
  identifier: string,
  request: string,
): Promise<Result<string, { readonly type: 'BodyInvalid' }>> {
  await opaque.ready;
  try {
    const answer = opaque.server.createRegistrationResponse({
      serverSetup: setup,
      userIdentifier: identifier,
      registrationRequest: request,
    });
    return ok(answer.registrationResponse);
  } catch {
    return refuse({ type: 'BodyInvalid' });
  }
}

/** Answers the first half of signing in; without a record the answer looks the same and leads nowhere. */
export async function answerLogin(
  setup: string,
  identifier: string,
  record: string | null,
  request: string,
): Promise<Result<{ readonly state: string; readonly response: string }, { readonly type: 'BodyInvalid' }>> {
  await opaque.ready;
  try {
    const answer = opaque.server.startLogin({
      serverSetup: setup,
      userIdentifier: identifier,
      registrationRecord: record,
      startLoginRequest: request,
    });
    return ok({ state: answer.serverLoginState, response: answer.loginResponse });
  } catch {
    return refuse({ type: 'BodyInvalid' });
  }
}

/** True when the proof shows that the passphrase was known. */
export async function checkLogin(state: string, proof: string): Promise<boolean> {
  await opaque.ready;
  try {
    opaque.server.finishLogin({ serverLoginState: state, finishLoginRequest: proof });
    return true;
  } catch {
    return false;
  }
}
