import { addDays, type CivilDate } from '#platform/base';
import type { PracticeColleague } from './practice-world.ts';

const coordinators = ['Ilse de Wit', 'Bram Vos'] as const;
const volunteers = [
  'Sami Haddad',
  'Noor Elmas',
  'Thijs Bakker',
  'Hanna Vlieger',
  'Joris Kamp',
  'Mei Lansing',
  'Daan Overdijk',
  'Aya Brandsma',
  'Pieter Zwart',
  'Lotte Reijn',
  'Omar Steenstra',
  'Eva Molenaar',
] as const;

/** Two coordinators and twelve volunteers; the role of one volunteer ended last week, another ends soon. */
export function practiceColleagues(on: CivilDate): readonly PracticeColleague[] {
  return [
    ...coordinators.map((name) => ({ handle: handleOf(name), name, role: 'coordinator', roleUntil: null }) as const),
    ...volunteers.map(
      (name, index) => ({ handle: handleOf(name), name, role: 'volunteer', roleUntil: roleEnd(on, index) }) as const,
    ),
  ];
}

function roleEnd(on: CivilDate, index: number): CivilDate {
  if (index === 8) return addDays(on, -6);
  if (index === 5) return addDays(on, 21);
  return addDays(on, 200 + index * 11);
}

/** Sign-in name: first name, a dot, first letter of the last word. */
function handleOf(name: string): string {
  const words = name.toLowerCase().split(' ');
  return `${words[0] ?? ''}.${(words.at(-1) ?? '').slice(0, 1)}`;
}
