import { useState } from 'react';
import { languages, languageNames } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Notice, Page, Rows, Skeleton, Stack, StateMark, StopBlock } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { FormRow } from './form-row.tsx';
import { FormUpload } from './form-upload.tsx';
import { LetterheadCard } from './letterhead-card.tsx';
import { SaveFile } from './save-file.tsx';
import { useStationery } from './stationery-store.ts';
import styles from './stationery.module.css';
import { TemplateRow } from './template-row.tsx';
import { TemplateUpload } from './template-upload.tsx';

/** The desk of templates and forms: what letters and official forms the programme uses. Coordinators change it. */
export function StationeryScreen() {
  const { t } = useLanguage();
  const { at, stationery, refusal, reload } = useStationery();
  const { roles } = useOpenWork();
  const mayChange = roles.includes('coordinator') || roles.includes('duty');
  return (
    <Page title={t('casework.stationery.title')} lead={t('casework.stationery.lead')}>
      {at === 'opening' && <Skeleton label={t('casework.stationery.opening')} lines={6} />}
      {at === 'failed' && (
        <StopBlock title={t('casework.stationery.failed')}>
          <Stack>
            <p>{refusal && caseRefusalMessage(t, refusal)}</p>
            <div>
              <Button onClick={reload}>{t('casework.tryAgain')}</Button>
            </div>
          </Stack>
        </StopBlock>
      )}
      {stationery && stationery.unfit.length > 0 && (
        <StopBlock title={t('casework.stationery.unfitTitle')}>
          <p>{t('casework.stationery.unfit', { count: stationery.unfit.length })}</p>
        </StopBlock>
      )}
      {at === 'open' && !stationery && <Notice>{t('casework.stationery.noPlace')}</Notice>}
      {at === 'open' && (
        <>
          <LettersCard mayChange={mayChange && stationery !== null} />
          {stationery && <FormsCard mayChange={mayChange} />}
          {stationery && <LetterheadCard stationery={stationery} mayChange={mayChange} />}
        </>
      )}
    </Page>
  );
}

function LettersCard({ mayChange }: { readonly mayChange: boolean }) {
  const { t } = useLanguage();
  const { stationery, shipped } = useStationery();
  const [adding, setAdding] = useState(false);
  const templates = stationery?.templates ?? [];
  return (
    <Card title={t('casework.stationery.letters')} beside={t('casework.stationery.count', { count: templates.length })}>
      <Stack>
        <Rows label={t('casework.stationery.letters')}>
          {templates.map((template) => (
            <TemplateRow key={template.id} template={template} mayChange={mayChange} />
          ))}
          {languages.map((language) => {
            const bytes = shipped[language];
            return (
              <li key={language} className={styles['row']}>
                <div>
                  <strong>{t('casework.letter.shipped')}</strong>
                  <p className={styles['muted']}>{t('casework.stationery.shipped')}</p>
                </div>
                <div className={styles['tags']}>
                  <StateMark kind="plain" icon={false}>
                    {languageNames[language]}
                  </StateMark>
                  {bytes && <SaveFile bytes={bytes} kind="docx" name={`extension-letter-${language}`} />}
                </div>
              </li>
            );
          })}
        </Rows>
        {mayChange && !adding && (
          <div>
            <Button kind="main" onClick={() => setAdding(true)}>
              {t('casework.stationery.addTemplate')}
            </Button>
          </div>
        )}
        {adding && <TemplateUpload onDone={() => setAdding(false)} />}
      </Stack>
    </Card>
  );
}

function FormsCard({ mayChange }: { readonly mayChange: boolean }) {
  const { t } = useLanguage();
  const { stationery } = useStationery();
  const [adding, setAdding] = useState(false);
  const forms = stationery?.forms ?? [];
  return (
    <Card title={t('casework.stationery.forms')} beside={t('casework.stationery.count', { count: forms.length })}>
      <Stack>
        {forms.length === 0 && <EmptyState>{t('casework.stationery.noForms')}</EmptyState>}
        {forms.length > 0 && (
          <Rows label={t('casework.stationery.forms')}>
            {forms.map((form) => (
              <FormRow key={form.id} form={form} mayChange={mayChange} />
            ))}
          </Rows>
        )}
        {mayChange && !adding && (
          <div>
            <Button onClick={() => setAdding(true)}>{t('casework.stationery.addForm')}</Button>
          </div>
        )}
        {adding && <FormUpload onDone={() => setAdding(false)} />}
      </Stack>
    </Card>
  );
}
