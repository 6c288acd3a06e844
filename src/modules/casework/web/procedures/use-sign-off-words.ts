import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { SignOffItem } from '#modules/casework/client';
import { engineDay } from '../shared/engine-day.ts';

/** What is said of sign-offs: who, in which role, when, for which version. */
export function useSignOffWords(): {
  readonly nameOf: (item: SignOffItem) => string;
  readonly valuesOf: (item: SignOffItem) => Readonly<Record<'name' | 'role' | 'day' | 'version', string>>;
  readonly authorOf: (item: SignOffItem) => string;
} {
  const { t, formatDay } = useLanguage();
  const { names } = useOpenWork();
  const authorOf = ({ author }: SignOffItem): string => names.get(author) ?? t('casework.noName');
  // Whoever withdrew it wrote the newest version: the name of a coordinator is that of its author then.
  const nameOf = (item: SignOffItem): string => (item.content.name === '' ? authorOf(item) : item.content.name);
  return {
    nameOf,
    authorOf,
    valuesOf: (item) => ({
      name: nameOf(item),
      role: t(`casework.signOff.role.${item.content.role}`),
      day: formatDay(engineDay(item.content.on)),
      version: item.content.version,
    }),
  };
}
