import { utf8Text } from '#platform/base';
import type { MediumThere } from '../source/course-source.ts';

/** What is known of a picture without showing it. */
export function mediumThere(name: string, bytes: Uint8Array): MediumThere {
  return { bytes: bytes.length, addresses: name.endsWith('.svg') ? addressesIn(utf8Text(bytes)) : [] };
}

/** Addresses elsewhere that a drawing names; those of its vocabularies are names alone, and nothing fetches them. */
function addressesIn(drawing: string): readonly string[] {
  return drawing.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '').match(/(?:https?:)?\/\/[^\s"')<]+/g) ?? [];
}
