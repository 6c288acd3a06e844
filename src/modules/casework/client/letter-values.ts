import type { CivilDate, RecordId } from '#platform/base';
import type { Deadline, Fact, JourneyAnswer } from '#kernel/procedures';
import type { TemplateNeed, TemplateValue, TemplateValues } from '#kernel/documents';
import { toldValue } from '../model/sealed/told.ts';
import type { Application, TextPurpose } from '../model/sealed/paper-records.ts';
import { wordsOfBlocks } from '../model/sealed/text-blocks.ts';
import type { Letterhead } from '../model/sealed/stationery-records.ts';
import { recordOf, recordsOf, type OpenedCase } from './opened-case.ts';

/** What a letter or form is filled from, besides the case itself. Titles stand in the language of the letter. */
export interface LetterSources {
  readonly application: { readonly id: RecordId; readonly content: Application };
  /** Where the person stands, answered in the language of the letter. */
  readonly answer: JourneyAnswer;
  readonly facts: readonly { readonly title: string; readonly on: CivilDate; readonly article: string }[];
  /** What is enclosed, in the order of the bundle. */
  readonly enclosed: readonly {
    readonly title: string;
    readonly date: string | null;
    readonly language: string | null;
    readonly form: string;
    readonly note: string;
  }[];
  readonly following: readonly { readonly title: string; readonly by: CivilDate; readonly note: string }[];
  readonly procedure: string;
  readonly authority: string;
  readonly letterhead: Letterhead;
  readonly sender: { readonly name: string | null; readonly role: string | null };
  readonly today: CivilDate;
  /** Needs that two different people saw; without them nothing of health or account is given. */
  readonly seenNeeds: readonly TemplateNeed[];
}

/**
 * The values a template or form may name (casework design, section 6), taken from the opened case. Pure.
 * What is not known, not told or only partly known stays out: it is listed and never guessed. A secret
 * address is never given.
 */
export function letterValues(opened: OpenedCase, sources: LetterSources): TemplateValues {
  const { application, answer, letterhead, sender } = sources;
  const deadline = answer.deadlines.find(({ id }) => id === application.content.deadline) ?? null;
  const { organisation, recipient } = letterhead;
  return {
    person: personValues(opened),
    address: addressValues(opened),
    case: {
      codeName: opened.open.codeName,
      reference: application.content.reference,
      procedure: sources.procedure,
      step: application.content.step,
    },
    decision: decisionValues(answer, deadline, sources.authority),
    deadline: deadlineValues(deadline),
    documents: sources.enclosed.map((one, at) => ({ number: String(at + 1), ...one })),
    following: sources.following.map((one) => ({ ...one })),
    facts: sources.facts.map((one) => ({ ...one })),
    parties: { lawyer: lawyerValues(opened) },
    sender: {
      name: sender.name,
      role: sender.role,
      phone: filled(organisation.phone),
      email: filled(organisation.email),
    },
    organisation: { ...organisation, lines: [...organisation.lines] },
    recipient: { ...recipient, lines: [...recipient.lines] },
    today: sources.today,
    texts: textValues(opened, application.id),
    ...(sources.seenNeeds.includes('health') ? { health: healthValues(opened) } : {}),
    ...(sources.seenNeeds.includes('account') ? { account: accountValues(opened) } : {}),
  };
}

/** Needs that at least two different people marked as seen. */
export function needsSeenByTwo({ seenNeeds }: Pick<Application, 'seenNeeds'>): readonly TemplateNeed[] {
  return (['health', 'account'] as const).filter(
    (need) => new Set(seenNeeds.filter((one) => one.need === need).map(({ by }) => by)).size >= 2,
  );
}

/** Facts that began a stage of the journey and were not taken back: what a letter tells unless somebody chose. */
export function factsOfStages(answer: JourneyAnswer, facts: readonly Fact[]): readonly Fact[] {
  const begun = new Set(answer.history.map(({ from }) => from));
  return currentFacts(facts).filter(({ on }) => begun.has(on));
}

/** Facts without those that were put right or taken out, oldest first. */
export function currentFacts(facts: readonly Fact[]): readonly Fact[] {
  const replaced = new Set(facts.map(({ replaces }) => replaces));
  return facts
    .filter((fact) => fact.void !== true && !replaced.has(fact.id ?? ''))
    .toSorted((left, right) => left.on.localeCompare(right.on));
}

