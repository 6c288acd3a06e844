import { describe, expect, test } from 'vitest';
import { accountsServer } from '#kernel/accounts/server';
import { createMessages, type Messages } from '#kernel/languages';
import { noticesServer } from '#kernel/notices/server';
import { learningServer } from '#modules/learning/server';
import type { AnyRefusal } from '#platform/base';
import { commonRefusals, type ServerModule } from '#platform/server/http';
import { serverModules } from '../../src/apps/server/modules.ts';
import { en as accountsEn } from '../../src/kernel/accounts/messages/en.ts';
import { nl as accountsNl } from '../../src/kernel/accounts/messages/nl.ts';
import { refusalMessage } from '../../src/kernel/accounts/web/refusal-message.ts';
import { en as noticesEn } from '../../src/kernel/notices/messages/en.ts';
import { nl as noticesNl } from '../../src/kernel/notices/messages/nl.ts';
import { refusalMessage as noticeRefusalMessage } from '../../src/kernel/notices/web/refusal-message.ts';
import { en as learningEn } from '../../src/modules/learning/messages/en.ts';
import { nl as learningNl } from '../../src/modules/learning/messages/nl.ts';
import { refusalMessage as learningRefusalMessage } from '../../src/modules/learning/web/refusal-message.ts';
import { disclosureServer } from '#kernel/disclosure/server';
import { en as diplomacyEn } from '../../src/modules/diplomacy/messages/en.ts';
import { nl as diplomacyNl } from '../../src/modules/diplomacy/messages/nl.ts';
import { en as caseworkEn } from '../../src/modules/casework/messages/en.ts';
import { nl as caseworkNl } from '../../src/modules/casework/messages/nl.ts';

// The look-up of casework stands behind the door of the screens of accounts, which are typed for the browser and not for
// here: so it is loaded by an address that the compiler does not follow, and its form is stated.
const address: string = new URL('../../src/modules/casework/web/shared/refusal-message.ts', import.meta.url).href;
const { caseRefusalMessage } = (await import(address)) as {
  readonly caseRefusalMessage: (t: Messages, refusal: AnyRefusal & { readonly at?: number }) => string;
};

// The same holds for the look-up of the ledger's screens.
const ledgerAddress: string = new URL('../../src/modules/diplomacy/web/ledger/ledger-refusal.ts', import.meta.url).href;
const { ledgerRefusalMessage } = (await import(ledgerAddress)) as {
  readonly ledgerRefusalMessage: (t: Messages, refusal: AnyRefusal) => string;
};

const languages: readonly Messages[] = [
  createMessages('en', [accountsEn, noticesEn, learningEn, caseworkEn, diplomacyEn]),
  createMessages('nl', [accountsNl, noticesNl, learningNl, caseworkNl, diplomacyNl]),
];

/** The look-up of the screens that call the routes of a module: those of spaces, tasks and audit are casework's. */
function lookUpOf(module: ServerModule): (t: Messages, code: string) => string {
  if (module === accountsServer) return (t, type) => refusalMessage(t, { type });
  if (module === noticesServer) return noticeRefusalMessage;
  if (module === learningServer) return learningRefusalMessage;
  if (module === disclosureServer) return (t, type) => ledgerRefusalMessage(t, { type });
  return (t, type) => caseRefusalMessage(t, { type });
}

/** What a look-up says of a code that nobody wrote a sentence for, without the code. */
function isGeneral(lookUp: (t: Messages, code: string) => string, t: Messages, code: string): boolean {
  const unknown = 'NobodyWroteThis';
  return lookUp(t, code).replaceAll(code, '') === lookUp(t, unknown).replaceAll(unknown, '');
}

const pairs = serverModules.flatMap((module) =>
  [...new Set([...commonRefusals, ...module.routes.flatMap(({ row }) => row.refusals)])].map((code) => ({
    module,
    code,
  })),
);

describe('what people read when the server refuses', () => {
  test.each(languages)('is a sentence of its own for every code of every route ($language)', (t) => {
    expect(pairs.length).toBeGreaterThan(80);
    const general = pairs.filter(({ module, code }) => isGeneral(lookUpOf(module), t, code));
    expect([...new Set(general.map(({ code }) => code))]).toEqual([]);
  });

  test('on a case never speaks of an invitation or a sign-in name', () => {
    const [english] = languages;
    if (!english) throw new Error('no language');
    const said = pairs
      .filter(({ module }) => module !== disclosureServer)
      .filter(({ module }) => module !== accountsServer && module !== noticesServer && module !== learningServer)
      .map(({ code }) => caseRefusalMessage(english, { type: code }));
    expect(said.filter((sentence) => /invitation|sign-in name/.test(sentence))).toEqual([]);
  });

  test('still says stop when it was this device that found the log wrong', () => {
    for (const t of languages) {
      expect(caseRefusalMessage(t, { type: 'RotationMissing' })).not.toContain('Stop.');
      const found = { type: 'RotationMissing', at: 7 } as const;
      expect(caseRefusalMessage(t, found)).toContain('Stop.');
    }
  });

  test('a code that nobody wrote a sentence for is found', () => {
    for (const t of languages)
      for (const module of serverModules) expect(isGeneral(lookUpOf(module), t, 'PlantedCode')).toBe(true);
  });
});
