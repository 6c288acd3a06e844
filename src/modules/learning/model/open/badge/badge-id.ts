import type { Brand } from '#platform/base';

/** A badge: the signed form of one certificate. */
export type BadgeId = Brand<string, 'BadgeId'>;
/** What a badge says was finished: a hash of all that is said of it. */
export type AchievementId = Brand<string, 'AchievementId'>;
