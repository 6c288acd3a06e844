import { layOutPackage, type PackageFormat, type PlayedPackage } from '../../model/open/package-out/lay-out-package.ts';
import { zipPackage } from '../../model/open/package-out/zip-package.ts';

/** Puts a package together out of what this page can fetch from where it came from; rejects where something cannot be fetched. */
export async function makePackage(data: PlayedPackage, format: PackageFormat): Promise<Uint8Array<ArrayBuffer>> {
  const fetched = async (path: string): Promise<Uint8Array> => {
    const answer = await fetch(`/${path}`);
    if (!answer.ok) throw new Error('not-fetched');
    return new Uint8Array(await answer.arrayBuffer());
  };
  // The build lists its own files.
  const player = JSON.parse(new TextDecoder().decode(await fetched('packaged/files.json'))) as readonly string[];
  const { texts, pictures } = layOutPackage(data, { format, player });
  const taken = [...player.map((name) => [`packaged/${name}`, `player/${name}`] as const), ...pictures];
  const files = await Promise.all(taken.map(async ([from, to]) => [to, await fetched(from)] as const));
  return zipPackage(new Map<string, string | Uint8Array>([...texts, ...files]));
}
