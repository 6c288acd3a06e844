import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { DateField, type TypedDate } from '#platform/web/ui';

/** A day in three boxes, with the words of casework. */
export function DayField({
  optional = false,
  legend,
  ...field
}: {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly value: TypedDate;
  readonly onChange: (value: TypedDate) => void;
  readonly id?: string;
  readonly optional?: boolean;
}) {
  const { t } = useLanguage();
  return (
    <DateField
      {...field}
      legend={optional ? `${legend} (${t('casework.optional')})` : legend}
      words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
    />
  );
}
