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

test('where everybody finds an installation is told with mail and without, by https or of this machine', () => {
  expect(readConfig([], {})).toMatchObject({ value: { publicOrigin: null } });
  for (const [said, origin] of [
    ['https://baken.example/', 'https://baken.example'],
    ['https://baken.example:8443', 'https://baken.example:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ] as const)
    expect(readConfig([], { BAKEN_PUBLIC_URL: said })).toMatchObject({ value: { publicOrigin: origin, mail: null } });
  for (const said of [
    'http://baken.example',
    'https://baken.example/cases',
    'baken.example',
    'https://a@baken.example',
  ])
    expect(readConfig([], { BAKEN_PUBLIC_URL: said })).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('BAKEN_PUBLIC_URL') },
    });
});

test('the second host is named beside the first, by https or of this machine, and is another one', () => {
  const told = (own: string | undefined, beside: string) =>
    readConfig([], { BAKEN_PUBLIC_URL: own, BAKEN_PACKAGE_ORIGIN: beside });
  expect(readConfig([], { BAKEN_PUBLIC_URL: 'https://baken.example' })).toMatchObject({
    value: { packageOrigin: null },
  });
  for (const [own, beside, origin] of [
    ['https://baken.example', 'https://baken-packages.example/', 'https://baken-packages.example'],
    ['http://localhost:8080', 'http://packages.localhost:8080', 'http://packages.localhost:8080'],
    ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    // A name for each opening below one.
    ['https://baken.example', 'https://*.baken-packages.example', 'https://*.baken-packages.example'],
    ['http://localhost:8080', 'http://*.packages.localhost:8080', 'http://*.packages.localhost:8080'],
  ] as const)
    expect(told(own, beside)).toMatchObject({ value: { publicOrigin: own, packageOrigin: origin } });
  for (const [own, beside] of [
    [undefined, 'https://packages.example'],
    ['https://baken.example', 'http://packages.example'],
    ['https://baken.example', 'https://packages.example/here'],
    ['https://baken.example', 'packages.example'],
    ['https://baken.example', 'https://a.*.example'],
    ['https://baken.example', 'https://*.*.example'],
    // The installation would lie among packages.
    ['https://baken.packages.example', 'https://*.packages.example'],
    ['https://baken.example', 'https://BAKEN.example'],
    // A cookie is sent to every port of a host.
    ['https://baken.example', 'https://baken.example:8443'],
    ['http://localhost:8080', 'http://localhost:8081'],
  ] as const)
    expect(told(own, beside)).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('BAKEN_PACKAGE_ORIGIN') },
    });
});

test('proxies are named by address or network, and nobody is believed unless they are', () => {
  const config = readConfig([], { BAKEN_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' });
  expect(config).toMatchObject({ ok: true, value: { trustedProxies: ['127.0.0.1', '10.0.0.0/8'] } });
  expect(readConfig([], {})).toMatchObject({ ok: true, value: { trustedProxies: [] } });
});
