import type { CivilDate } from '#platform/base';
import { checkDay } from './check-day.ts';
import { checkMaterial } from './check-material.ts';
import { checkWords } from './check-words.ts';
import type { WorkshopFinding } from './workshop-finding.ts';
import type { WorkshopSource } from './workshop-source.ts';

/** Everything there is to say about a workshop as its files stand on a day. */
export function checkWorkshop(source: WorkshopSource, today: CivilDate): readonly WorkshopFinding[] {
  return [...checkDay(source), ...checkMaterial(source), ...checkWords(source, today)];
}
