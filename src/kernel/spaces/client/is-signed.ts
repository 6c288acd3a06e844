import { hashCoded } from '#platform/crypto';

/** Whether open values, as they were served, are those whose hash a member signed. */
export async function isSigned(coded: unknown, codedHash: string | null): Promise<boolean> {
  if (codedHash === null) return coded === null;
  try {
    // What came as JSON is a canonical value, but for fractions, which throw and so do not fit.
    return (await hashCoded(coded as Parameters<typeof hashCoded>[0])) === codedHash;
  } catch {
    return false;
  }
}
