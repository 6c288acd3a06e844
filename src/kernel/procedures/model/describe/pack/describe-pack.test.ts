import { describe, expect, test } from 'vitest';
import {
  dateAnchor,
  describePack,
  findPack,
  releasedPacks,
  titleOfPack,
  type DescribedRule,
  type Pack,
  type PackSentence,
} from '#kernel/procedures';

const languages = ['en', 'nl'] as const;
const documents = releasedPacks.flatMap((pack) =>
  languages.map((language) => [`${pack.id} ${pack.version} ${language}`, pack, describePack(pack, language)] as const),
);

function placesOf(list: string, items: readonly unknown[]): readonly string[] {
  return items.map((_, place) => `${list}.${String(place)}`);
}

/** Every rule of a pack by its place, told again from the shape of a pack and not from what describes it. */
function allPlaces(pack: Pack): readonly string[] {
  return [
    ...placesOf('parameters', pack.parameters),
    ...pack.tracks.flatMap((track, place) =>
      (['transitions', 'timers', 'quiet', 'refusedWith'] as const).flatMap((list) =>
        placesOf(`tracks.${String(place)}.${list}`, track[list]),
      ),
    ),
    ...placesOf('guards', pack.guards),
    ...placesOf('next', pack.next),
    ...placesOf('deadlines', pack.deadlines),
    ...placesOf('documents', pack.documents),
    ...placesOf('rights', pack.rights),
    ...placesOf('obligations', pack.obligations),
    ...placesOf('warnings', pack.warnings),
    ...placesOf('people', pack.people ?? []),
    ...placesOf('figures', pack.figures ?? []),
    ...(pack.figures ?? []).flatMap(({ values }, place) => placesOf(`figures.${String(place)}.values`, values)),
    ...placesOf('calendar.rules', pack.calendar.rules),
    ...placesOf('calendar.holidays', pack.calendar.holidays),
    ...Object.keys(pack.alsoHeldBy).map((id) => `alsoHeldBy.${id}`),
    ...(pack.permits === undefined ? [] : ['permits']),
    ...(pack.documentHeld === undefined ? [] : ['documentHeld']),
    ...(pack.supersedeAll.length === 0 ? [] : ['supersedeAll']),
  ];
}

function rulesIn(document: ReturnType<typeof describePack>): readonly DescribedRule[] {
  return document.chapters.flatMap(({ sections }) => sections.flatMap(({ rules }) => rules));
}

function wordsOf({ text, items = [] }: PackSentence): readonly string[] {
  return [text, ...items.flatMap(wordsOf)];
}

/** Everything that a reader reads, but addresses and what stands beside a title for the command line. */
function prose(document: ReturnType<typeof describePack>): readonly string[] {
  return [
    ...document.lead.flatMap(wordsOf),
    ...document.chapters.flatMap(({ title, intro, sections }) => [
      title,
      ...intro.flatMap(wordsOf),
      ...sections.flatMap((section) => [
        section.title,
        ...section.intro.flatMap(wordsOf),
        ...section.links.map(({ text }) => text),
        ...section.tables.flatMap(({ caption, head, rows }) => [caption, ...head, ...rows.flat()]),
        ...section.rules.flatMap((rule) => [
          rule.title,
          rule.sure,
          ...rule.sentences.flatMap(wordsOf),
          ...rule.usedBy.map(({ text }) => text),
          ...rule.sources.map(({ read }) => read),
        ]),
      ]),
    ]),
  ].filter((text) => !text.startsWith('http'));
}

