import { addDays, type CivilDate } from '#platform/base';
import type { Keyring } from '../model/sealed/keyring.ts';

/** What was typed into a form, by field. */
export type DeskValues = Readonly<Record<string, string>>;

/**
 * Unfinished text of forms that belong to no case yet, so that no key of a case can seal it: kept in the person's own
 * keyring, for nobody else. Kept in memory here, and taken out to be saved.
 */
export interface Desk {
  read(form: string): DeskValues | null;
  /** Keeps what is typed now; null when the form is saved or thrown away. */
  keep(form: string, values: DeskValues | null, today: CivilDate): void;
  /** A keyring with what was kept or thrown away here; forms that were not touched here stay as they are there. */
  layOn(keyring: Keyring): Keyring;
}

/** Days after which text that nobody came back to is thrown away, as that of a case is. */
const daysKept = 14;

/** The desk as a keyring holds it; `onNew` hears of everything that is not kept yet. */
export function createDesk(keyring: Keyring, today: CivilDate, onNew: () => void = () => undefined): Desk {
  const oldest = addDays(today, -daysKept);
  const there = Object.entries(keyring.desk).filter(([, { on }]) => on >= oldest);
  const forms = new Map<string, Keyring['desk'][string] | null>(there);
  for (const [form, { on }] of Object.entries(keyring.desk)) if (on < oldest) forms.set(form, null);
  const touched = new Set<string>();
  return {
    read: (form) => forms.get(form)?.values ?? null,
    keep: (form, values, on) => {
      if (values === null && (forms.get(form) ?? null) === null) return;
      forms.set(form, values === null ? null : { on, values });
      touched.add(form);
      onNew();
    },
    layOn: (kept) => {
      const desk = { ...kept.desk };
      for (const [form, held] of forms) {
        if (held === null) delete desk[form];
        else if (touched.has(form)) desk[form] = held;
      }
      return { ...kept, desk };
    },
  };
}
