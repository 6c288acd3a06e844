import type { BadgeAddresses } from './badge-addresses.ts';
import type { AchievedRule } from './achieved-rule.ts';
import type { AchievementId } from './badge-id.ts';
import type { BadgeIssuer } from './badge-issuer.ts';

/** What a module was when somebody finished it: the facts of an achievement. */
export interface AchievedCourse {
  readonly course: string;
  readonly version: string;
  readonly language: string;
  /** Whether not everybody had signed that version. */
  readonly draft: boolean;
  readonly title: string;
  readonly minutes: number;
  /** What it took; null where the files that were played are not here any more. */
  readonly rule: AchievedRule | null;
}

/** The sentences of an achievement, in its language. */
export interface AchievementWords {
  readonly description: string;
  readonly criteria: string;
}

/** An Achievement of Open Badges 3.0. */
export function achievementOf(
  issuer: BadgeIssuer,
  addresses: BadgeAddresses,
  { id, version, language, title }: AchievedCourse & { readonly id: AchievementId },
  words: AchievementWords,
) {
  return {
    id: addresses.achievement(id),
    type: ['Achievement'],
    achievementType: 'CertificateOfCompletion',
    name: title,
    description: words.description,
    criteria: { narrative: words.criteria },
    inLanguage: language,
    version,
    creator: issuer,
  };
}
