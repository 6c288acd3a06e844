import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate, type UserId } from '#platform/base';
import type { GatheringId, SeatId } from '#kernel/gatherings';
import type { OrganisationId } from '../model/open/count/learning-ids.ts';
import { evaluation, roomCode } from './attend-routes.ts';
import type { TrainingPartId } from '../model/open/standing/training-ids.ts';
import type { WorkshopId } from '../model/open/workshop/workshop-ids.ts';

// Brands are given here, where the text has just been checked.
const idOf = <Id>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
const courseId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const instant = z.iso.datetime();
/** As the clocks of Amsterdam go; the server finds the moment. */
const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
const places = z.int().min(1).max(500);
/** A session is named by its gathering. */
const session = z.strictObject({ gathering: idOf<GatheringId>() });
const seat = z.strictObject({ gathering: idOf<GatheringId>(), seat: idOf<SeatId>() });
const nothing = z.strictObject({});

const when = z.strictObject({
  from: localTime,
  to: localTime,
  /** Nobody signs up from then on. */
  signUpUntil: localTime,
  place: z.string().trim().max(200),
  link: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(400)]),
  accessNote: z.string().trim().max(400),
});
const limits = z.strictObject({ places, quota: places.nullable() });
const mark = z.enum(['present', 'absent']);
const seatState = z.enum(['confirmed', 'offered', 'waiting', 'left']);

const listedSession = z.strictObject({
  id: idOf<GatheringId>(),
  workshop: idOf<WorkshopId>(),
  startsAt: instant,
  endsAt: instant,
  signUpUntil: instant,
  places: z.int(),
  quota: z.int().nullable(),
  free: z.int(),
  waiting: z.int(),
  state: z.enum(['open', 'closed', 'cancelled']),
  place: z.string(),
  /** From a day before, for whoever has a place or leads; else null. */
  link: z.string().nullable(),
  accessNote: z.string(),
  trainers: z.array(idOf<UserId>()),
  mine: z
    .strictObject({ state: seatState, until: instant.nullable(), mark: mark.nullable(), evaluated: z.boolean() })
    .nullable(),
  /** Whether whoever asks sees who comes: they train it, or lead. */
  leads: z.boolean(),
  /** Whether whoever asks may open the facilitator pack. */
  guide: z.boolean(),
});
const workshop = z.strictObject({
  id: idOf<WorkshopId>(),
  title: z.string().trim().min(2).max(80),
  course: courseId.nullable(),
  part: idOf<TrainingPartId>().nullable(),
  /** The folder of files that it follows. */
  guide: courseId.nullable(),
});
const listedSeat = z.strictObject({
  id: idOf<SeatId>(),
  user: idOf<UserId>().nullable(),
  label: z.string().nullable(),
  organisation: idOf<OrganisationId>().nullable(),
  state: seatState,
  until: instant.nullable(),
  mark: mark.nullable(),
  /** Every line of the list, the last one holds. */
  marks: z.array(
    z.strictObject({
      mark,
      by: idOf<UserId>(),
      /** Ticked on the list by them, or by the code of the room that they showed. */
      way: z.enum(['list', 'room-code']),
      at: instant,
    }),
  ),
  /** No mail gets through to the address they gave. */
  unreached: z.boolean(),
});

