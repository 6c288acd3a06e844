/** Outgoing mail over SMTP: a few fixed words to one address, never the content of a case. */
export { createMailer, type Letter, type Mailer, type MailRefusal } from './create-mailer.ts';
export { readPublicOrigin } from './read-public-origin.ts';
export { readMailSettings, type MailSettings } from './mail-settings.ts';
