import { escapeXml } from '#platform/base';
import type { OfferedText, Translation } from './translation.ts';

/**
 * A translation as XLIFF 2.1 (OASIS standard, 13 February 2018): a file for each scene, a unit for each text, named by its key. What a translator
 * should know stands in notes; the hash of the source in one of the category `source-sha256`.
 */
export function writeXliff({ course, version, from, to, texts }: Translation): string {
  const scenes = [...new Set(texts.map(({ scene }) => scene))];
  const files = scenes.map(
    (scene) => `  <file id="${scene}" original="${escapeXml(`${course}@${version}`)}">
${texts
  .filter((one) => one.scene === scene)
  .map(unitOf)
  .join('\n')}
  </file>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${from}" trgLang="${to}">
${files.join('\n')}
</xliff>
`;
}

function unitOf({ key, source, hash, target, state, locked, notes }: OfferedText): string {
  const all = [
    `      <note category="source-sha256">${hash}</note>`,
    ...notes.map((one) => `      <note>${escapeXml(one)}</note>`),
  ];
  const translated = target === null ? '' : `\n        <target xml:space="preserve">${escapeXml(target)}</target>`;
  return `    <unit id="${escapeXml(key)}" name="${escapeXml(key)}"${locked ? ' translate="no"' : ''}>
      <notes>
${all.map((one) => `  ${one}`).join('\n')}
      </notes>
      <segment state="${state}">
        <source xml:space="preserve">${escapeXml(source)}</source>${translated}
      </segment>
    </unit>`;
}
