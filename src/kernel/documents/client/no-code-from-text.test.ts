import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { expect, it } from 'vitest';

// The policy of the page forbids making code from text, so nothing here may try, not even to probe.
const story = `
import { readFileSync } from 'node:fs';
import { checkTemplate, makeBundle, makeLetterPdf, readLetterBlocks, renderTemplate } from '#kernel/documents/client';
import { bundleWords, readPrintedFonts } from '#kernel/documents/testing';
let forbidden = false;
try { new Function('return 1')(); } catch { forbidden = true; }
const template = new Uint8Array(readFileSync('content/templates/extension-letter.en.docx'));
const checked = checkTemplate(template);
const made = renderTemplate({ template, values: { person: { fullName: 'Maryam Test' }, today: '2026-11-24' }, language: 'en' });
const blocks = readLetterBlocks(made.value.bytes);
const fonts = readPrintedFonts();
const letter = await makeLetterPdf({ title: 'Letter', language: 'en', blocks: blocks.value, fonts });
const bundle = await makeBundle({ title: 'Bundle', language: 'en', parts: [{ title: 'One', bytes: letter.value, kind: 'pdf' }], words: bundleWords, fonts });
process.stdout.write(JSON.stringify([forbidden, checked.ok, made.ok, bundle.ok]));
`;

it('checks, fills in, sets and bundles with code generation switched off', () => {
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module-typescript', '--eval', story];
  expect(JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' }))).toEqual([true, true, true, true]);
});
