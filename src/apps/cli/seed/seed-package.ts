import { createId, expectOk } from '#platform/base';
import type { Api } from '#platform/client';
import { randomBytes } from '#platform/crypto';
import { packageRoutes, zipPackage } from '#modules/learning';

const title = 'House rules of a reception centre (invented)';
const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="house-rules" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>${title}</title>
    <item identifier="i" identifierref="r"><title>${title}</title></item></organization></organizations>
  <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources>
</manifest>
`;
const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>
<h1>${title}</h1><p>Invented for practice. This page stands for a course that somebody else made.</p>
<button id="done">I have read it</button>
<script>
  const api = window.API || parent.API;
  api.LMSInitialize("");
  document.getElementById("done").onclick = () => { api.LMSSetValue("cmi.core.lesson_status", "completed"); api.LMSCommit(""); };
</script></body></html>
`;

/** Brings a package that somebody else might have made, and does it once, through the routes that people use. */
export async function seedPackage(api: Api): Promise<void> {
  const params = { package: createId<never>(randomBytes) };
  const file = zipPackage(
    new Map([
      ['imsmanifest.xml', manifest],
      ['index.html', page],
    ]),
  );
  expectOk(await api.call(packageRoutes.sendPiece, { params: { ...params, piece: '0' }, input: file }));
  const told = expectOk(await api.call(packageRoutes.importPackage, { params, input: { pieces: 1 } }));
  if (!told.taken) throw new Error(`the practice package was not taken: ${JSON.stringify(told.problems)}`);
  const { opening, play } = expectOk(await api.call(packageRoutes.openPackage, { params, input: { item: 0 } }));
  const values = { 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '90' };
  const input = { version: play?.version ?? 0, values };
  expectOk(await api.call(packageRoutes.keepPlay, { params: { opening }, input }));
  expectOk(await api.call(packageRoutes.endOpening, { params: { opening }, input: {} }));
}
