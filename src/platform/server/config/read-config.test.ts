import { expect, test } from 'vitest';
import { readConfig } from './index.ts';

test('flags win over the environment, the environment over defaults', () => {
  const config = readConfig(['--port', '9000'], { BAKEN_PORT: '9001', BAKEN_HOST: '0.0.0.0' });
  expect(config).toMatchObject({ ok: true, value: { port: 9000, host: '0.0.0.0', empty: false } });
});

test('what cannot be used is refused with the name of the setting', () => {
  expect(readConfig(['--port', 'high'], {})).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining('port') },
  });
  expect(readConfig(['--colour', 'red'], {})).toMatchObject({ ok: false, refusal: { type: 'ConfigInvalid' } });
  expect(readConfig([], { BAKEN_SMTP_URL: 'smtp://127.0.0.1' })).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining('BAKEN_MAIL_FROM') },
  });
  expect(readConfig([], {})).toMatchObject({ ok: true, value: { mail: null } });
  expect(readConfig(['--database', 'mysql://x'], {})).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining('postgres://') },
  });
  expect(readConfig(['--trusted-proxies', 'my-proxy'], {})).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining('trustedProxies') },
  });
});

test('proxies are named by address or network, and nobody is believed unless they are', () => {
  const config = readConfig([], { BAKEN_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' });
  expect(config).toMatchObject({ ok: true, value: { trustedProxies: ['127.0.0.1', '10.0.0.0/8'] } });
  expect(readConfig([], {})).toMatchObject({ ok: true, value: { trustedProxies: [] } });
});
