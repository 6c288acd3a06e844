import { describe, expect, test } from 'vitest';
import { findPack, peopleIn, releasedPacks, type Pack } from '../../index.ts';

const packOf = (name: string): Pack => {
  const pack = findPack(releasedPacks, name);
  if (pack === null) throw new Error(`no pack ${name}`);
  return pack;
};

describe('who is in charge', () => {
  test('is told for a stage, in words, with where it was read', () => {
    const inReflection = peopleIn(packOf('nl-residence'), 'residence', 'S1', { language: 'nl' });
    expect(inReflection).toContainEqual(
      expect.objectContaining({
        who: 'comensha',
        name: 'CoMensha',
        does: 'Zoekt een plek; alleen CoMensha plaatst in de gespecialiseerde opvang (COSM).',
        confidence: 'C',
      }),
    );
    expect(inReflection.find(({ id }) => id === 'place-in-shelter')?.sources[0]?.address).toMatch(/^https:/);
    expect(peopleIn(packOf('nl-residence'), 'residence', 'S5', { parameters: {} }).map(({ who }) => who)).toEqual([
      'lawyer',
      'legal-aid-board',
    ]);
  });

  test('keeps to the case where its properties are given, and tells all where they are not', () => {
    const ids = (parameters?: Readonly<Record<string, boolean>>): readonly string[] =>
      peopleIn(packOf('nl-residence'), 'residence', 'S2', parameters === undefined ? {} : { parameters }).map(
        ({ id }) => id,
      );
    expect(ids()).toEqual(expect.arrayContaining(['state-presence', 'guardian-and-protected-reception']));
    expect(ids({})).not.toContain('state-presence');
    expect(ids({ dublin: true })).toContain('state-presence');
    expect(ids({ dublin: true })).not.toContain('guardian-and-protected-reception');
    expect(ids({ minor: true })).toContain('guardian-and-protected-reception');
  });

  test('is nobody in a stage the pack does not know, and in a version from before people', () => {
    expect(peopleIn(packOf('nl-residence'), 'residence', 'S99').map(({ who }) => who)).toEqual([
      'lawyer',
      'legal-aid-board',
    ]);
    expect(peopleIn(packOf('nl-residence'), 'nowhere', 'S1')).toEqual([]);
    expect(peopleIn(packOf('nl-residence@2026.1'), 'residence', 'S1')).toEqual([]);
  });

  test.each(releasedPacks.filter(({ people }) => people !== undefined).map((pack) => [pack.id, pack] as const))(
    'of %s is somebody in every stage that is no ending',
    (_, pack) => {
      const empty = pack.tracks.flatMap((track) =>
        track.stages
          .filter(({ id, ending }) => ending !== true && id !== track.initial)
          .filter(({ id }) => peopleIn(pack, track.id, id).length === 0)
          .map(({ id }) => `${track.id} ${id}`),
      );
      expect(empty).toEqual([]);
    },
  );
});
