import { certificates } from './en/certificates.ts';
import { edit } from './en/edit.ts';
import { editCourse } from './en/edit-course.ts';
import { figures } from './en/figures.ts';
import { findings } from './en/findings.ts';
import { guide } from './en/guide.ts';
import { materials } from './en/materials.ts';
import { packages } from './en/packages.ts';
import { own } from './en/own.ts';
import { people } from './en/people.ts';
import { play } from './en/play.ts';
import { receipts } from './en/receipts.ts';
import { sources } from './en/sources.ts';
import { teaching } from './en/teaching.ts';
import { totals } from './en/totals.ts';
import { training } from './en/training.ts';
import { workshops } from './en/workshops.ts';
import { player } from './en/player.ts';

/** English words of the module: of the player, and of the workspace. */
export const en = {
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
} as const;
