import { createId, expectOk, type RecordId } from '#platform/base';
import {
  attachPaper,
  blocksOfText,
  createProcedures,
  fileApplication,
  readStationery,
  recordOf,
  recordsOf,
  saveApplication,
  saveRecord,
  saveTexts,
  startApplication,
  takeParts,
  type OpenedCase,
  type Stationery,
} from '#modules/casework/client';
import type { CaseSeeding } from './case-seeding.ts';
import type { PracticeApplication, PracticeCase } from './practice-world/practice-world.ts';
import { paperOf } from './seed-records.ts';

/** The application of a fictional case: papers, letter, order, and for some the filing with its receipt. */
export async function seedApplication(
  seeding: CaseSeeding,
  before: OpenedCase,
  practice: PracticeCase,
): Promise<OpenedCase> {
  const { application } = practice;
  if (application === null) return before;
  const { session } = seeding;
  let opened = await seedConsent(seeding, before, practice, application);
  for (const paper of application.papers) {
    const file = { bytes: await seeding.fileOf(paper.title), mediaType: 'application/pdf', name: `${paper.title}.pdf` };
    opened = expectOk(await attachPaper(session, opened, paperOf(paper), file));
  }
  const pack = recordOf(opened, 'journey')?.content.packs.find(({ id }) => id === 'nl-residence');
  if (!pack) return opened;
  const started = expectOk(
    await startApplication(session, opened, {
      pack: pack.id,
      packVersion: pack.version,
      step: application.step,
      title: application.language === 'nl' ? 'Verlenging van de vergunning' : 'Extension of the permit',
      deadline: deadlineOf(opened, application, practice),
      letter: { template: null, language: application.language, facts: null },
    }),
  );
  opened = await seedContents(seeding, started.opened, started.application, application);
  return application.filed ? seedFiling(seeding, opened, started.application, practice, application) : opened;
}

/** Letter and order of the bundle. */
async function seedContents(
  { session }: CaseSeeding,
  before: OpenedCase,
  id: RecordId,
  application: PracticeApplication,
): Promise<OpenedCase> {
  const texts = (['reasons', 'request'] as const).map((purpose) => ({
    purpose,
    language: application.language,
    title: purpose === 'reasons' ? 'Reasons' : 'Request',
    blocks: [...blocksOfText(application[purpose])],
  }));
  const opened = expectOk(await saveTexts(session, before, id, texts));
  const content = recordsOf(opened, 'application').find((one) => one.id === id)?.content;
  if (!content) throw new Error('the application that was just made is gone');
  const papers = recordsOf(opened, 'paper').map((record) => ({ id: record.id, paper: record.content }));
  const wanted = papers.filter(({ paper }) => paper.title !== 'Information sheet, signed').map((one) => one.id);
  const stationery: Stationery = expectOk(await readStationery(session));
  const form = application.withForm ? (stationery.forms[0]?.id ?? null) : null;
  const { order } = takeParts(content, application.taken ? wanted : [], papers);
  const without = application.without.map((one) => ({ ...one }));
  return expectOk(
    await saveApplication(session, opened, id, {
      ...content,
      form,
      order: form === null ? [...order] : [form, ...order],
      without,
    }),
  );
}

async function seedFiling(
  { session, userOf, fileOf }: CaseSeeding,
  before: OpenedCase,
  id: RecordId,
  practice: PracticeCase,
  { filed }: PracticeApplication,
): Promise<OpenedCase> {
  if (!filed) return before;
  let opened = before;
  let proof: RecordId | null = null;
  if (filed.proved) {
    proof = createId<RecordId>(session.randomBytes);
    const title = 'Receipt of handing in';
    const paper = {
      ...paperOf({ document: null, title, on: filed.receivedOn, language: 'Dutch', form: 'copy', pages: 1 }),
    };
    const file = { bytes: await fileOf(title), mediaType: 'application/pdf', name: `${title}.pdf` };
    opened = expectOk(await attachPaper(session, opened, { ...paper, ownKind: 'receipt' }, file, proof));
  }
  const consent = recordsOf(opened, 'consent').find(({ content }) => content.purpose === 'represent');
  return expectOk(
    await fileApplication(session, createProcedures(), opened, id, {
      how: filed.how,
      by: practice.lead === null ? session.user : userOf(practice.lead),
      authorisation: consent?.id ?? null,
      on: filed.on,
      tracking: filed.tracking,
      proof,
      bundle: null,
      received: { on: filed.receivedOn, proved: filed.proved },
    }),
  );
}

async function seedConsent(
  { session }: CaseSeeding,
  opened: OpenedCase,
  { acceptedOn }: PracticeCase,
  { consented }: PracticeApplication,
): Promise<OpenedCase> {
  if (!consented || acceptedOn === null) return opened;
  return expectOk(
    await saveRecord(session, opened, {
      kind: 'consent',
      content: {
        purpose: 'represent',
        recipient: { kind: 'named', name: 'M. Vermeer, lawyer (invented)' },
        scope: 'Handing in the extension of the permit.',
        withheld: '',
        language: null,
        interpreter: true,
        form: 'signed-paper',
        readAloud: true,
        inOwnWords: true,
        capacity: 'self',
        basis: '',
        state: { name: 'given', on: acceptedOn, until: null, reviewOn: null },
      },
    }),
  );
}

/** The date that filing meets, as the journey of the case stands on the day of filing. */
function deadlineOf(opened: OpenedCase, { step }: PracticeApplication, { facts }: PracticeCase): string | null {
  const journey = recordOf(opened, 'journey');
  const permit = facts.find(({ fact }) => fact === 'permit-granted');
  if (!journey || !permit || step !== 'extension-requested') return null;
  return Object.keys(journey.content.dueIds).find((id) => id.startsWith('D9')) ?? null;
}
