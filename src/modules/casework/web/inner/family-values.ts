import type { CivilDate } from '#platform/base';
import { notTold, type SealedContent, type Told } from '#modules/casework/client';
import { isPartDate } from '../shared/part-date.ts';
import { rowsOfText, textOfRows } from '../shared/typed-rows.ts';
import { cleanText, textOrNull } from '../shared/typed-text.ts';

type Family = SealedContent<'family'>;

/** Somebody of the family as typed; a yes or no holds why it has no answer. */
export const blankRelative = { name: '', tie: '', where: '', birth: '', knows: 'not-asked', safe: 'not-asked' };

/** The family as one value of its form. */
export function textOfFamily(family: Family | null): string {
  return textOfRows(
    (family?.people ?? []).map(({ name, tie, where, birth, knows, safe }) => ({
      ...{ name, tie, where: where ?? '', birth: birth ?? '' },
      ...{ knows: typedYesNo(knows), safe: typedYesNo(safe) },
    })),
  );
}

/** Whether each has a name and a tie, and a birth date that is one or none. */
export function isFamilyRight(text: string): boolean {
  return rowsOfText(text, blankRelative).every(
    ({ name, tie, birth }) =>
      cleanText(name) !== '' && cleanText(tie) !== '' && (cleanText(birth) === '' || isPartDate(cleanText(birth))),
  );
}

/** The family as typed on a day. An answer that nobody changed keeps its source and its day. */
export function familyOfText(text: string, before: Family | null, on: CivilDate): Family {
  return {
    people: rowsOfText(text, blankRelative).map((row) => {
      const was = before?.people.find(({ name }) => name === cleanText(row.name));
      return {
        name: cleanText(row.name),
        tie: cleanText(row.tie),
        where: textOrNull(row.where),
        birth: textOrNull(row.birth),
        knows: toldYesNoOf(row.knows, was?.knows, on),
        safe: toldYesNoOf(row.safe, was?.safe, on),
      };
    }),
  };
}

function typedYesNo(answer: Told<boolean>): string {
  return 'told' in answer ? (answer.told ? 'yes' : 'no') : answer.notTold;
}

function toldYesNoOf(typed: string, was: Told<boolean> | undefined, on: CivilDate): Told<boolean> {
  if (typed !== 'yes' && typed !== 'no') return { notTold: notTold.find((why) => why === typed) ?? 'not-asked' };
  const told = typed === 'yes';
  return was && 'told' in was && was.told === told ? was : { told, source: 'person', on };
}
