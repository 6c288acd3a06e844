import '#platform/web/design';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '#kernel/languages/web';
import { createWork, WorkProvider } from '#kernel/spaces/web';
import { applyTheme, keptTheme } from '#platform/web/design';
import { App } from './app.tsx';
import { catalogues, doorTexts } from './catalogues.ts';

applyTheme(keptTheme());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider catalogues={catalogues} door={doorTexts}>
        <WorkProvider work={createWork()}>
          <App />
        </WorkProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}
