/** How a page behaves in time: locking when idle, leaving quickly, being offline. */
export { useIdleLock } from './use-idle-lock.ts';
export { leaveQuickly, useLeaveKeys } from './leave-quickly.ts';
export { useOnline } from './use-online.ts';
