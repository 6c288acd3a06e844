import type { Confidence, Source, Sourced } from '../../pack.ts';
import { say } from '../../say.ts';
import { sourcesOf } from '../../journey/index-of.ts';
import type { DescribedRule, PackChapter, PackSection, PackSentence, RuleLink, SourceNote } from './pack-document.ts';
import { dayOf, sentence, type PackTeller } from './pack-teller.ts';

/** A rule in sentences before it is known who asks for it. */
export interface RuleDraft extends Omit<DescribedRule, 'usedBy'> {
  /** What others ask for it by, such as `date D13`; null where nobody can. */
  readonly askedAs: string | null;
  /** What it asks for itself. */
  readonly asks: ReadonlySet<string>;
}

interface Beginning {
  readonly covers: readonly string[];
  readonly title: string;
  readonly sentences: readonly PackSentence[];
  readonly code?: string;
  readonly askedAs?: string;
  /** The rule itself: what it asks for is found in it. */
  readonly rule: unknown;
}

/** A rule that rests on no source of its own. */
export function looseDraft({ covers, title, sentences, code, askedAs, rule }: Beginning): RuleDraft {
  return {
    covers,
    anchor: anchorOf(covers[0] ?? ''),
    code: code ?? null,
    title,
    sentences,
    confidence: null,
    sure: '',
    sources: [],
    askedAs: askedAs ?? null,
    asks: new Set(askedIn(rule)),
  };
}

/** A rule with its sources and how sure it is. */
export function sourcedDraft(teller: PackTeller, rule: Sourced, beginning: Omit<Beginning, 'rule'>): RuleDraft {
  const sources = sourcesOf(teller.pack, rule).map((source) => sourceNote(teller, source));
  const { validFrom, validUntil } = rule;
  const sentences = [
    ...beginning.sentences,
    ...(validFrom === undefined && validUntil === undefined
      ? []
      : [
          sentence(
            teller.t('procedures.rule.valid', {
              from: validFrom === undefined ? 'none' : dayOf(teller, validFrom),
              until: validUntil === undefined ? 'none' : dayOf(teller, validUntil),
            }),
          ),
        ]),
    ...(rule.note === undefined ? [] : [sentence(say(teller.texts, `note.${rule.note}`))]),
  ];
  return { ...withSureness(teller, looseDraft({ ...beginning, sentences, rule }), rule.confidence), sources };
}

/** A passage in words: what was read, and when; or that nothing was. */
export function sourceNote(teller: PackTeller, { title, article, address, checkedOn }: Source): SourceNote {
  const { t } = teller;
  return {
    title,
    article,
    passage: t('procedures.rule.passage', { title, article }),
    address,
    read:
      address === '' || checkedOn === ''
        ? t('procedures.rule.unread')
        : t('procedures.rule.read', { day: dayOf(teller, checkedOn) }),
  };
}

/** Says how sure a rule is. */
export function withSureness({ t }: PackTeller, draft: RuleDraft, confidence: Confidence): RuleDraft {
  return { ...draft, confidence, sure: t(`procedures.sure.${confidence}`) };
}

/** A place of a pack as a name that an address can carry. */
export function anchorOf(place: string): string {
  return place
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
}

/** Members of rules whose values are names of dated rules, of guards, of documents. */
const askingMembers: Readonly<Record<string, 'date' | 'guard' | 'document'>> = {
  deadline: 'date',
  meets: 'date',
  missedBefore: 'date',
  within: 'date',
  after: 'date',
  onlyIfMissed: 'date',
  givesWayTo: 'date',
  due: 'date',
  dueOn: 'date',
  ends: 'date',
  guard: 'guard',
  guards: 'guard',
  held: 'document',
};

function askedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => askedIn(one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inside]: [string, unknown]) => {
    const kind = askingMembers[member];
    const names = Array.isArray(inside) ? inside : [inside];
    const asked = kind === undefined ? [] : names.filter((name) => typeof name === 'string');
    return [...asked.map((name) => `${kind ?? ''} ${name}`), ...askedIn(inside)];
  });
}

/** Gives each rule the rules that ask for it. */
export function finishChapters(chapters: readonly PackChapter<RuleDraft>[]): readonly PackChapter[] {
  const drafts = chapters.flatMap(({ sections }) => sections.flatMap(({ rules }) => rules));
  return chapters.map((chapter) => ({
    ...chapter,
    sections: chapter.sections.map((section): PackSection => ({
      ...section,
      rules: section.rules.map((draft) => finishRule(draft, drafts)),
    })),
  }));
}

function finishRule({ askedAs, asks, ...rule }: RuleDraft, drafts: readonly RuleDraft[]): DescribedRule {
  const users = askedAs === null ? [] : drafts.filter((draft) => draft.asks.has(askedAs) && draft.asks !== asks);
  return { ...rule, usedBy: onceEach(users.map(({ anchor, title }) => ({ anchor, text: title }))) };
}

/** Of links with the same words the first. */
export function onceEach(links: readonly RuleLink[]): readonly RuleLink[] {
  return links.filter(({ text }, place) => links.findIndex((link) => link.text === text) === place);
}

/** Of rules that have the same title or name, which is which: the first keeps it, the others are numbered. */
export function withOwnAnchors(drafts: readonly RuleDraft[]): readonly RuleDraft[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const times = (seen.get(draft.anchor) ?? 0) + 1;
    seen.set(draft.anchor, times);
    return times === 1 ? draft : { ...draft, anchor: `${draft.anchor}-${String(times)}` };
  });
}
