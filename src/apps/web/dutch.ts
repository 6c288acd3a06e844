import { nl as accounts } from '#kernel/accounts/messages/nl';
import { nl as documents } from '#kernel/documents/messages/nl';
import { nl as notices } from '#kernel/notices/messages/nl';
import { nl as casework } from '#modules/casework/messages/nl';
import { nl as diplomacy } from '#modules/diplomacy/messages/nl';
import { nl as learning } from '#modules/learning/messages/nl';
import { nl as shell } from './messages/nl.ts';

/** All Dutch texts, in a file of their own that is fetched when somebody chooses Dutch. */
export const dutch = [shell, accounts, documents, notices, casework, diplomacy, learning];
