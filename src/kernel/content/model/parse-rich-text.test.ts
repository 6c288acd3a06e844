import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { marksOf, parseRichText, wordsOf } from '../index.ts';

const words = (text: string) => ({ kind: 'words', text }) as const;

describe('a text of content', () => {
  test('is paragraphs, strong and emphasis, lists within lists, and nothing that draws itself', () => {
    expect(parseRichText('One **two** *three*\nfour.\n\nNext.\n\n- a\n  1. b\n')).toEqual({
      ok: true,
      value: [
        {
          kind: 'paragraph',
          inside: [
            words('One '),
            { kind: 'strong', inside: [words('two')] },
            words(' '),
            { kind: 'emphasis', inside: [words('three')] },
            words(' four.'),
          ],
        },
        { kind: 'paragraph', inside: [words('Next.')] },
        {
          kind: 'list',
          ordered: false,
          points: [
            [
              { kind: 'paragraph', inside: [words('a')] },
              { kind: 'list', ordered: true, points: [[{ kind: 'paragraph', inside: [words('b')] }]] },
            ],
          ],
        },
      ],
    });
  });

  test('knows terms, sources and slots, wherever they stand', () => {
    const text = expectOk(parseRichText('**A [debt](term:bond) holds.[^ilo]**\n\n- Call {slot:advice-line}.[^own]'));
    expect(marksOf(text, 'term')).toEqual(['bond']);
    expect(marksOf(text, 'source')).toEqual(['ilo', 'own']);
    expect(marksOf(text, 'slot')).toEqual(['advice-line']);
    expect(wordsOf(text)).toBe('A debt holds. Call .');
  });

  test.each([
    ['# A title', 'heading', 1],
    ['Fine.\n\n<b>bold</b> words', 'html', 3],
    ['![a picture](x.png)', 'image', 1],
    ['[elsewhere](https://example.org)', 'link', 1],
    ['[a word](term:Not-An-Id)', 'link', 1],
    ['[a word](term:fine "with a title")', 'link', 1],
    ['<https://example.org>', 'link', 1],
    ['`code`', 'inlineCode', 1],
    ['a\n\n    code', 'code', 3],
    ['> said', 'blockquote', 1],
    ['a  \nb', 'break', 1],
    ['a\n\n***\n', 'thematicBreak', 3],
    ['- fine\n- # not fine', 'heading', 2],
    ['[x]: https://example.org', 'definition', 1],
  ])('refuses %j and says what it found on which line', (text, found, line) => {
    expect(parseRichText(text)).toEqual({ ok: false, refusal: { type: 'TextNotAllowed', found, line } });
  });

  test('whatever somebody writes is refused or read, and what is read holds known kinds alone', () => {
    const known = new Set(['paragraph', 'list', 'words', 'strong', 'emphasis', 'term', 'source', 'slot']);
    const kindsIn = (value: unknown): string[] => {
      if (Array.isArray(value)) return value.flatMap(kindsIn);
      if (typeof value !== 'object' || value === null) return [];
      const kind: unknown = Reflect.get(value, 'kind');
      return [...(typeof kind === 'string' ? [kind] : []), ...Object.values(value).flatMap(kindsIn)];
    };
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '**',
        '*',
        '- ',
        '\n',
        '\n\n',
        '[^a]',
        '{slot:a}',
        '[b](term:c)',
        '<i>',
        '# ',
        '1. ',
        '&lt;',
        '\\',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = parseRichText(pieces.join(''));
        if (read.ok) expect(kindsIn(read.value).every((kind) => known.has(kind))).toBe(true);
      }),
    );
  });
});
