import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as envelope from './envelope.ts';
import * as server from './server.ts';

test('the server can check, hash, draw bytes, run its half of a sign-in and sign credentials of its own, and nothing else', () => {
  expect(Object.keys(server).toSorted()).toEqual([
    'answerLogin',
    'answerRegistration',
    'checkLogin',
    'createCredentialKey',
    'createLoginSetup',
    'hasSha2',
    'hashBytes',
    'hashCoded',
    'hashOperation',
    'hashText',
    'isLedgerPartSigned',
    'isSameText',
    'keyOfText',
    'keyedHash',
    'peekCredential',
    'peekLedgerPart',
    'randomBytes',
    'readCredential',
    'readForeignSignature',
    'signCredential',
    'tagOfBytes',
    'thumbprintOf',
    'verifyDirectoryEntry',
    'verifyOperation',
    'verifyTenantDocuments',
  ]);
  expect(Object.keys(envelope).toSorted()).toEqual([
    'directoryEntrySchema',
    'operationSchema',
    'publicJwkSchema',
    'tenantDocumentSchema',
  ]);
});

test('no file that the server can reach decrypts', () => {
  const seen = new Set<string>();
  const follow = (file: URL): void => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    const source = readFileSync(file, 'utf8');
    expect(source, file.pathname).not.toMatch(/decrypt|deriveKey|unwrapKey|@hpke|age-encryption/i);
    for (const [, path] of source.matchAll(/from '(\.[^']+)'/g)) if (path) follow(new URL(path, file));
  };
  follow(new URL('./server.ts', import.meta.url));
  follow(new URL('./envelope.ts', import.meta.url));
  expect(seen.size).toBeGreaterThan(6);
});
