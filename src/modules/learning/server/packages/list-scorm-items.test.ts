import { expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { listScormItems } from './list-scorm-items.ts';
import { readXml } from './read-xml.ts';

const listed = (inside: string, ...names: readonly string[]) =>
  listScormItems(expectOk(readXml(new TextEncoder().encode(`<manifest>${inside}</manifest>`))), new Set(names));
const resource = (id: string, href: string, more = ''): string =>
  `<resource identifier="${id}" href="${href}" ${more}/>`;

test('parts come in the order of the default organisation, with what the package says of each', () => {
  const items = listed(
    `<organizations default="b"><organization identifier="a"><item identifierref="r2"><title>Not this</title></item></organization>
      <organization identifier="b"><item><title>Chapter</title>
        <item identifierref="r2" parameters="?lang=nl"><title> Two  words </title><datafromlms>given</datafromlms><masteryscore>80</masteryscore></item>
        <item identifierref="r1" parameters="#top"/></item></organization></organizations>
      <resources>${resource('r1', 'one/a%20b.html?x=1', 'scormtype="asset"')}${resource('r2', 'two.html?y=2', 'scormtype="sco"')}
        ${resource('r3', 'https://example.org/three.html')}</resources>`,
    ...['one/a b.html', 'two.html'],
  );
  expect(items).toEqual([
    {
      ...{ title: 'Two words', file: 'two.html', query: '?y=2&lang=nl', speaks: true },
      ...{ launchData: 'given', masteryScore: '80' },
    },
    { title: 'r1', file: 'one/a b.html', query: '?x=1#top', speaks: false, launchData: '', masteryScore: '' },
  ]);
});

test('without an organisation each resource with a file is a part; what is missing or elsewhere is none', () => {
  const items = listed(
    `<organizations/><resources base="deep/">${resource('r1', 'a.html')}${resource('r2', 'gone.html')}
      ${resource('r3', 'https://example.org/')}</resources>`,
    'deep/a.html',
  );
  expect(items.map(({ title, file, speaks }) => ({ title, file, speaks }))).toEqual([
    { title: 'r1', file: 'deep/a.html', speaks: true },
  ]);
});
