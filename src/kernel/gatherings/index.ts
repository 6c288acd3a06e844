/** Shared door of gatherings: places, who has one and who waits, as pure functions. */
export { attendPath } from './model/attend-path.ts';
export { evaluationQuestions, evaluationStep, evaluationTime, type Evaluation } from './model/evaluation.ts';
export { roomTime } from './model/room-time.ts';
export type { RosterAct } from './model/change-roster.ts';
export type { GatheringId, GroupId, SeatId } from './model/gathering-ids.ts';
export { gatheringZone, holdsPlace, type Gathering, type Seat } from './model/roster.ts';
