import type { Locator } from 'playwright-core';

/** Words that stand nowhere else in the world, handed out one by one. */
export interface Canaries {
  /** Begins every one of them. */
  readonly marker: string;
  /** The next word, never given twice. */
  next(): string;
  /** So many new words in one line. */
  several(count: number): string;
  all(): readonly string[];
}

const letters = 'abcdefghjkmnpqrstuvwxyz';

/** Begins a series; `pick` gives whole numbers below its argument at random. */
export function createCanaries(pick: (below: number) => number): Canaries {
  const marker = `Kq${Array.from({ length: 10 }, () => letters[pick(letters.length)]).join('')}`;
  const given: string[] = [];
  const next = (): string => {
    const word = `${marker}${given.length + 1}z`;
    given.push(word);
    return word;
  };
  return {
    marker,
    next,
    several: (count) => Array.from({ length: count }, next).join(' '),
    all: () => given,
  };
}

/** Fields that take a code or a date only: a word would rightly be refused. */
const coded = /language|nationalit|born/i;

/**
 * Writes new words into every field of a form that takes free text, whatever it is called, so that a
 * field that a form gets later is filled too. Gives how many fields there were.
 */
export async function fillTexts(form: Locator, canaries: Canaries): Promise<number> {
  const fields = form.locator(
    'textarea:visible, input:visible:not([type]), input[type=text]:visible, input[type=tel]:visible, input[type=email]:visible',
  );
  let filled = 0;
  for (const field of await fields.all()) {
    const numeric = (await field.getAttribute('inputmode')) === 'numeric';
    if (numeric || !(await field.isEditable()) || coded.test(await labelOf(field))) continue;
    const long = await field.evaluate((element) => element.tagName === 'TEXTAREA');
    await field.fill(long ? canaries.several(4) : canaries.next());
    filled += 1;
  }
  return filled;
}

async function labelOf(field: Locator): Promise<string> {
  const id = (await field.getAttribute('id')) ?? '';
  const label = field.page().locator(`label[for="${id}"]`).first();
  return (await label.count()) > 0 ? ((await label.textContent()) ?? '') : '';
}

/** Fills the empty dates of a form with one day. */
export async function fillDates(form: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  for (const [label, value] of [
    ['Day', date],
    ['Month', month],
    ['Year', year],
  ] as const) {
    for (const field of await form.getByLabel(label, { exact: true }).all()) {
      if ((await field.inputValue()) === '') await field.fill(String(Number(value)));
    }
  }
}
