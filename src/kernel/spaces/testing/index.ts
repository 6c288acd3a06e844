/** What tests of spaces and of what is kept in them begin with. */
export { buildSession } from './build-session.ts';
