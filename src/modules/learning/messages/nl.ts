import type { Catalogue } from '#kernel/languages';
import type { en } from './en.ts';
import { certificates } from './nl/certificates.ts';
import { edit } from './nl/edit.ts';
import { editCourse } from './nl/edit-course.ts';
import { figures } from './nl/figures.ts';
import { findings } from './nl/findings.ts';
import { guide } from './nl/guide.ts';
import { materials } from './nl/materials.ts';
import { packages } from './nl/packages.ts';
import { own } from './nl/own.ts';
import { people } from './nl/people.ts';
import { play } from './nl/play.ts';
import { receipts } from './nl/receipts.ts';
import { sources } from './nl/sources.ts';
import { teaching } from './nl/teaching.ts';
import { totals } from './nl/totals.ts';
import { training } from './nl/training.ts';
import { workshops } from './nl/workshops.ts';
import { player } from './nl/player.ts';

/** Dutch words of the module: of the player, and of the workspace. */
export const nl: Catalogue<typeof en> = {
  ...player,
  ...certificates,
  ...edit,
  ...editCourse,
  ...figures,
  ...findings,
  ...guide,
  ...materials,
  ...packages,
  ...own,
  ...people,
  ...play,
  ...receipts,
  ...sources,
  ...teaching,
  ...totals,
  ...training,
  ...workshops,
};
