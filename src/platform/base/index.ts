/** The ground everything stands on: pure, runs everywhere, imports nothing of ours. */
export { assert, exhaustive } from './assert.ts';
export type { Brand } from './brand.ts';
export { base64urlToBytes, bytesToBase64url, bytesToHex, concatBytes, utf8Bytes, utf8Text } from './bytes.ts';
export { canonicalJson, type CanonicalValue } from './canonical-json.ts';
export {
  addDays,
  addMonths,
  civilDate,
  dayInAmsterdam,
  dayNumber,
  dayOfNumber,
  daysBetween,
  daysInMonth,
  parseCivilDate,
  weekday,
  type CivilDate,
} from './civil-date.ts';
export { compareText } from './compare-text.ts';
export { systemClock, toHour, type Clock } from './clock.ts';
export { createId, isId, type RandomBytes, type RecordId, type SpaceId, type TenantId, type UserId } from './ids.ts';
export { escapeXml } from './escape-xml.ts';
export {
  defineRoute,
  type BodyShape,
  type RateLimit,
  type ReadingLimit,
  type RouteInput,
  type RouteOutput,
  type RouteRequest,
  type RouteRow,
} from './route.ts';
export { keepBy, keepFor, keepUpTo } from './keep.ts';
export { drawPlainSigns, plainSigns, readPlainSigns } from './plain-signs.ts';
export { createTurns, type Turns } from './turns.ts';
export { expectOk, ok, refuse, type AnyRefusal, type Result } from './result.ts';