/** Names in the code of a pack that are no words: they hold a hyphen, a figure or a capital within. */
function idsOf(pack: Pack): readonly string[] {
  const fields = pack.facts.flatMap((fact) => fact.fields);
  const ids = [
    ...pack.facts.map(({ name }) => name),
    ...pack.next.map(({ by }) => by),
    ...fields.map(({ name }) => name),
    ...fields.flatMap(({ choices = [] }) => choices),
    ...pack.tracks.flatMap(({ id, stages }) => [id, ...stages.map((stage) => stage.id)]),
    ...pack.tracks.flatMap(({ transitions, timers }) =>
      [...transitions, ...timers].flatMap(({ outcome }) => (typeof outcome === 'string' ? [outcome] : [])),
    ),
    ...pack.guards.map(({ id }) => id),
    ...pack.deadlines.map(({ ref }) => ref),
    ...pack.documentIds,
    ...pack.rights.map(({ id }) => id),
    ...pack.obligations.map(({ id }) => id),
    ...pack.warnings.map(({ code }) => code),
    ...(pack.people ?? []).flatMap(({ id, who }) => [id, who]),
    ...(pack.figures ?? []).map(({ id }) => id),
    ...pack.calendar.rules.map(({ id }) => id),
    ...pack.calendar.holidays.map(({ name }) => name),
    ...Object.keys(pack.sources),
  ];
  const said = wordsIn(Object.values(pack.texts).flatMap((texts) => Object.values(texts)));
  return [...new Set(ids)].filter((id) => /[-0-9]|[a-z][A-Z]/.test(id) && !said.has(id.toLowerCase()));
}

function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}-]+/u)));
}

describe.each(documents)('%s as a document', (_name, pack, document) => {
  test('says every rule exactly once', () => {
    const said = rulesIn(document).flatMap(({ covers }) => covers);
    expect(said.toSorted()).toEqual(allPlaces(pack).toSorted());
    expect(said.length).toBeGreaterThan(20);
  });

  test('lets no name of the code and no empty place into a sentence', () => {
    const ids = idsOf(pack);
    expect(ids.length).toBeGreaterThan(15);
    const words = wordsIn(prose(document));
    expect(ids.filter((id) => words.has(id.toLowerCase()))).toEqual([]);
    expect(prose(document).filter((text) => /[{}]|undefined|\(\)|, and since then\s*$/.test(text))).toEqual([]);
  });

  test('names each rule apart, and every way leads to one', () => {
    const anchors = [
      ...document.chapters.map(({ anchor }) => anchor),
      ...document.chapters.flatMap(({ sections }) => sections.map(({ anchor }) => anchor)),
      ...rulesIn(document).map(({ anchor }) => anchor),
    ];
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors.filter((anchor) => !/^[a-z0-9-]+$/.test(anchor))).toEqual([]);
    const links = [
      ...document.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.links)),
      ...rulesIn(document).flatMap(({ usedBy }) => usedBy),
    ];
    expect(links.filter(({ anchor }) => !anchors.includes(anchor))).toEqual([]);
  });

  test('tells in front everything that is not verified or rests on a secondary source', () => {
    const [first] = document.chapters;
    const told = first?.sections.flatMap(({ links }) => links.map(({ anchor }) => anchor)) ?? [];
    const doubtful = rulesIn(document).filter(({ confidence }) => confidence === 'GK' || confidence === 'C');
    expect(doubtful.map(({ anchor }) => anchor).filter((anchor) => !told.includes(anchor))).toEqual([]);
    expect(document.counts.C + document.counts.GK).toBe(doubtful.length);
    expect(rulesIn(document).filter(({ confidence, sure }) => (confidence === null) !== (sure === ''))).toEqual([]);
  });
});

test('a date leads to the rule that its fact begins', () => {
  const pack = findPack(releasedPacks, 'nl-residence@2026.1');
  if (pack === null) throw new Error('the pack was released');
  const rules = rulesIn(describePack(pack));
  const begun = (ref: string, fact: string): readonly string[] =>
    rules
      .filter(({ anchor }) => anchor === dateAnchor(pack, { ref, trigger: { fact, on: '2026-11-24' } }))
      .map(({ sentences }) => sentences[0]?.text ?? '');
  expect(begun('D13', 'extension-refused')[0]).toContain('“Extension refused”');
  expect(begun('D13', 'objection-decided')[0]).toContain('“Objection decided”');
  expect(begun('D13', 'asylum-decided')[0]).toContain('“Asylum decided”');
  expect(begun('D7', 'permit-granted')[0]).toContain('each permit');
});

