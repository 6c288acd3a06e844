import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRichText, type TextPart } from '#kernel/content';
import { expectOk } from '#platform/base';
import { readPage } from './page-text.ts';
import { plainWords, richWords } from './rich-words.ts';

const parsed = (text: string): readonly TextPart[] => expectOk(parseRichText(text));
const signs = fc.constantFrom(
  ...'\\`*_[]()<>&#+-=~.!|^{}:"1 aé\n\t\u202e'.split(''),
  '{slot:a}',
  '[^b]',
  '<b>',
  '&lt;',
  '---',
  '1. ',
);
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(signs, { maxLength: 24 }).map((parts) => parts.join('')),
);

test('words are words: whatever stands in a page becomes no mark, no link, no list and no HTML of ours', () => {
  fc.assert(
    fc.property(words, (said) => {
      const text = plainWords(said);
      fc.pre(text !== '');
      expect(parsed(richWords(said))).toEqual([{ kind: 'paragraph', inside: [{ kind: 'words', text }] }]);
    }),
    { numRuns: 2_000 },
  );
});

test('any page is read into texts of ours', () => {
  const tag = fc.constantFrom(
    '<p>',
    '</p>',
    '<h1>',
    '</h1>',
    '<ul>',
    '<ol>',
    '<li>',
    '</li>',
    '</ul>',
    '</ol>',
    '<td>',
    '<tr>',
    '<br>',
  );
  const odd = fc.constantFrom(
    '<script>',
    '</script>',
    '<img src=a onerror=alert(1)>',
    '<!--',
    '-->',
    '<b',
    '</svg>',
    '<svg>',
    '<title>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, odd, words), { maxLength: 40 }), (parts) => {
      for (const text of readPage(parts.join('')).parts) expect(parsed(text).length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});

test('headings, paragraphs, lists and tables stay; what is no words is left out by name', () => {
  const page =
    readPage(`<html><head><title> A  page </title><style>p {}</style></head><body><p>Before &amp; <b>after</b>.</p>
    <h2>Signals</h2><p>One<br>Two</p><ul><li>First <a href="https://example.org/x">there</a></li><li>Second<ol><li>Deep</li></ol></li></ul>
    <img src="pictures/a.png" alt="A"><table><tr><th>Sign</th><th>Strong</th></tr><tr><td>Papers</td><td>yes</td></tr></table>
    <script>document.write('x')</script><iframe src="https://video.example/1"></iframe><h2>"Quoted"</h2></body></html>`);
  expect(page.title).toBe('A page');
  expect(page.parts).toEqual([
    String.raw`Before \& after.`,
    '**Signals**\n\nOne\n\nTwo\n\n- First there\n- Second\n\n1. Deep\n\nSign · Strong\n\nPapers · yes',
    '"Quoted"',
  ]);
  expect(page.left).toEqual([
    ...['link https://example.org/x', 'img pictures/a.png', 'table', 'script', 'iframe https://video.example/1'],
  ]);
});
