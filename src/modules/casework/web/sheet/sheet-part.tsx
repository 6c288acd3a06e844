import { useEffect, useMemo, useState } from 'react';
import { plainLanguages, plainWordsFor, type JourneyAnswer } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useOpenWork, useStepUp } from '#kernel/spaces/web';
import { casePolicy } from '#modules/casework';
import { recordOf, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Checks, Columns, Notice, Select, Stack } from '#platform/web/ui';
import { nameOfLanguage } from '../shared/languages-spoken.ts';
import { mainStage } from '../shared/main-stage.ts';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useJourney } from '../shared/use-journey.ts';
import { buildSheet, sentencesOf, type Sheet } from './build-sheet.ts';
import { FoundQuestion, type PlaceForSheet } from './found-question.tsx';
import { ReadAloud } from './read-aloud.tsx';
import { waysToFit, type SheetFit } from './shorten-sheet.ts';
import { SheetPaper } from './sheet-paper.tsx';
import { SheetPrint } from './sheet-print.tsx';
import { useFit } from './use-fit.ts';
import styles from './sheet.module.css';

/** The person's own sheet: asked about first, looked at, read aloud or printed. Nothing of it is saved or sent. */
export function SheetPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const view = useJourney(opened);
  if (view.at === 'refused') return <Notice tone="late">{caseRefusalMessage(t, view.refusal)}</Notice>;
  const country = view.at === 'answered' ? view.packs[0]?.country : undefined;
  if (view.at === 'none' || country === undefined) return <p>{t('casework.sheet.noJourney')}</p>;
  const first = mainStage(view.answer, view.packs)?.track;
  return <SheetDesk opened={opened} answer={view.answer} country={country} first={first} />;
}

function SheetDesk({
  opened,
  answer,
  country,
  first,
}: {
  readonly opened: OpenedCase;
  readonly answer: JourneyAnswer;
  readonly country: string;
  readonly first: string | undefined;
}) {
  const { t, language: ofPage } = useLanguage();
  const { today, roles } = useOpenWork();
  const stepUp = useStepUp();
  const [place, setPlace] = useState<PlaceForSheet | null>(null);
  const [asked, setAsked] = useState(false);
  const [language, setLanguage] = useState<string>(ofPage);
  const [dates, setDates] = useState(false);
  // The very sheet that was asked to be printed: another language or day, or a new fact, makes another sheet.
  const [printable, setPrintable] = useState<Sheet | null>(null);
  const words = useMemo(() => plainWordsFor(country, language), [country, language]);
  const sheet = useMemo(
    () => buildSheet(answer, words, { on: today, dates, first }),
    [answer, words, today, dates, first],
  );
  const ways = useMemo(() => waysToFit(sheet, words), [sheet, words]);
  const fitting = useFit(ways);
  const { fit } = fitting;
  const mayPrint = casePolicy.may('case.sheet', { roles, relation: opened.relation, stepUpFresh: true }).ok;
  const ready = printable === sheet && place === 'safe' && fit !== null;
  useNeutralTitle(sheet.windowTitle, place === 'safe');
  // Once the paper stands ready beside the page.
  useEffect(() => {
    if (ready) window.print();
  }, [ready]);
  useEffect(() => {
    const printed = (): void => setPrintable(null);
    window.addEventListener('afterprint', printed);
    return () => window.removeEventListener('afterprint', printed);
  }, []);
  const print = (): void => {
    setAsked(true);
    if (place === null) document.getElementById('place-for-sheet')?.focus();
    if (place !== 'safe' || fit === null) return;
    stepUp.with(async () => setPrintable(sheet));
  };
  return (
    <>
      <Columns
        first="aside"
        main={
          <>
            <Card title={t('casework.sheet.preview')}>
              {fit && (
                <div className={styles['preview']}>
                  <SheetPaper sheet={fit.sheet} />
                </div>
              )}
              {fitting.tooLong && <Notice tone="late">{t('casework.sheet.tooLong')}</Notice>}
            </Card>
            <ReadAloud sheet={sheet} />
          </>
        }
        aside={
          <>
            <FoundQuestion place={place} error={asked && place === null} onAnswer={setPlace} />
            <SheetChoices
              opened={opened}
              country={country}
              language={language}
              dates={dates}
              missing={sentencesOf(sheet).filter((said) => said.language !== language).length}
              onLanguage={setLanguage}
              onDates={setDates}
            />
            <Card title={t('casework.sheet.printTitle')}>
              <Stack>
                <p>{t(mayPrint ? 'casework.sheet.printLead' : 'casework.sheet.notYours')}</p>
                {fit && fit.sheet !== sheet && (
                  <Notice tone="soon">
                    {t('casework.sheet.left', { count: linesIn(sheet) - linesIn(fit.sheet) })}
                  </Notice>
                )}
                {mayPrint && (place === null || place === 'safe') && (
                  <div>
                    <Button kind="main" onClick={print}>
                      {t('casework.sheet.print')}
                    </Button>
                  </div>
                )}
              </Stack>
            </Card>
          </>
        }
      />
      <SheetPrint fitting={fitting} ready={ready} />
      <StepUp {...stepUp} what={t('casework.sheet.stepUp')} />
    </>
  );
}

/** Language and days of the sheet; languages of the person come first, also those without words yet. */
function SheetChoices({
  opened,
  country,
  language,
  dates,
  missing,
  onLanguage,
  onDates,
}: {
  readonly opened: OpenedCase;
  readonly country: string;
  readonly language: string;
  readonly dates: boolean;
  readonly missing: number;
  readonly onLanguage: (language: string) => void;
  readonly onDates: (dates: boolean) => void;
}) {
  const { t, language: ofPage } = useLanguage();
  const here = plainLanguages(country);
  const own = recordOf(opened, 'person')?.content.languages.map((spoken) => spoken.language) ?? [];
  const named = (tag: string): string => nameOfLanguage(tag, ofPage);
  return (
    <Card title={t('casework.sheet.choices')}>
      <Stack>
        <Select
          label={t('casework.sheet.language')}
          value={language}
          onChange={(event) => onLanguage(event.target.value)}
          options={[...new Set([...own, ...here])].map((value) => ({
            value,
            label: here.includes(value)
              ? named(value)
              : t('casework.sheet.languageMissing', { language: named(value) }),
          }))}
        />
        {missing > 0 && (
          <Notice tone="soon">{t('casework.sheet.fallback', { count: missing, language: named(language) })}</Notice>
        )}
        <Checks
          legend={t('casework.sheet.dates')}
          hint={t('casework.sheet.datesHint')}
          values={dates ? ['dates'] : []}
          onChange={(values) => onDates(values.length > 0)}
          options={[{ value: 'dates', label: t('casework.sheet.dates') }]}
        />
      </Stack>
    </Card>
  );
}

/** While a paper may be printed the window has a name that says nothing: browsers print it and offer it as a file name. */
function useNeutralTitle(title: string, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title, active]);
}

function linesIn({ sections }: SheetFit['sheet']): number {
  return sections.reduce((sum, { lines }) => sum + lines.length, 0);
}
