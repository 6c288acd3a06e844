/** How a page behaves in time: locking when idle, leaving quickly, being offline, keys; and what a browser keeps. */
export { useIdleLock } from './use-idle-lock.ts';
export { leaveQuickly, useLeaveKeys } from './leave-quickly.ts';
export { singleKeysAreOn, stepThroughRows, switchSingleKeys, useKeys, useSaveKey } from './use-keys.ts';
export { useNarrow } from './use-narrow.ts';
export { ownScript } from './own-script.ts';
export { useOnline } from './use-online.ts';
export { openDeviceDatabase, type WithinStore } from './open-device-database.ts';
