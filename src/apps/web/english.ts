import { en as accounts } from '#kernel/accounts/messages';
import { en as documents } from '#kernel/documents/messages';
import { en as notices } from '#kernel/notices/messages';
import { en as casework } from '#modules/casework/messages';
import { en as diplomacy } from '#modules/diplomacy/messages';
import { en as learning } from '#modules/learning/messages';
import { en as shell } from './messages/en.ts';

/** All English texts; those of the door are there before. */
export const english = [shell, accounts, documents, notices, casework, diplomacy, learning];