type Row = Readonly<Record<string, TemplateValue>>;

function personValues(opened: OpenedCase): Row {
  const person = recordOf(opened, 'person')?.content;
  if (!person) return {};
  const legal = person.names.find(({ use, script }) => use === 'legal' && script === 'Latn') ?? person.names[0];
  const birth = toldValue(person.birth)?.date ?? null;
  const numberOf = (kind: 'aliens' | 'police') => person.numbers.find((one) => one.kind === kind)?.number ?? null;
  const names = [legal?.given, legal?.family].filter((name) => name !== null && name !== undefined);
  return {
    calledName: person.calledName ?? legal?.given ?? null,
    fullName: names.length > 0 ? names.join(' ') : null,
    givenNames: legal?.given ?? null,
    familyName: legal?.family ?? null,
    born: wholeDay(birth),
    nationality: toldValue(person.nationalities)?.join(', ') ?? null,
    vNumber: numberOf('aliens'),
    policeNumber: numberOf('police'),
  };
}

function addressValues(opened: OpenedCase): Row {
  const addresses = recordOf(opened, 'person')?.content.addresses ?? [];
  const current = addresses.findLast(({ to, secret }) => to === null && !secret);
  if (!current) return {};
  const lines = current.words
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const found = /\b(\d{4} ?[A-Z]{2})\b\s*,?\s*(.*)$/.exec(current.words);
  return { lines, postcode: found?.[1] ?? null, town: filled(found?.[2]?.trim() ?? '') };
}

/** The decision that the step rests on: the one that began the term of its deadline, and when what it gave ends. */
function decisionValues(answer: JourneyAnswer, deadline: Deadline | null, authority: string): Row {
  if (!deadline) return { authority: filled(authority) };
  const { fact, on } = deadline.trigger;
  const end = answer.deadlines.find(
    ({ trigger, sense }) => sense === 'end' && trigger.fact === fact && trigger.on === on,
  );
  return { date: on, authority: filled(authority), validUntil: wholeDay(end?.due.slice(0, 10) ?? null) };
}

function deadlineValues(deadline: Deadline | null): Row {
  if (!deadline) return {};
  return {
    due: wholeDay(deadline.due.slice(0, 10)),
    title: deadline.title,
    article: deadline.sources.map(({ title, article }) => `${title}, ${article}`).join('; '),
    steps: deadline.steps.map(({ text }) => text),
  };
}

function lawyerValues(opened: OpenedCase): Row {
  const lawyer = recordsOf(opened, 'party').findLast(({ content }) => content.role === 'lawyer')?.content;
  if (!lawyer) return {};
  const contact = (kind: 'phone' | 'mail') => lawyer.contacts.find((one) => one.kind === kind)?.reach ?? null;
  return { name: lawyer.name, office: lawyer.organisation, phone: contact('phone'), email: contact('mail') };
}

function textValues(opened: OpenedCase, application: RecordId): Row {
  const texts: Partial<Record<TextPurpose, string>> = {};
  for (const { content } of recordsOf(opened, 'text'))
    if (content.application === application) texts[content.purpose] = wordsOfBlocks(content.blocks);
  const { opening = '', reasons = '', request = '', closing = '', statement = '' } = texts;
  return {
    opening: filled(opening),
    reasons: filled(reasons),
    request: filled(request),
    closing: filled(closing),
    statement: filled(statement),
  };
}

function healthValues(opened: OpenedCase): Row {
  const health = recordOf(opened, 'health')?.content;
  const summary = health ? toldValue(health.words) : null;
  const [first] = health?.practitioners ?? [];
  const practitioner = recordsOf(opened, 'party').find(({ id }) => id === first)?.content.name ?? null;
  return { summary: filled(summary ?? ''), practitioner };
}

function accountValues(opened: OpenedCase): Row {
  return { summary: filled(recordOf(opened, 'account')?.content.words ?? '') };
}

/** A day that is known in full; a month or a year alone is not written as if it were one. */
function wholeDay(date: string | null): string | null {
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

const filled = (text: string): string | null => (text === '' ? null : text);
