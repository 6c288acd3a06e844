import { addDays, createId, expectOk, type CivilDate, type RecordId, type SpaceId, type UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import {
  addToCase,
  answerEntry,
  openCase,
  raiseTask,
  recordsOf,
  type OpenedCase,
  type RecordToPut,
} from '#modules/casework/client';
import type { PracticeCase } from './practice-world/practice-world.ts';
import { languageTags } from './seed-records.ts';

const hour = '11:20';

/** Family, what happened, dangers and the account of a fictional person, for the batch that accepts the case. */
export function innerRecords({ inner, person, acceptedOn, referredOn }: PracticeCase): readonly RecordToPut[] {
  const on = acceptedOn ?? referredOn;
  const yesNo = (value: boolean | null) =>
    value === null ? ({ notTold: 'not-asked' } as const) : { told: value, source: 'person' as const, on };
  const { family, account } = inner;
  const people = family.map((one) => ({ ...one, knows: yesNo(one.knows), safe: yesNo(one.safe) }));
  const records: RecordToPut[] = [
    ...inner.events.map((content): RecordToPut => ({ kind: 'event', content })),
    ...inner.threats.map((content): RecordToPut => ({ kind: 'threat', content })),
  ];
  if (people.length > 0) records.push({ kind: 'family', content: { people } });
  if (account !== null) {
    const { words, agreedOn } = account;
    const interpreter = person.language === 'English' ? null : 'Interpreter of the programme (invented)';
    const statement = agreedOn && {
      language: languageTags[person.language] ?? 'en',
      interpreter,
      readBackOn: agreedOn,
      agreedOn,
      added: '',
    };
    records.push({ kind: 'account', content: { words, statement } });
  }
  return records;
}

/** What the lead writes beside contacts: notes, incidents, the answer to a question, a question of their own. */
export async function seedTalk(
  session: SpaceSession,
  opened: OpenedCase,
  { inner: { talk, incidents } }: PracticeCase,
  on: CivilDate,
  coordinator: UserId,
): Promise<void> {
  const moment = { on: addDays(on, -1), at: hour };
  const puts: RecordToPut[] = incidents.map((content) => ({ kind: 'incident', content: { ...content, at: hour } }));
  if (talk.note !== null)
    puts.push({ kind: 'note', content: { ...moment, title: null, words: talk.note, audience: 'team' } });
  const asksSelf = coordinator === session.user;
  const question = talk.waiting !== null && !asksSelf ? createId<RecordId>(session.randomBytes) : null;
  if (question && talk.waiting !== null)
    puts.push({ id: question, kind: 'question', content: { ...moment, to: coordinator, words: talk.waiting } });
  let current = opened;
  if (puts.length > 0) current = expectOk(await addToCase(session, opened, { puts }));
  if (question) {
    const row = { id: question, words: null, assignee: coordinator, due: addDays(on, 1), kind: 'do' as const };
    current = expectOk(await raiseTask(session, current, row)).opened;
  }
  const asked = recordsOf(current, 'question').find(({ content }) => content.to === session.user);
  if (!asked || talk.asked === null) return;
  const reply = { id: createId<RecordId>(session.randomBytes), entry: asked.id, words: talk.asked.answer, at: hour };
  expectOk(await answerEntry(session, current, reply));
}

/** The coordinator's question to the lead, which the lead answers later. */
export async function seedQuestion(
  session: SpaceSession,
  opened: OpenedCase,
  { inner: { talk } }: PracticeCase,
  lead: UserId | null,
): Promise<OpenedCase> {
  if (talk.asked === null || lead === null || lead === session.user) return opened;
  const { on, words } = talk.asked;
  const id = createId<RecordId>(session.randomBytes);
  const put: RecordToPut = { id, kind: 'question', content: { on, at: hour, to: lead, words } };
  const saved = expectOk(await addToCase(session, opened, { puts: [put] }));
  const row = { id, words: null, assignee: lead, due: addDays(on, 2), kind: 'do' as const };
  return expectOk(await raiseTask(session, saved, row)).opened;
}

/** What the coordinator answers, once all contacts are there, to the newest one of somebody else. */
export async function seedPraise(session: SpaceSession, id: SpaceId, { inner }: PracticeCase): Promise<void> {
  const words = inner.talk.praise;
  if (words === null) return;
  const opened = expectOk(await openCase(session, id));
  const entry = recordsOf(opened, 'contact').findLast(({ author }) => author !== session.user);
  if (!entry) return;
  const reply = { id: createId<RecordId>(session.randomBytes), entry: entry.id, words, at: hour };
  expectOk(await answerEntry(session, opened, reply));
}
