import type { TrackRule } from '../../pack.ts';
import { datesOf, factOf, type PackTeller } from '../pack/pack-teller.ts';

/** A way between stages: from which (none for every stage), to which, by what, and whether it belongs to the drawing. */
export interface Way {
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly string[];
  readonly isVerified: boolean;
  readonly isDrawn: boolean;
}

/**
 * The ways of a track; several facts that lead the same way are one. Drawn is what leads on in the order of the stages, and
 * what leads from every stage. What leads back to an earlier stage, or always comes with a warning, is told in words only: a
 * drawing of everything cannot be read.
 */
export function waysOfTrack(teller: PackTeller, track: TrackRule): readonly Way[] {
  const places = new Map(track.stages.map(({ id }, place) => [id, place]));
  const leadsOn = (from: string, to: string): boolean => (places.get(from) ?? 0) < (places.get(to) ?? 0);
  const moved = track.transitions.flatMap(({ from, to, by, warnings = [], confidence }): readonly Way[] => {
    if (to === undefined) return [];
    const way = { to, by: by.map((fact) => factOf(teller, fact)), isVerified: confidence !== 'GK' };
    if (from === 'any') return [{ ...way, from: [], isDrawn: true }];
    const drawn = from.filter((stage) => warnings.length === 0 && leadsOn(stage, to));
    const told = from.filter((stage) => !drawn.includes(stage));
    return [
      ...(drawn.length === 0 ? [] : [{ ...way, from: drawn, isDrawn: true }]),
      ...(told.length === 0 ? [] : [{ ...way, from: told, isDrawn: false }]),
    ];
  });
  const timed = track.timers.map(({ from, to, after, confidence }): Way => ({
    from,
    to,
    by: [teller.t('procedures.map.passed', { dates: datesOf(teller, after) })],
    isVerified: confidence !== 'GK',
    isDrawn: true,
  }));
  return [...moved, ...timed];
}
