import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type RecordId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { buildSession } from '#kernel/spaces/testing';
import { admitToDirectory, appendToSpace, createDirectory, openDirectory } from '#kernel/spaces/client';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import {
  readStationery,
  readStationeryFile,
  readTemplateVersions,
  reviseStationery,
  saveForm,
  saveLetterhead,
  saveTemplate,
} from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const template = { title: 'Our letter', language: 'nl', tags: [], needs: [], checkedOn: '2026-11-24' as never };
const map = {
  id: 'fictional',
  title: 'Fictional form',
  authority: 'Fictional Service',
  edition: '2026',
  sha256: 'a'.repeat(64),
  checkedOn: '2026-11-24',
  fields: [{ kind: 'text' as const, pdf: 'name', from: 'person.fullName' }],
  leaveEmpty: [],
  sign: [],
};

test('what a coordinator keeps, everybody reads and nobody else can put there', async () => {
  const founder = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const joined = await buildColleague(founder, buildParts(server.connect().api, server.clock), {
    handle: 'noor',
    roles: [{ role: 'volunteer', until: null }],
  });
  const coordinator = await buildColleague(joined.inviter, buildParts(server.connect().api, server.clock), {
    handle: 'bram',
    roles: [{ role: 'coordinator', until: null }],
  });
  const anna = await buildSession(coordinator.inviter);
  const noor = await buildSession(joined.colleague);
  const directory = expectOk(await createDirectory(anna, 'Anna Founder'));
  expectOk(await admitToDirectory(anna, directory, { user: noor.user, name: 'Noor Volunteer', relation: 'reader' }));

  // A template with two versions, a form and a letterhead.
  const empty = expectOk(await readStationery(anna));
  expect([empty.templates, empty.forms, empty.letterhead.organisation.name]).toEqual([[], [], '']);
  const first = expectOk(await saveTemplate(anna, empty, template, { bytes: bytesOf('one'), name: 'a.docx' }));
  const id = first.templates[0]?.id ?? createId<RecordId>(testRandomBytes);
  const second = expectOk(
    await saveTemplate(
      anna,
      first,
      { ...template, title: 'Newer' },
      { bytes: bytesOf('two'), name: 'a.docx' },
      { id, version: 1 },
    ),
  );
  const form = { map, meets: ['extension-form'] };
  const third = expectOk(await saveForm(anna, second, form, { bytes: bytesOf('%PDF-'), name: 'f.pdf' }));
  const who = { name: 'Society', lines: ['Street 1'], town: 'Town' };
  const letterhead = { organisation: { ...who, phone: '', email: '' }, recipient: who, filingNote: '' };
  expectOk(await saveLetterhead(anna, third, letterhead, null));

  const read = expectOk(await readStationery(noor));
  expect(read.templates).toMatchObject([{ id, version: 2, content: { title: 'Newer', retired: false } }]);
  expect(read.forms).toMatchObject([{ content: { meets: ['extension-form'] } }]);
  expect([read.letterhead.recipient.name, read.unfit]).toEqual(['Society', []]);
  const versions = expectOk(await readTemplateVersions(noor, read, id));
  expect(versions.map(({ content }) => content.title)).toEqual(['Newer', 'Our letter']);
  const old = versions[1]?.content.file;
  if (!old) throw new Error('the older version is gone');
  expect(new TextDecoder().decode(expectOk(await readStationeryFile(noor, read, old)))).toBe('one');

  // Other bytes than those that were signed are refused.
  const swapped = { ...old, document: read.templates[0]?.content.file.document ?? old.document };
  expect(await readStationeryFile(noor, read, swapped)).toMatchObject({ refusal: { type: 'HashMismatch' } });

  // A volunteer is refused by the server, with a change as with a new one.
  const refused = { ok: false, refusal: { type: 'NotPermitted' } };
  expect(await saveLetterhead(noor, read, letterhead, read.letterheadItem)).toMatchObject(refused);
  const newest = read.templates[0];
  if (!newest) throw new Error('the template is gone');
  const retired = { ...newest.content, retired: true };
  expect(await reviseStationery(noor, read, 'letter-template', newest, retired)).toMatchObject(refused);

  // Only who stands in the signed log as coordinator is believed, whatever a server lets through.
  const bram = await buildSession(coordinator.colleague);
  expectOk(
    await admitToDirectory(anna, expectOk(await openDirectory(anna)), {
      user: bram.user,
      name: 'Bram Second',
      relation: 'coordinator',
    }),
  );
  const byBram = expectOk(
    await saveTemplate(bram, expectOk(await readStationery(bram)), template, { bytes: bytesOf('b'), name: 'b.docx' }),
  );
  expect(byBram.templates).toHaveLength(2);
  expectOk(
    await admitToDirectory(anna, expectOk(await openDirectory(anna)), {
      user: bram.user,
      name: 'Bram Second',
      relation: 'reader',
    }),
  );
  const without = expectOk(await readStationery(noor));
  expect([without.templates.length, without.unfit.map(({ reason }) => reason)]).toEqual([1, ['not-by-a-coordinator']]);

  // What does not fit is named and not offered.
  const space = expectOk(await openDirectory(anna));
  const odd = createId<RecordId>(testRandomBytes);
  const put = {
    kind: 'put',
    record: odd,
    type: 'stationery',
    schema: 'letter-template/1',
    payload: { title: 'x' },
  } as const;
  expectOk(await appendToSpace(anna, space, [put]));
  const after = expectOk(await readStationery(noor));
  expect(after.unfit).toContainEqual({ id: odd, reason: 'does-not-fit' });
  expect(after.templates).toHaveLength(1);
  expect(server.defects).toEqual([]);
});

