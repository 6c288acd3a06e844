import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, expectOk } from '#platform/base';
import {
  findPack,
  journey,
  plainWordsFor,
  releasedPacks,
  wordedKey,
  type JourneyAnswer,
  type Pack,
} from '#kernel/procedures';
import { anyFacts, ask } from '#kernel/procedures/testing';
import { buildSheet, sentencesOf } from './build-sheet.ts';
import { shortenSheet, waysToFit } from './shorten-sheet.ts';

const packs = ['nl-residence', 'nl-complaint', 'nl-compensation', 'nl-identity'].map((id): Pack => {
  const pack = findPack(releasedPacks, id);
  if (pack === null) throw new Error(`no pack ${id}`);
  return pack;
});
const canary = 'Canary Okparinde 0612345678 mensenhandel';
const telling =
  /traffick|mensenhandel|victim|slachtoffer|police|politie|prosecut|witness|getuige|aangifte|baken|canary/i;
const on = civilDate('2026-11-26');

/** Any case: facts with words in every free field, any role, seen on any day. */
const anyAnswer = fc
  .record({
    facts: fc.oneof(...packs.map((pack) => anyFacts(pack))),
    role: fc.constantFrom('victim', 'witness'),
    dublin: fc.boolean(),
    minor: fc.boolean(),
  })
  .map(({ facts, ...parameters }): JourneyAnswer => {
    const noted = facts.map((fact) => ({ ...fact, note: canary, ...('office' in fact ? { office: canary } : {}) }));
    return expectOk(journey(packs, { facts: noted, parameters }, on, { language: 'en' }));
  });
const anyLanguage = fc.constantFrom('en', 'nl', 'ti', 'ar');

describe('the sheet for the person', () => {
  it('is made of messages alone, whatever the case, and names neither what happened nor who helps', () => {
    fc.assert(
      fc.property(anyAnswer, anyLanguage, fc.boolean(), (answer, language, dates) => {
        const words = plainWordsFor('nl', language);
        const sheet = buildSheet(answer, words, { on, dates });
        for (const { key, text } of sentencesOf(sheet)) {
          const message = words.find(key)?.text ?? 'no message';
          const parts = message.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
          expect(text).toMatch(new RegExp(`^${parts.join('[\\p{L}\\d ]+')}$`, 'u'));
          expect(text).not.toMatch(telling);
          expect(key).not.toMatch(/^other\./);
        }
      }),
    );
  });

  it('holds no day when days are switched off', () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom('en', 'nl'), (answer, language) => {
        const sheet = buildSheet(answer, plainWordsFor('nl', language), { on, dates: false });
        expect(sentencesOf(sheet).filter(({ key, text }) => key !== 'ask.emergency' && /\d/.test(text))).toEqual([]);
      }),
    );
  });

  it('says of every uncertain rule that it is not certain', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { sections } = buildSheet(answer, plainWordsFor('nl', 'en'), { on, dates: true });
        const linesOf = (name: string) => sections.find((section) => section.name === name)?.lines ?? [];
        for (const right of answer.rights.filter(({ confidence: sure }) => /C|GK/.test(sure))) {
          const { id, allowed, words, confidence } = right;
          const key = wordedKey(`right.${id}${allowed ? '' : '.not'}`, words);
          const line = linesOf('rights').find(({ what }) => what.key === key);
          expect([confidence, line?.doubt]).toEqual([confidence, true]);
        }
        const running = answer.deadlines.filter((one) => one.state === 'running' && /C|GK/.test(one.confidence));
        for (const { ref, words } of running) {
          const key = wordedKey(`date.${ref}`, words);
          expect(linesOf('next').some(({ what, doubt }) => what.key === key && doubt)).toBe(true);
        }
      }),
    );
  });

  it('leaves out by the rule, says how many, and never the first of what must be done by a day', () => {
    fc.assert(
      fc.property(anyAnswer, fc.nat({ max: 60 }), (answer, count) => {
        const words = plainWordsFor('nl', 'nl');
        const sheet = buildSheet(answer, words, { on, dates: true });
        const short = shortenSheet(sheet, words, count);
        const size = (one: typeof sheet): number => one.sections.reduce((sum, { lines }) => sum + lines.length, 0);
        const gone = size(sheet) - size(short);
        expect(short.left?.text.includes(String(gone)) ?? gone === 0).toBe(true);
        for (const [at, { name, lines }] of short.sections.entries()) {
          expect(sheet.sections[at]?.lines.slice(0, lines.length)).toEqual(lines);
          expect(lines.length).toBeGreaterThan(0);
          if (name === 'ask' || name === 'keep') expect(lines).toEqual(sheet.sections[at]?.lines);
        }
        const ways = waysToFit(sheet, words);
        expect(ways.map(({ points }) => points)).toEqual(ways.map(({ points }) => points).toSorted((a, b) => b - a));
      }),
    );
  });
});

it('tells what runs, what comes and whom to ask, in the words of the person', () => {
  const facts = `2026-09-01 reflection-granted
    2026-10-12 report-signed
    2026-10-24 m55-sent at=15:30`;
  const answer = ask(facts, '2026-11-26');
  const said = (language: string, dates: boolean) =>
    sentencesOf(buildSheet(answer, plainWordsFor('nl', language), { on, dates })).map(({ text }) => text);
  expect(said('en', true)).toContain('It was asked whether you may stay. You are waiting for the answer.');
  expect(said('en', true)).toContain(
    'You may stay in the Netherlands now, unless your decision says something else. Ask your lawyer.',
  );
  expect(said('nl', true)).toContain('Gemaakt op donderdag 26 november 2026. Daarna kan er iets veranderen.');
  expect(said('nl', false)).toContain('Er kan iets veranderen. Vraag of dit nog klopt.');
});

it('falls back line by line and says in which language a line is', () => {
  const answer = ask('2026-09-01 reflection-granted', '2026-10-01');
  const prepared = {
    nl: { en: { 'window.title': 'Notes', 'sheet.title': 'Where you are now' }, ar: { 'sheet.title': 'أين أنت الآن' } },
  };
  const sheet = buildSheet(answer, plainWordsFor('nl', 'ar', prepared), { on, dates: false });
  expect([sheet.direction, sheet.title.language, sheet.windowTitle]).toEqual(['rtl', 'ar', 'Notes']);
  expect(buildSheet(answer, plainWordsFor('nl', 'ti'), { on, dates: false }).direction).toBe('ltr');
});
