import { useLanguage } from '#kernel/languages/web';
import { Select } from '#platform/web/ui';

/** The full hour, in Amsterdam, of the daily mail. */
export function HourField({ hour, onChange }: { readonly hour: number; readonly onChange: (hour: number) => void }) {
  const { t } = useLanguage();
  return (
    <Select
      label={t('notices.card.hour')}
      value={String(hour)}
      options={Array.from({ length: 24 }, (_, value) => ({ value: String(value), label: hourInWords(value) }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}

/** An hour as clocks show it: `08:00`. */
export function hourInWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
