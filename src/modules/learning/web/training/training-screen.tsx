import { Link, useParams } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Page, Tabs } from '#platform/web/ui';
import { TeachPart } from '../teaching/teach-part.tsx';
import { AskedPart } from './asked-part.tsx';
import { OwnPart } from './own-part.tsx';
import { PeoplePart } from './people-part.tsx';

const parts = { own: OwnPart, people: PeoplePart, asked: AskedPart, teach: TeachPart } as const;
const names = ['own', 'people', 'asked', 'teach'] as const;
const leads = ['administrator', 'coordinator', 'duty'];

/** What has to be learned before a case is given: one's own, everybody's, and what is asked. */
export function TrainingScreen() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const params: { readonly part?: string } = useParams({ strict: false });
  const sees = roles.some((role) => leads.includes(role));
  const name = (sees ? names.find((one) => one === params.part) : undefined) ?? 'own';
  const Part = parts[name];
  return (
    <Page
      title={t('learning.training.title')}
      lead={t('learning.training.lead')}
      actions={<Link to="/workshops">{t('learning.workshops.title')}</Link>}
      {...(sees ? { part: t(`learning.training.part.${name}`) } : {})}
    >
      {sees && (
        <Tabs label={t('learning.training.parts')}>
          {names.map((one) => (
            <Link
              key={one}
              to="/training/$part"
              params={{ part: one }}
              aria-current={one === name ? 'page' : undefined}
            >
              {t(`learning.training.part.${one}`)}
            </Link>
          ))}
        </Tabs>
      )}
      <Part />
    </Page>
  );
}