/** Workshops: what is offered, when, who comes, who came. People without an account have routes of their own. */
export const workshopRoutes = {
  listWorkshops: defineRoute({
    name: 'listWorkshops',
    method: 'GET',
    path: '/api/learning/workshops',
    output: z.strictObject({
      workshops: z.array(
        workshop.extend({
          needsLicence: z.boolean(),
          /** Whether anybody holds a licence to teach its course: before that none can be asked for. */
          licensable: z.boolean(),
        }),
      ),
      sessions: z.array(listedSession),
    }),
    permission: 'learning.see-workshops',
    audit: { none: 'what is offered, and what whoever asks signed up for' },
    refusals: [],
  }),
  makeWorkshop: defineRoute({
    name: 'makeWorkshop',
    method: 'POST',
    path: '/api/learning/workshops',
    input: workshop,
    output: 'nothing',
    permission: 'learning.plan-workshops',
    audit: 'learning.workshop-made',
    refusals: ['WorkshopTaken', 'GuideUnknown'],
  }),
  askLicence: defineRoute({
    name: 'askLicence',
    method: 'PUT',
    path: '/api/learning/workshops/:workshop/licence',
    params: z.strictObject({ workshop: idOf<WorkshopId>() }),
    input: z.strictObject({ needed: z.boolean() }),
    output: 'nothing',
    permission: 'learning.plan-workshops',
    audit: 'learning.licence-asked',
    refusals: ['NotFound', 'NoLicenceYet'],
  }),
  planSession: defineRoute({
    name: 'planSession',
    method: 'POST',
    path: '/api/learning/workshops/:workshop/sessions',
    params: z.strictObject({ workshop: idOf<WorkshopId>() }),
    input: when.extend({ ...limits.shape, id: idOf<GatheringId>(), trainers: z.array(idOf<UserId>()).max(10) }),
    output: 'nothing',
    permission: 'learning.plan-workshops',
    audit: 'learning.session-planned',
    refusals: ['NotFound', 'TimesWrong', 'GatheringTaken', 'TrainerNotLicensed'],
  }),
  readSession: defineRoute({
    name: 'readSession',
    method: 'GET',
    path: '/api/learning/sessions/:gathering',
    params: session,
    output: z.strictObject({
      session: listedSession,
      title: z.string(),
      seats: z.array(listedSeat),
      codes: z.array(z.strictObject({ organisation: idOf<OrganisationId>().nullable(), drawnOn: day })),
      evaluation: z.strictObject({
        answered: z.int(),
        /** How many are in the counts: whole steps of five. */
        shown: z.int(),
        /** For each question how many gave each answer, from 1 to 5. */
        counts: z.array(z.array(z.int())),
        words: z.array(z.string()),
      }),
    }),
    permission: 'learning.see-workshops',
    audit: 'learning.session-read',
    refusals: ['NotFound'],
  }),
  moveSession: defineRoute({
    name: 'moveSession',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/time',
    params: session,
    input: when,
    output: 'nothing',
    permission: 'learning.plan-workshops',
    audit: 'learning.session-moved',
    refusals: ['NotFound', 'TimesWrong', 'GatheringCancelled', 'GatheringBegun', 'TrainerNotLicensed'],
  }),
  setPlaces: defineRoute({
    name: 'setPlaces',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/places',
    params: session,
    input: limits,
    output: 'nothing',
    permission: 'learning.plan-workshops',
    audit: 'learning.places-set',
    refusals: ['NotFound', 'PlacesHeld', 'GatheringCancelled', 'GatheringBegun'],
  }),
  changeSession: defineRoute({
    name: 'changeSession',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/state',
    params: session,
    input: z.strictObject({ act: z.enum(['close', 'reopen', 'cancel']) }),
    output: 'nothing',
    permission: 'learning.plan-workshops',
    audit: 'learning.session-changed',
    refusals: ['NotFound', 'GatheringCancelled', 'GatheringBegun', 'TrainerNotLicensed'],
  }),
  drawSessionCode: defineRoute({
    name: 'drawSessionCode',
    method: 'POST',
    path: '/api/learning/sessions/:gathering/code',
    params: session,
    input: z.strictObject({ organisation: idOf<OrganisationId>().nullable() }),
    output: z.strictObject({ code: z.string() }),
    permission: 'learning.plan-workshops',
    audit: 'learning.session-code-drawn',
    refusals: ['NotFound'],
  }),
  confirmSeat: defineRoute({
    name: 'confirmSeat',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/seats/:seat',
    params: seat,
    input: nothing,
    output: 'nothing',
    permission: 'learning.see-workshops',
    audit: 'learning.seat-confirmed',
    refusals: ['NotFound', 'NoPlaceFree', 'GatheringCancelled', 'GatheringBegun'],
  }),
  takeOffSeat: defineRoute({
    name: 'takeOffSeat',
    method: 'DELETE',
    path: '/api/learning/sessions/:gathering/seats/:seat',
    params: seat,
    output: 'nothing',
    permission: 'learning.plan-workshops',
    audit: 'learning.seat-taken-off',
    refusals: ['NotFound', 'GatheringCancelled', 'GatheringBegun'],
  }),
  keepAttendance: defineRoute({
    name: 'keepAttendance',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/seats/:seat/attendance',
    params: seat,
    input: z.strictObject({ mark }),
    output: 'nothing',
    permission: 'learning.see-workshops',
    audit: 'learning.attendance-kept',
    refusals: ['NotFound', 'TooEarly', 'GatheringCancelled', 'OwnStanding'],
  }),
  showRoom: defineRoute({
    name: 'showRoom',
    method: 'POST',
    path: '/api/learning/sessions/:gathering/room',
    params: session,
    input: nothing,
    output: z.strictObject({ now: instant, codes: z.array(z.string()) }),
    permission: 'learning.see-workshops',
    audit: 'learning.room-code-shown',
    refusals: ['NotFound', 'TooEarly', 'RoomOver', 'GatheringCancelled'],
  }),
  signUp: defineRoute({
    name: 'signUp',
    method: 'POST',
    path: '/api/learning/sessions/:gathering/own-seat',
    params: session,
    input: z.strictObject({ mail: z.email().max(254).nullable(), language: z.enum(['en', 'nl']) }),
    output: 'nothing',
    permission: 'learning.see-workshops',
    audit: 'learning.signed-up',
    refusals: ['NotFound', 'SignUpOver', 'SignedUpAlready', 'GatheringCancelled', 'GatheringBegun'],
  }),
  acceptPlace: defineRoute({
    name: 'acceptPlace',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/own-seat',
    params: session,
    input: nothing,
    output: 'nothing',
    permission: 'learning.see-workshops',
    audit: 'learning.place-accepted',
    refusals: ['NotFound', 'OfferOver', 'GatheringCancelled', 'GatheringBegun'],
  }),
  leaveSession: defineRoute({
    name: 'leaveSession',
    method: 'DELETE',
    path: '/api/learning/sessions/:gathering/own-seat',
    params: session,
    output: 'nothing',
    permission: 'learning.see-workshops',
    audit: 'learning.session-left',
    refusals: ['NotFound', 'GatheringCancelled', 'GatheringBegun'],
  }),
  comeByRoomCode: defineRoute({
    name: 'comeByRoomCode',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/own-seat/presence',
    params: session,
    input: z.strictObject({ code: roomCode }),
    output: 'nothing',
    permission: 'learning.see-workshops',
    audit: 'learning.came-by-room-code',
    refusals: ['NotFound', 'TooEarly', 'RoomOver', 'RoomCodeWrong', 'GatheringCancelled', 'OwnStanding'],
  }),
  evaluateSession: defineRoute({
    name: 'evaluateSession',
    method: 'POST',
    path: '/api/learning/sessions/:gathering/evaluation',
    params: session,
    input: evaluation,
    output: 'nothing',
    permission: 'learning.see-workshops',
    audit: { none: 'what somebody thinks of a session is kept without whose it is' },
    refusals: ['NotFound', 'EvaluationEarly', 'EvaluationOver', 'EvaluatedAlready', 'GatheringCancelled'],
  }),
} as const;
