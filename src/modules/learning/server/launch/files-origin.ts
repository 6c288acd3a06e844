import { originFor } from '#platform/server/http';
import { hashText } from '#platform/crypto/server';

/**
 * Scheme, host and port for the files of one opening on the host for packages. Where that has a name for each opening, its label follows from the secret in
 * the address of the files, so that they lie under that name and under no other (decision 0089).
 */
export async function filesOrigin(packageOrigin: string, secret: string): Promise<string> {
  // Names of hosts know no capitals: half of the hash as digits of sixteen.
  const label = Buffer.from(await hashText(`label ${secret}`))
    .toString('hex')
    .slice(0, 32);
  return originFor(packageOrigin, label);
}
