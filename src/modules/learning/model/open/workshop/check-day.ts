import { wordsOf } from '#kernel/content';
import { parsedTexts } from '../source/parsed-texts.ts';
import type { WorkshopFinding, WorkshopFindingCode } from './workshop-finding.ts';
import type { WorkshopFile, WorkshopPart, WorkshopSource } from './workshop-source.ts';

/** Nobody sits longer without a break. */
const mostWithoutBreak = 120;
/** Words said aloud in a minute, calmly. */
const saidPerMinute = 130;

const at = (code: WorkshopFindingCode, path: readonly PropertyKey[], text: string): WorkshopFinding => ({
  ...{ code, file: 'workshop.yaml', path, text },
});

/** The day: minutes add up, breaks come in time, what is heavy is said before, what is aimed at is practised. */
export function checkDay({ workshop, texts }: WorkshopSource): readonly WorkshopFinding[] {
  const { parts, people, objectives } = workshop;
  return [
    ...minutesAddUp(workshop),
    ...breaksCome(parts),
    ...(people.least <= people.most ? [] : [at('people-wrong', ['people'], 'the least are more than the most')]),
    ...objectives
      .filter((id) => parts.every((part) => part.objectives?.includes(id) !== true))
      .map((id) => at('objective-unpractised', ['objectives'], `no part practises ${id}`)),
    ...parts
      .map((part, index) => ({ part, index }))
      .filter(({ part }) => part.heavy === true && part.steps[0]?.say !== true)
      .map(({ part, index }) =>
        at(
          'notice-missing',
          ['parts', index, 'steps'],
          `${part.id} is heavy, and its first step says nothing before it`,
        ),
      ),
    ...[...texts.values()].flatMap((words) => parts.flatMap((part, index) => saidInTime(part, index, words))),
  ];
}

function minutesAddUp({ parts, minutes }: WorkshopFile): readonly WorkshopFinding[] {
  const sumOf = (of: readonly { readonly minutes: number }[]): number => of.reduce((sum, one) => sum + one.minutes, 0);
  const off = (path: readonly PropertyKey[], stated: number, sum: number): readonly WorkshopFinding[] =>
    stated === sum
      ? []
      : [at('minutes-off', path, `${String(stated)} minutes are stated, and its parts take ${String(sum)}`)];
  return [
    ...off(['minutes'], minutes, sumOf(parts)),
    ...parts.flatMap((part, index) => off(['parts', index, 'minutes'], part.minutes, sumOf(part.steps))),
  ];
}

function breaksCome(parts: readonly WorkshopPart[]): readonly WorkshopFinding[] {
  let since = 0;
  const found: WorkshopFinding[] = [];
  for (const [index, { method, minutes }] of parts.entries()) {
    const before = since;
    since = method === 'break' ? 0 : since + minutes;
    if (since > mostWithoutBreak && before <= mostWithoutBreak)
      found.push(
        at('break-missing', ['parts', index], `more than ${String(mostWithoutBreak)} minutes without a break`),
      );
  }
  return found;
}

/** What is to be said can be said in the minutes of its step. */
function saidInTime(
  part: WorkshopPart,
  index: number,
  words: Readonly<Record<string, string>>,
): readonly WorkshopFinding[] {
  return part.steps.flatMap(({ id, minutes, say }, step) => {
    const parsed = say === true ? parsedTexts(words).get(`parts.${part.id}.${id}.say`) : undefined;
    const count = parsed?.ok === true ? wordsOf(parsed.value).split(' ').length : 0;
    return count <= minutes * saidPerMinute
      ? []
      : [
          at(
            'say-long',
            ['parts', index, 'steps', step, 'minutes'],
            `${String(count)} words are to be said in ${String(minutes)} minutes`,
          ),
        ];
  });
}
