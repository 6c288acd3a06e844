import '#platform/web/design';
import { lazy, StrictMode, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '#kernel/languages';
import { firstLanguage, LanguageProvider } from '#kernel/languages/web';
import { player as en } from '#modules/learning/messages/player';
import {
  CoursePage,
  loadAttendPage,
  loadCheckPage,
  loadInvitedPage,
  loadOwnPage,
  loadPartnerPage,
} from '#modules/learning/web';
import { randomBytes } from '#platform/crypto';
import { applyTheme, keptTheme } from '#platform/web/design';
import { takeOver } from './take-over.ts';

// The player has an entry of its own: who learns needs neither the workspace nor an account, and fetches neither.
type Catalogues = Readonly<Record<Language, () => Promise<readonly Readonly<Record<string, string>>[]>>>;
const catalogues: Catalogues = {
  en: () => Promise.resolve([en]),
  nl: async () => [(await import('#modules/learning/messages/player/nl')).player],
};
/** Whoever checks a certificate, signs up for a workshop or was invited needs words that whoever learns does not. */
const allCatalogues: Catalogues = {
  en: async () => [(await import('#modules/learning/messages')).en],
  nl: async () => [(await import('#modules/learning/messages/nl')).nl],
};
// Whoever learns fetches none of the pages of others.
const others: Readonly<Record<string, LazyExoticComponent<ComponentType>>> = {
  check: lazy(async () => ({ default: (await loadCheckPage()).CheckPage })),
  attend: lazy(async () => ({ default: (await loadAttendPage()).AttendPage })),
  partner: lazy(async () => ({ default: (await loadPartnerPage()).PartnerPage })),
  mine: lazy(async () => ({ default: (await loadOwnPage()).OwnLearningPage })),
  invited: lazy(async () => ({ default: (await loadInvitedPage()).InvitedPage })),
};

applyTheme(keptTheme());

function pageOf(place: string | undefined, id: string) {
  const Other = others[place ?? ''];
  if (Other === undefined) return <CoursePage id={id} randomBytes={randomBytes} />;
  return (
    <Suspense fallback={null}>
      <Other />
    </Suspense>
  );
}

const [, place, id = ''] = location.pathname.split('/');
const root = document.getElementById('root');
if (root) void show(root);

async function show(within: HTMLElement): Promise<void> {
  const all = Object.hasOwn(others, place ?? '');
  const door = all ? await allCatalogues.en() : [en];
  takeOver(within, firstLanguage());
  createRoot(within).render(
    <StrictMode>
      <LanguageProvider catalogues={all ? allCatalogues : catalogues} door={door}>
        {pageOf(place, id)}
      </LanguageProvider>
    </StrictMode>,
  );
}
