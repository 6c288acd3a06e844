/**
 * Things of the server's own that it must read again, such as a mail address for reminders. Nothing of
 * a case: the keys here come from a secret file of the server, in a format of its own. Only
 * `kernel/notices/server`, `kernel/gatherings/server` and what learning writes letters and signs badges with may enter,
 * which the rules of imports hold.
 */
export { drawServerSecret, openForServer, sealForServer } from './server-sealed/server-box.ts';
