import bold from '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf?url';
import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import type { FontBytes } from '#kernel/documents/client';

/** The outlines that printed pages embed, fetched from our own origin. */
export async function readPrintedFonts(): Promise<FontBytes> {
  const [first, second] = await Promise.all([fetchBytes(regular), fetchBytes(bold)]);
  return { regular: first, bold: second };
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  return new Uint8Array(await answer.arrayBuffer());
}
