/** Why keys were dropped; the screen that follows says so. */
export type DropReason = 'idle' | 'locked' | 'signed-out' | 'session-lost' | 'left-quickly';
