/** What tests of spaces and of what is kept in them begin with. */
export { buildSession, startSession } from './build-session.ts';
