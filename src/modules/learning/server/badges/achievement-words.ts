import { createMessages } from '#kernel/languages';
import { badges as en } from '../../messages/en/badges.ts';
import { badges as nl } from '../../messages/nl/badges.ts';
import type { AchievedCourse, AchievementWords } from '../../model/open/badge/achievement.ts';

const catalogues = { en, nl } as const;

/** What an achievement says of itself, in the language in which the module was finished; in English where we have no words of it. */
export function achievementWords({ language, draft, title, minutes, version }: AchievedCourse): AchievementWords {
  const spoken = language === 'nl' ? language : 'en';
  const say = createMessages(spoken, [catalogues[spoken]]);
  const done = say('learning.badge.description', { title, minutes, version });
  return {
    description: draft ? `${done} ${say('learning.badge.draft')}` : done,
    criteria: say('learning.badge.criteria'),
  };
}
