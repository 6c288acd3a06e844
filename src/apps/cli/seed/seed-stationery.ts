import { expectOk, type CivilDate } from '#platform/base';
import { checkTemplate, editionOf } from '#kernel/documents/client';
import { buildFictionalForm, buildLetterTemplate } from '#kernel/documents/testing';
import type { SpaceSession } from '#kernel/spaces/client';
import { readStationery, saveForm, saveLetterhead, saveTemplate, type Letterhead } from '#modules/casework/client';

const lines = [
  '{organisation.name}',
  '{organisation.lines | list}',
  '{recipient.name}, {recipient.town}',
  '{today | longdate}',
  'Uw kenmerk: V-nummer {person.vNumber}',
  'Geachte heer, mevrouw,',
  'Namens {person.fullName} vragen wij verlenging van de vergunning die geldig is tot en met {decision.validUntil | longdate}.',
  '{texts.reasons}',
  '{texts.request}',
  'Bijlagen: {#documents}{number}. {title}; {/documents}',
  '{#following}Volgt uiterlijk {by | longdate}: {title}. {/following}',
  'Met vriendelijke groet, {sender.name}, {sender.role}',
];

const letterhead: Letterhead = {
  organisation: {
    name: 'Demo programme (invented)',
    lines: ['Voorbeeldkade 1', '0000 AA Voorbeeldstad'],
    town: 'Voorbeeldstad',
    phone: '000 000 0000',
    email: '',
  },
  recipient: { name: 'Immigratiedienst (oefening)', lines: ['Postbus 0'], town: 'Voorbeeldstad' },
  filingNote: '',
};

/** A letter of the practice programme's own, a fictional official form with its map, and who sends to whom. */
export async function seedStationery(session: SpaceSession, on: CivilDate): Promise<void> {
  const empty = expectOk(await readStationery(session));
  const bytes = await buildLetterTemplate(lines);
  const { tags, needs } = expectOk(checkTemplate(bytes));
  const template = {
    title: 'Short letter (practice)',
    language: 'nl',
    tags: tags.map(({ tag, reveals }) => ({ tag, reveals })),
    needs: [...needs],
    checkedOn: on,
  };
  const withLetter = expectOk(await saveTemplate(session, empty, template, { bytes, name: 'short-letter.docx' }));
  const pdf = await buildFictionalForm();
  const map = {
    id: 'fictional-extension',
    title: 'Application to extend (fictional form)',
    authority: 'Fictional Service',
    edition: '2026-01',
    sha256: await editionOf(pdf),
    checkedOn: on,
    fields: [
      { kind: 'text' as const, pdf: 'name', from: 'person.fullName', filter: 'upper' as const, required: true },
      { kind: 'text' as const, pdf: 'number', from: 'person.vNumber', max: 10, required: true },
      { kind: 'date3' as const, pdf: { day: 'day', month: 'month', year: 'year' }, from: 'person.born' },
      { kind: 'radio' as const, pdf: 'kind', from: 'case.step', options: { 'extension-requested': 'B' } },
      { kind: 'text' as const, pdf: 'nationality', from: 'person.nationality' },
      { kind: 'text' as const, pdf: 'remarks', from: 'texts.request' },
    ],
    leaveEmpty: ['office'],
    sign: ['The applicant, page 1'],
  };
  const form = { map, meets: ['extension-form'] };
  const withForm = expectOk(await saveForm(session, withLetter, form, { bytes: pdf, name: 'fictional-extension.pdf' }));
  expectOk(await saveLetterhead(session, withForm, letterhead, null));
}
