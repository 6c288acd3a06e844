/** Judging files on the server, for the few that are meant to be read by whoever has a link: the same rules as on the device. */
export { checkFile } from '../model/judge/check-file.ts';
