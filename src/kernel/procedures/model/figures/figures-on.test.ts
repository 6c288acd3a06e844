import { describe, expect, test } from 'vitest';
import { findPack, figureOn, figuresOn, releasedPacks, type FigureOn, type Pack } from '../../index.ts';

const packOf = (name: string): Pack => {
  const pack = findPack(releasedPacks, name);
  if (pack === null) throw new Error(`no pack ${name}`);
  return pack;
};
const figure = (pack: string, id: string, day: string, language?: string): FigureOn => {
  const found = figureOn(packOf(pack), id, day, language);
  if (found === null) throw new Error(`no figure ${id}`);
  return found;
};

describe('a figure on a day', () => {
  test('is its value, in words of the language, with where it was read', () => {
    expect(figure('nl-compensation', 'fund-category-6', '2026-11-26', 'nl')).toMatchObject({
      state: 'known',
      title: 'Het fonds keert uit in categorie 6',
      value: 35000,
      text: '€ 35.000',
      asOf: ['fund-application'],
      validFrom: '2022-11-01',
      validUntil: null,
      confidence: 'B',
      sources: [{ id: 'sgm-list', checkedOn: '2026-11-24' }],
    });
    expect(figure('nl-compensation', 'fund-category-6', '2026-11-26')).toMatchObject({ text: '€35,000' });
    expect(figure('nl-compensation', 'injury-list', '2021-07-31', 'nl')).toMatchObject({ text: 'maandag 1 juli 2019' });
    expect(figure('nl-residence', 'penalty-days', '2024-03-14')).toMatchObject({ text: '42 days' });
    expect(figure('nl-residence', 'places-cosm', '2026-11-26')).toMatchObject({ text: '40' });
    expect(figure('nl-compensation', 'legal-aid-code', '2026-11-26')).toMatchObject({ text: 'O013' });
  });

  test('turns on the day the law turned', () => {
    expect(figure('nl-residence', 'dublin-regime', '2026-06-30')).toMatchObject({ text: 'Dublin III', note: null });
    const after = figure('nl-residence', 'dublin-regime', '2026-07-01');
    expect(after).toMatchObject({ text: 'Regulation (EU) 2024/1351', confidence: 'A' });
    expect(after.note).toContain('not verified');
  });

  test('is unknown where nothing was read, since the day after the last value, which is only told beside it', () => {
    const fee = figure('nl-residence', 'fee-continued-stay', '2026-11-26', 'nl');
    expect(fee).toMatchObject({ state: 'unknown', since: '2015-11-18', until: null, checkedOn: '2026-11-24' });
    expect(fee).toMatchObject({ last: { value: 359, text: '€ 359', validUntil: '2015-11-17' } });
    expect(fee).not.toHaveProperty('value');
    expect(figure('nl-residence', 'court-fee', '2026-11-26')).toMatchObject({ since: null, until: null, last: null });
    expect(figure('nl-compensation', 'penalty-maximum', '2016-05-01')).toMatchObject({
      state: 'unknown',
      since: '2015-11-27',
      until: '2018-12-31',
      last: { value: 1260 },
    });
    expect(figure('nl-compensation', 'fund-category-1', '2020-01-01')).toMatchObject({
      state: 'unknown',
      since: null,
      until: '2022-10-31',
      last: null,
    });
  });

  test('is none where the pack does not know it, and a version from before figures has none', () => {
    expect(figureOn(packOf('nl-residence'), 'no-such', '2026-11-26')).toBeNull();
    expect(figuresOn(packOf('nl-residence@2026.1'), '2026-11-26')).toEqual([]);
    expect(figuresOn(packOf('nl-compensation'), '2026-11-26').map(({ id }) => id)).toContain('injury-list');
  });
});
