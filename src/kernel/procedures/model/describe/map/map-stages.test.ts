import { describe, expect, test } from 'vitest';
import { mapStages, releasedPacks, type MapBox, type StageMap } from '#kernel/procedures';

const tracks = releasedPacks.flatMap((pack) =>
  pack.tracks.map((track) => {
    const map = mapStages(pack, track.id);
    if (map === null) throw new Error('the track is there');
    return [`${pack.id} ${track.id}`, pack, track, map] as const;
  }),
);

/** The corners of what is drawn, and whether two boxes lie over each other. */
function overlaps(one: MapBox, other: MapBox): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function textsOf({ boxes }: StageMap): readonly string[] {
  return boxes.flatMap(({ names }) => names.map((lines) => lines.join(' ')));
}

describe.each(tracks)('the map of %s', (_name, pack, track, map) => {
  test('has every stage once, within the drawing, and no box over another', () => {
    const names = track.stages.map(({ id }) => pack.texts['en']?.[`stage.${track.id}.${id}`]);
    expect(textsOf(map).toSorted()).toEqual(names.toSorted());
    for (const [place, box] of map.boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(map.width);
      expect(box.y + box.height).toBeLessThanOrEqual(map.height);
      expect(map.boxes.slice(place + 1).filter((other) => overlaps(box, other))).toEqual([]);
    }
  });

  test('tells every way in words, whether it is drawn or not', () => {
    const name = (stage: string): string => pack.texts['en']?.[`stage.${track.id}.${stage}`] ?? '';
    const moves = [...track.transitions.filter(({ to }) => to !== undefined), ...track.timers];
    for (const { from, to = '' } of moves)
      for (const stage of from === 'any' ? ['any'] : from)
        expect(
          map.ways.some(
            (way) =>
              way.to.includes(name(to)) &&
              (stage === 'any' ? way.from === 'every stage' : way.from.includes(name(stage))),
          ),
          `${String(stage)} to ${to}`,
        ).toBe(true);
    expect(map.ways.every(({ by }) => by.length > 0)).toBe(true);
  });

  test('has one number for each way that is drawn, with a line on from it', () => {
    const numbers = map.ways.flatMap(({ number }) => (number === null ? [] : [number]));
    expect(numbers).toEqual(map.steps.map(({ number }) => number));
    expect(map.lines.filter(({ leads }) => leads)).toHaveLength(map.steps.length);
  });

  test('is drawn the same again, and fits the width of A4 without being made smaller than can be read', () => {
    expect(mapStages(pack, track.id)).toEqual(map);
    // Letters of 13 points on a drawing this wide are still 8 points between the margins of A4.
    expect(map.width).toBeLessThanOrEqual(1_090);
  });
});

test('what is not verified is told apart, and a track that is not there has no map', () => {
  const residence = tracks.find(([name]) => name === 'nl-residence remedy')?.[3];
  expect(residence?.steps.some(({ isVerified }) => !isVerified)).toBe(true);
  expect(residence?.ways.filter(({ isVerified }) => !isVerified).length).toBeGreaterThan(1);
  const [first] = releasedPacks;
  expect(first && mapStages(first, 'nowhere')).toBeNull();
});
