import { expect, test } from 'vitest';
import { titleOfSource } from './source-title.ts';

test('an act keeps its Dutch name, and the day of its text stands apart', () => {
  expect(titleOfSource('Vreemdelingencirculaire 2000 (B) (text of 21 October 2015)')).toEqual({
    name: 'Vreemdelingencirculaire 2000 (B)',
    lang: 'nl',
    textOf: '2015-10-21',
  });
  expect(titleOfSource('Regeling verstrekkingen bepaalde categorieën vreemdelingen (30 April 2015)')).toMatchObject({
    lang: 'nl',
    textOf: '2015-04-30',
  });
});

test('what a pack names in English stays as it is and is marked as English', () => {
  for (const title of [
    'IND on extending a permit',
    'Letter on the reflection period, 15 May 2023',
    'Vreemdelingenbesluit 2000, article 3.48 (current text)',
    'A report (text of 31 February 2015)',
  ]) {
    expect(titleOfSource(title)).toEqual({ name: title, lang: 'en', textOf: null });
  }
});
