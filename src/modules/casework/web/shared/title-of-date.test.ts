import { expect, it } from 'vitest';
import { releasedPacks } from '#kernel/procedures';
import { titleInLanguage } from './title-of-date.ts';

it('says a title of a pack in the language of the page, whatever language it was written in', () => {
  const pack = releasedPacks.find(({ id }) => id === 'nl-residence');
  const [key = ''] = Object.keys(pack?.texts['en'] ?? {}).filter((name) => name.startsWith('deadline.'));
  const capital = (text = ''): string => text.charAt(0).toUpperCase() + text.slice(1);
  const english = capital(pack?.texts['en']?.[key]);
  const dutch = capital(pack?.texts['nl']?.[key]);
  expect(english).not.toBe('');
  expect(english).not.toBe(dutch);
  expect(titleInLanguage(english, 'nl')).toBe(dutch);
  expect(titleInLanguage(dutch, 'en')).toBe(english);
});

it('leaves what no pack knows as it is', () => {
  expect(titleInLanguage('Bring the blue folder', 'nl')).toBe('Bring the blue folder');
});
