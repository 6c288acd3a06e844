// Forms of single values, each with the sentence of the standard that asks for it. All of them run in linear time.

const iri = /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/iu;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mailbox = /^mailto:[^\s@\p{Cc}<>"]+@[^\s@\p{Cc}<>"]+$/u;
const sha1 = /^[0-9a-f]{40}$/i;
const sha2 = /^(?:[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i;
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?: *;[ -~]*)?$/;
const language =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]{2,8})$/i;
const duration =
  /^P(?:\d+(?:[.,]\d+)?W|(?=\d|T\d)(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?D)?(?:T(?=\d)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?)$/;
/** A fraction stands in the last part only (ISO 8601:2004, 4.4.3.2). */
const earlyFraction = /[.,]\d+[A-Z]T?\d/;
const timestamp =
  /^(\d{4})-?(\d{2})-?(\d{2})[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const strictTimestamp = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** An absolute IRI (RFC 3987): a scheme and something after it, without white space or delimiters of markup. */
export const isIri = (text: string): boolean => iri.test(text);
/** A UUID in the form of RFC 4122, of any version, in either case. */
export const isUuid = (text: string): boolean => uuid.test(text);
/** `mailto:` and an address. */
export const isMailbox = (text: string): boolean => mailbox.test(text);
/** The SHA-1 of a mailto IRI, in hexadecimal. */
export const isSha1 = (text: string): boolean => sha1.test(text);
/** A hash of the SHA-2 family, in hexadecimal. */
export const isSha2 = (text: string): boolean => sha2.test(text);
/** An Internet media type, with or without parameters. */
export const isMediaType = (text: string): boolean => mediaType.test(text);
/** A well-formed language tag (RFC 5646). */
export const isLanguageTag = (text: string): boolean => language.test(text);
/** A duration by designators; the form with the look of a date is refused. */
export const isDuration = (text: string): boolean => duration.test(text) && !earlyFraction.test(text);

/** An instant by ISO 8601, as 1.0.3 has it. "-00" says that the zone is not known, and is refused. */
export function isTimestamp(text: string): boolean {
  return isInstant(timestamp.exec(text));
}

/** An instant by RFC 3339, as 2.0 has it: the zone is always said. */
export function isStrictTimestamp(text: string): boolean {
  return isInstant(strictTimestamp.exec(text));
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isInstant(found: RegExpExecArray | null): boolean {
  if (found === null) return false;
  const [, year = '', month = '', day = '', hour = '', minute = '0', second = '0', zone = 'Z'] = found;
  if (/^-00(?::?00)?$/.test(zone)) return false;
  const y = Number(year);
  const leap = Number(month) === 2 && y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 1 : 0;
  const last = (lengths[Number(month) - 1] ?? 0) + leap;
  const inDay = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  return Number(day) >= 1 && Number(day) <= last && inDay;
}