describe('the words', () => {
  const pack = findPack(releasedPacks, 'nl-residence@2026.1');
  if (pack === null) throw new Error('the pack was released');
  const [english, dutch] = [describePack(pack), describePack(pack, 'nl')];
  const linesOf = (document: typeof english, code: string, number = 0): readonly string[] =>
    rulesIn(document)
      .filter((rule) => rule.code === code)
      [number]?.sentences.flatMap(wordsOf) ?? [];

  test('of a guard say what happened and what did not come after it', () => {
    expect(linesOf(english, 'conviction-final')).toEqual([
      'Met when: “The judgment is final” (Outcome: Conviction) happened.',
    ]);
    expect(linesOf(english, 'first-reflection')).toEqual(['Met when: “Reflection period granted” did not happen.']);
    expect(linesOf(english, 'case-running')[0]).toMatch(
      /^Met when: “Report signed with the police”.* happened, and since then none of these: “The case was dismissed”, “The investigation was closed” and “The judgment is final”\.$/,
    );
    expect(linesOf(dutch, 'first-reflection')).toEqual([
      'Hieraan is voldaan wanneer: “Bedenktijd gegeven” is niet gebeurd.',
    ]);
  });

  test('of a date say from what, how long, how counted, for whom, what meets and what ends it', () => {
    expect(linesOf(english, 'D13')).toEqual([
      'It begins with “Permit refused”, “Extension refused”, “Continued stay refused” or “Permit withdrawn”.',
      'It is counted from “Day it was made known”; where that is not filled in, from the day of the fact.',
      'It lasts 4 weeks.',
      'The next day is the first that counts.',
      'A last day at the weekend or on a holiday moves to the next working day (Atw 1(1)).',
      'It is a hard date: what is missed stays missed.',
      'It is for the person to keep.',
      '“Objection received” meets it, on or before the last day.',
      'What was posted by then (under “Day it was posted”) and received within 7 days after it is in time too.',
      'It falls away with “Permit granted”, “Extension granted” or “Continued stay granted”.',
      'When it is missed:',
      'this is no longer so: “Still in time”',
    ]);
    expect(linesOf(dutch, 'D5')).toContain('Uren lopen door in weekend en op feestdagen.');
    expect(linesOf(english, 'D2')).toContain(
      'Not verified, on this condition: the fact that brought this up came on or after Wednesday 1 July 2026.',
    );
    expect(linesOf(english, 'D11')).toContain(
      'Once it was lengthened, its last day is no longer moved at a weekend or on a holiday.',
    );
    expect(linesOf(english, 'D1')).toEqual(
      expect.arrayContaining([
        'Condition, one of these:',
        '“Another country is responsible for asylum (Dublin)” does not apply to the case',
        'the fact that brought this up came before Thursday 18 May 2023',
      ]),
    );
  });

  test('of a step that comes second say when the first counts', () => {
    const second = rulesIn(english).find(({ covers }) => covers.includes('tracks.0.transitions.7'));
    expect(second?.sentences.flatMap(wordsOf)).toContain(
      'It counts only where this does not hold; otherwise an earlier rule for the same fact counts:',
    );
  });

  test('are English for a language that nobody wrote', () => {
    expect(describePack(pack, 'sv')).toEqual(english);
    expect(dutch.title).toBe('Procedurepakket nl-residence');
  });
});

test('a pack is called by its title, and by its id alone in versions from before it had one', () => {
  const [old, now] = ['nl-complaint@2026.2', 'nl-complaint'].map((name) => findPack(releasedPacks, name));
  if (!old || !now) throw new Error('two versions were released');
  expect([titleOfPack(old), titleOfPack(now), titleOfPack(now, 'nl')]).toEqual([
    null,
    'Complaint against not prosecuting',
    'Klacht tegen niet vervolgen',
  ]);
  expect(describePack(old).title).toBe('Procedure pack nl-complaint');
  expect(describePack(now, 'nl').title).toBe('Klacht tegen niet vervolgen: procedurepakket nl-complaint');
});

test('a date and a right with words of their own are told by them', () => {
  const pack = findPack(releasedPacks, 'nl-residence');
  if (pack === null) throw new Error('the pack was released');
  const titles = rulesIn(describePack(pack)).map(({ title }) => title);
  expect(
    titles.filter((title) => title.startsWith('Ask for continued stay, in time (this permit is not extended)')),
  ).toHaveLength(1);
  expect(titles.filter((title) => title === 'May work.')).toHaveLength(1);
  expect(titles.some((title) => title.startsWith('Whether working is allowed after the end of the permit'))).toBe(true);
});
