import { useLanguage } from '#kernel/languages/web';
import { Card, Choice, Notice, Stack } from '#platform/web/ui';

export const placesForSheet = ['safe', 'unsure', 'none'] as const;
export type PlaceForSheet = (typeof placesForSheet)[number];

/** Asked before anything is printed: who might find the paper, and what to do where no place is safe. Kept nowhere. */
export function FoundQuestion({
  place,
  error,
  onAnswer,
}: {
  readonly place: PlaceForSheet | null;
  readonly error: boolean;
  readonly onAnswer: (place: PlaceForSheet) => void;
}) {
  const { t } = useLanguage();
  return (
    <Card title={t('casework.sheet.foundTitle')}>
      <Stack>
        <p>{t('casework.sheet.foundLead')}</p>
        <Choice
          legend={t('casework.sheet.place')}
          name="place-for-sheet"
          id="place-for-sheet"
          value={place}
          error={error && t('casework.sheet.placeNeeded')}
          onChange={(value) => {
            const known = placesForSheet.find((one) => one === value);
            if (known) onAnswer(known);
          }}
          options={placesForSheet.map((value) => ({ value, label: t(`casework.sheet.place.${value}`) }))}
        />
        {place === 'unsure' && (
          <Notice tone="soon">
            <p>
              <strong>{t('casework.sheet.unsureTitle')}</strong>
            </p>
            <p>{t('casework.sheet.unsureBody')}</p>
          </Notice>
        )}
        {place === 'none' && (
          <Notice tone="soon">
            <p>
              <strong>{t('casework.sheet.noneTitle')}</strong>
            </p>
            <ul>
              <li>{t('casework.sheet.noneRead')}</li>
              <li>{t('casework.sheet.noneKeep')}</li>
              <li>{t('casework.sheet.noneAgain')}</li>
              <li>{t('casework.sheet.nonePhoto')}</li>
            </ul>
          </Notice>
        )}
      </Stack>
    </Card>
  );
}
