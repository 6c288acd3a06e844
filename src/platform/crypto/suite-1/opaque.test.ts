import { describe, expect, test } from 'vitest';
import { bytesToHex, expectOk } from '#platform/base';
import { finishLogin, finishRegistration, startLogin, startRegistration } from '../index.ts';
import { answerLogin, answerRegistration, checkLogin, createLoginSetup } from '../server.ts';

async function register(setup: string, user: string, passphrase: string) {
  const started = await startRegistration(passphrase);
  const answer = expectOk(await answerRegistration(setup, user, started.request));
  return finishRegistration(passphrase, started.state, answer);
}

async function signIn(setup: string, user: string, record: string | null, passphrase: string) {
  const started = await startLogin(passphrase);
  const answer = expectOk(await answerLogin(setup, user, record, started.request));
  return {
    finished: await finishLogin(passphrase, started.state, answer.response),
    state: answer.state,
    response: answer.response,
  };
}

describe('a passphrase', () => {
  test('gives the same export key at every sign-in, and only it', async () => {
    const setup = await createLoginSetup();
    const { record, exportKey } = await register(setup, 'u1', 'five words of a kind');
    const { finished, state } = await signIn(
      setup,
      'u1',
      record,
      ' Five  words'.replace('Five', 'five') + ' of a kind',
    );
    const { proof, exportKey: again } = expectOk(finished);
    expect(bytesToHex(again)).toBe(bytesToHex(exportKey));
    expect(await checkLogin(state, proof)).toBe(true);
    expect(await checkLogin(state, `${proof.slice(0, -2)}AA`)).toBe(false);
    expect((await signIn(setup, 'u1', record, 'five words of another')).finished).toEqual({
      ok: false,
      refusal: { type: 'DidNotMatch' },
    });
    expect((await signIn(setup, 'u2', record, 'five words of a kind')).finished.ok).toBe(false);
    expect((await signIn(await createLoginSetup(), 'u1', record, 'five words of a kind')).finished.ok).toBe(false);
  });

  test('of somebody unknown is answered like any other, and leads nowhere', async () => {
    const setup = await createLoginSetup();
    const { record } = await register(setup, 'u1', 'five words of a kind');
    const known = await signIn(setup, 'u1', record, 'x');
    const unknown = await signIn(setup, 'nobody', null, 'x');
    expect(unknown.response.length).toBe(known.response.length);
    expect(unknown.finished).toEqual({ ok: false, refusal: { type: 'DidNotMatch' } });
  });

  test('requests that are none are refused, not thrown', async () => {
    const setup = await createLoginSetup();
    expect(await answerRegistration(setup, 'u', 'x')).toEqual({ ok: false, refusal: { type: 'BodyInvalid' } });
    expect(await answerLogin(setup, 'u', null, 'x')).toEqual({ ok: false, refusal: { type: 'BodyInvalid' } });
  });
});
