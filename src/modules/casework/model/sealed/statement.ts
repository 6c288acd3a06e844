import { ok, refuse, type CivilDate, type Result } from '#platform/base';
import type { SealedContent } from './sealed-kinds.ts';

export type Account = SealedContent<'account'>;
export type Agreement = Omit<NonNullable<Account['statement']>, 'added'>;

/** What is refused of a statement: it is never edited once it was read back and agreed, only added to. */
export type StatementRefusal = { readonly type: 'StatementAgreed' } | { readonly type: 'StatementMissing' };

/** Other words, while the person has not agreed to these. */
export function rewordAccount(account: Account, words: string): Result<Account, StatementRefusal> {
  return account.statement === null ? ok({ ...account, words }) : refuse({ type: 'StatementAgreed' });
}

/** The words become a statement: read back, and agreed by the person. */
export function agreeAccount(account: Account, agreement: Agreement): Result<Account, StatementRefusal> {
  return account.statement === null
    ? ok({ ...account, statement: { ...agreement, added: '' } })
    : refuse({ type: 'StatementAgreed' });
}

/** Adds below a statement, with the day; what stands there stays as it is. */
export function addToAccount(account: Account, words: string, on: CivilDate): Result<Account, StatementRefusal> {
  const { statement } = account;
  if (statement === null) return refuse({ type: 'StatementMissing' });
  const added = [statement.added, `${on}: ${words}`].filter((part) => part !== '').join('\n\n');
  return ok({ ...account, statement: { ...statement, added } });
}
