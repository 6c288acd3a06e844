import type { Pack, TrackRule } from '../../pack.ts';
import { named, tellerOf, trackOf } from '../pack/pack-teller.ts';
import { layStages } from './lay-stages.ts';
import type { BoxedStages, StageMap } from './map-drawing.ts';
import { waysOfTrack, type Way } from './ways-of-track.ts';

/**
 * The map of a track: its stages in layers, what leads from one to another by number, and every way in words. Stages that have
 * the same neighbours stand in one box. Null for a track the pack does not have.
 */
export function mapStages(pack: Pack, track: string, language = 'en'): StageMap | null {
  const rule = pack.tracks.find(({ id }) => id === track);
  if (rule === undefined) return null;
  const teller = tellerOf(pack, language);
  const nameOf = (stage: string): string => named(teller, `stage.${track}.${stage}`);
  const ways = waysOfTrack(teller, rule);
  const boxes = boxesOf(
    rule,
    ways.filter(({ isDrawn }) => isDrawn),
    nameOf,
  );
  const joined = joinWays(ways, boxes);
  const drawn = joined.filter(({ isDrawn }) => isDrawn);
  const placeOf = (stage: string): number => boxes.findIndex(({ stages }) => stages.includes(stage));
  return {
    track,
    title: trackOf(teller, track),
    ...layStages(
      boxes,
      drawn.map(({ from, to, isVerified }) => ({
        from: [...new Set(from.map(placeOf))],
        to: placeOf(to[0] ?? ''),
        isVerified,
      })),
    ),
    ways: [...drawn, ...joined.filter(({ isDrawn }) => !isDrawn)].map((way) => ({
      number: way.isDrawn ? drawn.indexOf(way) + 1 : null,
      from: way.from.length === 0 ? teller.t('procedures.map.everyStage') : way.from.map(nameOf).join(', '),
      by: way.by,
      to: way.to.map(nameOf).join(', '),
      isVerified: way.isVerified,
    })),
  };
}

/** Stages with the same stages before and after them share a box; one without either has a box of its own. */
function boxesOf(
  { stages, initial }: TrackRule,
  drawn: readonly Way[],
  nameOf: (stage: string) => string,
): readonly BoxedStages[] {
  const neighbours = (stage: string): string => {
    const before = new Set(drawn.flatMap(({ from, to }) => (to === stage ? (from.length === 0 ? ['*'] : from) : [])));
    const after = new Set(drawn.flatMap(({ from, to }) => (from.includes(stage) ? [to] : [])));
    return before.size + after.size === 0 ? stage : JSON.stringify([[...before].toSorted(), [...after].toSorted()]);
  };
  const boxes = new Map<string, { stages: string[]; names: string[]; isFirst: boolean; isEnding: boolean }>();
  for (const { id, ending = false } of stages) {
    const key = `${neighbours(id)} ${String(ending)} ${String(id === initial)}`;
    const box = boxes.get(key) ?? { stages: [], names: [], isFirst: id === initial, isEnding: ending };
    box.stages.push(id);
    box.names.push(nameOf(id));
    boxes.set(key, box);
  }
  return [...boxes.values()];
}

interface JoinedWay extends Omit<Way, 'to'> {
  readonly to: readonly string[];
}

/** Ways that lead between the same boxes are one, by several facts. */
function joinWays(ways: readonly Way[], boxes: readonly BoxedStages[]): readonly JoinedWay[] {
  const boxOf = (stage: string): number => boxes.findIndex(({ stages }) => stages.includes(stage));
  const joined = new Map<string, JoinedWay>();
  for (const way of ways) {
    const between = way.isDrawn ? [[...new Set(way.from.map(boxOf))], boxOf(way.to)] : [way.from, way.to];
    const key = JSON.stringify([way.isDrawn, between]);
    const known = joined.get(key);
    joined.set(key, {
      from: [...new Set([...(known?.from ?? []), ...way.from])],
      to: [...new Set([...(known?.to ?? []), way.to])],
      by: [...new Set([...(known?.by ?? []), ...way.by])],
      isVerified: (known?.isVerified ?? true) && way.isVerified,
      isDrawn: way.isDrawn,
    });
  }
  return [...joined.values()];
}
