import { drawPaperCode, hashText, proveName, randomBytes, readPaperCode } from '#platform/crypto';
import { learnerCalls, type Paper } from '../counted/learner-calls.ts';

// Fetched only by whoever makes or checks a paper: the player itself loads no cryptography.

/** A certificate as its holder has it: what the server knows, and the code and name that it does not. */
export interface HeldPaper extends Paper {
  readonly code: string;
  readonly name: string;
}

/** Makes a certificate about what was finished last. The name leaves the browser only as a proof that the code alone can make. */
export async function makePaper(course: string, name: string): Promise<HeldPaper | { readonly refused: string }> {
  const code = drawPaperCode(randomBytes);
  const answer = await learnerCalls.issue({ course, code: await hashText(code), name: await proveName(code, name) });
  return answer.ok ? { ...answer.value, code, name } : { refused: answer.refusal.type };
}

/** What is known of a paper; `unreadable` where what was typed is no code. */
export async function checkPaper(typed: string, name: string) {
  const code = readPaperCode(typed);
  if (code === null) return { refused: 'CodeUnreadable' } as const;
  const proof = name.trim() === '' ? null : await proveName(code, name);
  const answer = await learnerCalls.check({ code: await hashText(code), name: proof });
  return answer.ok ? answer.value : ({ refused: answer.refusal.type } as const);
}

/** The badge of a certificate: signed by the server, which is told the hash of the code alone. */
export async function signBadge(code: string) {
  const answer = await learnerCalls.signBadge(await hashText(code));
  return answer.ok ? answer.value : ({ refused: answer.refusal.type } as const);
}
