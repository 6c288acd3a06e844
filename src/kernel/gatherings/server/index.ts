/** Server side of gatherings: plan them, give places, tell people, and keep who came. */
export { gatheringsServer } from './gatherings-server.ts';
export { drawGatheringSecrets } from './gathering-secrets.ts';
export { changeGathering, planGathering } from './commands/change-gathering.ts';
export { findOwnSeat, takeSeat, type TakenSeat } from './commands/take-seat.ts';
export { comeByRoomCode, showRoom } from './commands/show-room.ts';
export { evaluate, readEvaluation } from './commands/evaluate.ts';
export { keepAttendance } from './commands/keep-attendance.ts';
export { listMarks, type KeptMark } from './store/attendance-store.ts';
export { listUnreached } from './store/address-store.ts';
export { listGatherings, type PlannedGathering } from './store/gathering-store.ts';
export { listSeats, type KeptSeat } from './store/seat-store.ts';
