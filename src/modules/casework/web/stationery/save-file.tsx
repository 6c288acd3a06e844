import { cleanFileName, type FileKind } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';

/** Offers a file of the stationery for saving: nothing of any case is in it, so nothing is asked. */
export function SaveFile({
  bytes,
  kind,
  name,
  label,
}: {
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
  readonly name: string;
  readonly label?: string;
}) {
  const { t } = useLanguage();
  const save = async (): Promise<void> => {
    const { saveCopy } = await import('#kernel/documents/web');
    saveCopy(bytes, cleanFileName(`${name}.${kind}`, kind));
  };
  return (
    <Button kind="quiet" onClick={() => void save()}>
      {label ?? t('casework.stationery.save')}
    </Button>
  );
}
