import { addDays, addMonths, dayInAmsterdam } from '#platform/base';
import { startOfDay, type JobRow } from '#platform/server/jobs';
import { monthOf } from '../keep-stories.ts';
import { deleteOldInvitees } from '../store/invitation-store.ts';
import { deleteUnneededLetters } from '../store/letter-store.ts';
import { deleteScores } from '../store/story-score-store.ts';
import { deleteProofs } from '../store/proof-store.ts';
import { deleteEndedCoordinators, deleteOldPartnerKeys } from '../store/partner-store.ts';
import { deleteLetterDays } from '../store/letter-day-store.ts';
import { deleteRested } from '../store/learner-store.ts';
import { endMaterialCodes } from '../end-material-codes.ts';
import { deleteOldResumeCodes } from '../store/resume-store.ts';
import { deleteOldPlays } from '../store/play-store.ts';
import { dropOldPieces } from '../store/upload-store.ts';

/** Seven years after it was done a proof is forgotten (learning design, 8.6). */
const proofMonths = 84;
/** Two years after its month, how stories were judged is forgotten (learning design, 3.4). */
const scoreMonths = 24;
/** Two years after its last step a run is forgotten, and a learner with all runs when the cookie ends (learning design, 8.6). */
const restMonths = 24;

/** A year after its link ended, the label of whoever never opened it is forgotten. */
const unopenedMonths = 12;

/** So long after the end of what it was for, whoever was let in at a partner is forgotten, like an address (learning design, 5.1). */
const endedDays = 30;

/** A file of which pieces came a day ago is not sent any more. */
const uploadMilliseconds = 86_400_000;

/** Forgets runs and learners that rest, states of packages, proofs and scores that are old; what was counted stays a number. */
export const forgetRested: JobRow = {
  name: 'learning.forget-rested',
  schedule: { everyMinutes: 24 * 60 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction(async (tx) => {
      const today = dayInAmsterdam(clock.now());
      await deleteScores(tx, tenant, addMonths(monthOf(today), -scoreMonths));
      await deleteProofs(tx, tenant, addMonths(today, -proofMonths));
      const rested = addMonths(today, -restMonths);
      const keptBefore = startOfDay(rested);
      await deleteOldPlays(tx, tenant, { keptBefore, doneBefore: addMonths(today, -proofMonths) });
      await dropOldPieces(tx, tenant, new Date(clock.now().getTime() - uploadMilliseconds));
      const labels = { unopenedBefore: addMonths(today, -unopenedMonths), doneBefore: addMonths(today, -proofMonths) };
      await deleteOldInvitees(tx, tenant, labels);
      await deleteUnneededLetters(tx, tenant, today);
      await deleteOldPartnerKeys(tx, tenant, today);
      await deleteEndedCoordinators(tx, tenant, addDays(today, -endedDays));
      await deleteLetterDays(tx, tenant, today);
      await endMaterialCodes(tx, tenant, clock.now());
      await deleteOldResumeCodes(tx, tenant, today);
      await deleteRested(tx, tenant, { runsBefore: rested, learnersBefore: today });
    }),
};
