import type { Clock } from '#platform/base';
import type { Keyring } from '../model/sealed/keyring.ts';

/** What was typed into a form, by field. */
export type DeskValues = Readonly<Record<string, string>>;

/**
 * Unfinished text of forms that belong to no case yet, so that no key of a case can seal it: kept in the person's own
 * keyring, for nobody else. Kept in memory here, and taken out to be saved.
 */
export interface Desk {
  read(form: string): DeskValues | null;
  /** Keeps what is typed now; null when the form is saved or thrown away. More than `longest` is left to the page. */
  keep(form: string, values: DeskValues | null): void;
  /** A keyring with what was kept or thrown away here; of each form the later word counts, whichever tab said it. */
  layOn(keyring: Keyring): Keyring;
}

type Forms = Keyring['desk'];

/** Milliseconds after which text that nobody came back to is thrown away, as that of a case is: 14 days. */
const keptFor = 14 * 86_400_000;
/** Characters of one form. The keyring also holds what protects against an older server, and must always go out. */
const longest = 10_000;

/** The desk as a keyring holds it; `onNew` hears of everything that is not kept yet. */
export function createDesk(keyring: Keyring, clock: Clock, onNew: () => void = () => undefined): Desk {
  let forms = fresh(keyring.desk, clock);
  return {
    read: (form) => forms[form]?.values ?? null,
    keep: (form, values) => {
      const before = forms[form]?.values ?? null;
      if (values === null ? before === null : JSON.stringify(values).length > longest) return;
      // Thrown away is kept too, for as long: else a tab that still holds the text would bring it back.
      forms = { ...forms, [form]: { at: clock.now().toISOString(), values } };
      onNew();
    },
    layOn: (kept) => ({ ...kept, desk: fresh(laterOf(kept.desk, forms), clock) }),
  };
}

function laterOf(one: Forms, other: Forms): Forms {
  const merged = { ...one };
  for (const [form, entry] of Object.entries(other)) {
    if ((merged[form]?.at ?? '') <= entry.at) merged[form] = entry;
  }
  return merged;
}

function fresh(forms: Forms, clock: Clock): Forms {
  const oldest = new Date(clock.now().getTime() - keptFor).toISOString();
  return Object.fromEntries(Object.entries(forms).filter(([, { at }]) => at >= oldest));
}
