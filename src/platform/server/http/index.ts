/** HTTP: route rows bound to handlers, one pipeline for all of them, problem answers, headers. */
export {
  bind,
  type AnyoneContext,
  type BoundRoute,
  type CookieName,
  type KeptRefusal,
  type OpenContext,
  type RequestContext,
  type ServerModule,
  type SignedIn,
} from './context.ts';
export { createAddressReader, isAddressOrNetwork } from './create-address-reader.ts';
export { createApp } from './create-app.ts';
export type { Mount, MountedRequest, MountParts } from './mount.ts';
export { readBounded } from './read-bounded.ts';
export { isForPackages, originFor } from './package-names.ts';
export { openBuilt, serveStatic } from './serve-static.ts';
export { pagePolicy, viewerPolicy } from './headers.ts';
export { describeApi } from './describe-api.ts';
export { sessionCookie } from './serve.ts';
export type { ActEntry } from './act-entry.ts';
export type { ServerParts } from './server-parts.ts';
export { commonRefusals, statusOf } from './problem.ts';
export { clearTries, countTry, forgetTries, type TooManyTries } from './count-try.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { createReadingMeter, type LoggedReading, type OtherLimits } from './reading-meter.ts';
export { keepMeterTrue } from './keep-meter-true.ts';
