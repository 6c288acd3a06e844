import { bind, type BoundRoute } from '#platform/server/http';
import { attendRoutes } from '../contract/attend-routes.ts';
import { workshopRoutes } from '../contract/workshop-routes.ts';
import {
  changeSeatBySecret,
  comeWithSeat,
  evaluateWithSeat,
  lookAtSession,
  readSeat,
  signUpWithCode,
} from './commands/attend.ts';
import {
  changeOwnSeat,
  changeSeat,
  comeByOwnCode,
  evaluateSession,
  keepAttendance,
  showSessionRoom,
  signUp,
} from './commands/session-seats.ts';
import { askLicence } from './commands/teaching.ts';
import {
  changeSession,
  drawSessionCode,
  makeWorkshop,
  moveSession,
  planSession,
  setPlaces,
} from './commands/workshops.ts';
import { listWorkshops, readSession } from './queries/read-workshops.ts';

/** The routes about workshops, bound to what they do. */
export const workshopBindings: readonly BoundRoute[] = [
  bind(workshopRoutes.listWorkshops, listWorkshops),
  bind(workshopRoutes.makeWorkshop, (context, { input }) => makeWorkshop(context, input)),
  bind(workshopRoutes.askLicence, (context, { params, input }) => askLicence(context, params.workshop, input.needed)),
  bind(workshopRoutes.planSession, (context, { params, input }) => planSession(context, params.workshop, input)),
  bind(workshopRoutes.readSession, (context, { params }) => readSession(context, params.gathering)),
  bind(workshopRoutes.moveSession, (context, { params, input }) => moveSession(context, params.gathering, input)),
  bind(workshopRoutes.setPlaces, (context, { params, input }) => setPlaces(context, params.gathering, input)),
  bind(workshopRoutes.changeSession, (context, { params, input }) =>
    changeSession(context, params.gathering, input.act),
  ),
  bind(workshopRoutes.drawSessionCode, (context, { params, input }) =>
    drawSessionCode(context, params.gathering, input.organisation),
  ),
  bind(workshopRoutes.confirmSeat, (context, { params }) =>
    changeSeat(context, params.gathering, params.seat, 'confirm'),
  ),
  bind(workshopRoutes.takeOffSeat, (context, { params }) =>
    changeSeat(context, params.gathering, params.seat, 'take-off'),
  ),
  bind(workshopRoutes.keepAttendance, (context, { params, input }) =>
    keepAttendance(context, params.gathering, params.seat, input.mark),
  ),
  bind(workshopRoutes.showRoom, (context, { params }) => showSessionRoom(context, params.gathering)),
  bind(workshopRoutes.comeByRoomCode, (context, { params, input }) =>
    comeByOwnCode(context, params.gathering, input.code),
  ),
  bind(workshopRoutes.evaluateSession, (context, { params, input }) =>
    evaluateSession(context, params.gathering, input),
  ),
  bind(workshopRoutes.signUp, (context, { params, input }) => signUp(context, params.gathering, input)),
  bind(workshopRoutes.acceptPlace, (context, { params }) => changeOwnSeat(context, params.gathering, 'accept')),
  bind(workshopRoutes.leaveSession, (context, { params }) => changeOwnSeat(context, params.gathering, 'leave')),
  bind(attendRoutes.lookAtSession, (context, { input }) => lookAtSession(context, input.code)),
  bind(attendRoutes.signUpWithCode, (context, { input }) => signUpWithCode(context, input)),
  bind(attendRoutes.readSeat, (context, { input }) => readSeat(context, input.secret)),
  bind(attendRoutes.acceptSeat, (context, { input }) => changeSeatBySecret(context, input.secret, 'accept')),
  bind(attendRoutes.leaveSeat, (context, { input }) => changeSeatBySecret(context, input.secret, 'leave')),
  bind(attendRoutes.comeWithSeat, (context, { input }) => comeWithSeat(context, input)),
  bind(attendRoutes.evaluateWithSeat, (context, { input }) => evaluateWithSeat(context, input)),
];
