import { createId, refuse, type Result } from '#platform/base';
import type { useWork } from '#kernel/spaces/web';
import { packageRoutes, uploadCaps } from '../../contract/package-routes.ts';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import type { LookedInto } from './use-packages.ts';

type Work = ReturnType<typeof useWork>['work'];

/** Sends a file piece by piece and has it looked into; `onSent` hears of how much of it has gone, in hundredths. */
export async function sendFile(
  { api, parts }: Pick<Work, 'api' | 'parts'>,
  file: Blob,
  onSent: (hundredths: number) => void,
): Promise<Result<LookedInto, { readonly type: string }>> {
  const pieces = Math.max(1, Math.ceil(file.size / uploadCaps.piece));
  if (pieces > uploadCaps.pieces) return refuse({ type: 'FileTooLarge' });
  const id = createId<PackageId>(parts.randomBytes);
  for (let piece = 0; piece < pieces; piece += 1) {
    const part = file.slice(piece * uploadCaps.piece, (piece + 1) * uploadCaps.piece);
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await part.arrayBuffer());
    } catch {
      // It was moved or changed since it was chosen.
      return refuse({ type: 'FileUnreadable' });
    }
    const params = { package: id, piece: String(piece) };
    const sent = await api.call(packageRoutes.sendPiece, { params, input: bytes });
    if (!sent.ok) return sent;
    onSent(Math.round(((piece + 1) / pieces) * 100));
  }
  return api.call(packageRoutes.importPackage, { params: { package: id }, input: { pieces } });
}