test('two coordinators who save one template at once: the later is told, and neither text is lost', async () => {
  const twice = await startTestServer();
  const parts = () => buildParts(twice.connect().api, twice.clock);
  const founder = await buildFounder(parts(), twice.foundingCode);
  const roles = [{ role: 'coordinator', until: null }] as const;
  const joined = await buildColleague(founder, parts(), { handle: 'bram', roles });
  const [anna, bram] = [await buildSession(joined.inviter), await buildSession(joined.colleague)];
  const directory = expectOk(await createDirectory(anna, 'Anna Founder'));
  expectOk(await admitToDirectory(anna, directory, { user: bram.user, name: 'Bram Second', relation: 'coordinator' }));
  const file = (text: string) => ({ bytes: bytesOf(text), name: 'a.docx' });
  const stale = { ok: false, refusal: { type: 'Stale' } };
  const first = expectOk(await saveTemplate(anna, expectOk(await readStationery(anna)), template, file('one')));
  const seen = first.templates[0];
  if (!seen) throw new Error('the template was saved');
  const titled = (title: string) => ({ ...template, title });

  // Both have it open; Bram saves first.
  const atBram = expectOk(await readStationery(bram));
  expectOk(await saveTemplate(bram, atBram, titled('of Bram'), file('two'), seen));
  expect(await saveTemplate(anna, first, titled('of Anna'), file('three'), seen)).toMatchObject(stale);
  const revised = { ...seen.content, retired: true };
  expect(await reviseStationery(anna, first, 'letter-template', seen, revised)).toMatchObject(stale);
  // What the screen has read meanwhile does not make an older form newer.
  const read = expectOk(await readStationery(anna));
  expect(await saveTemplate(anna, read, titled('of Anna'), file('three'), seen)).toMatchObject(stale);
  expect(read.templates).toMatchObject([{ version: 2, author: bram.user, content: { title: 'of Bram' } }]);

  // Anna has seen it and chooses hers: both are there, hers the newest. Or hers becomes one of its own.
  const mine = expectOk(await saveTemplate(anna, read, titled('of Anna'), file('three'), { id: seen.id, version: 2 }));
  const versions = expectOk(await readTemplateVersions(anna, mine, seen.id));
  expect(versions.map(({ version, content }) => `${version} ${content.title}`)).toEqual([
    '3 of Anna',
    '2 of Bram',
    '1 Our letter',
  ]);
  const both = expectOk(await saveTemplate(anna, mine, titled('Beside it'), file('four')));
  expect(both.templates.map(({ content }) => content.title)).toEqual(['of Anna', 'Beside it']);

  // What others write elsewhere stands in nobody's way.
  const form = { map, meets: [] };
  expectOk(await saveForm(bram, atBram, form, { bytes: bytesOf('%PDF-'), name: 'f.pdf' }));
  const who = { name: 'Society', lines: [], town: 'Town' };
  const letterhead = (name: string) => ({
    organisation: { ...who, name, phone: '', email: '' },
    recipient: who,
    filingNote: '',
  });
  const head = expectOk(await saveLetterhead(anna, both, letterhead('Anna'), null));
  // The first letterhead, written twice at once, is one thing too.
  expect(await saveLetterhead(bram, atBram, letterhead('Bram'), null)).toMatchObject(stale);
  const changed = expectOk(await saveLetterhead(anna, head, letterhead('Anna again'), head.letterheadItem));
  expect(await saveLetterhead(bram, changed, letterhead('Bram'), head.letterheadItem)).toMatchObject(stale);
  expect(expectOk(await readStationery(bram)).letterhead.organisation.name).toBe('Anna again');
  expect(twice.defects).toEqual([]);
  await twice.stop();
});
