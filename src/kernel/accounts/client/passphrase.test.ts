import { expect, test } from 'vitest';
import { checkPassphrase, suggestPassphrase } from './passphrase.ts';

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

test('a suggested passphrase has six words and is accepted', () => {
  for (let at = 0; at < 50; at += 1) {
    const suggested = suggestPassphrase(randomBytes);
    expect(suggested.split(' ')).toHaveLength(6);
    expect(checkPassphrase(suggested, 'anna').ok).toBe(true);
  }
});

test('fifteen characters are enough unless people choose them first', () => {
  expect(checkPassphrase('de maan boven Urk', 'anna').ok).toBe(true);
  for (const short of ['', 'short', 'twaalf teken']) {
    expect(checkPassphrase(short, 'anna')).toMatchObject({ ok: false, refusal: { type: 'PassphraseTooShort' } });
  }
  for (const common of [
    'Password Password',
    'correct horse battery staple',
    'aaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'qwertyuiopasdfgh',
    'annebet annebet1',
    '12345678901234567890',
  ]) {
    expect(checkPassphrase(common, 'annebet')).toMatchObject({ ok: false, refusal: { type: 'PassphraseCommon' } });
  }
});
