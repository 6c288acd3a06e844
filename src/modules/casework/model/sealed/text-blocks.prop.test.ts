import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOfText, textOfBlocks, wordsOfBlocks } from './text-blocks.ts';

test('headings, lists, quotes and paragraphs are told apart', () => {
  expect(blocksOfText('# Why\n\nShe works.\nEvery day.\n\n- one\n- two\n\n> I am safe here.\n\n\n')).toEqual([
    { kind: 'heading', words: 'Why' },
    { kind: 'paragraph', words: 'She works.\nEvery day.' },
    { kind: 'list', items: ['one', 'two'] },
    { kind: 'quote', words: 'I am safe here.' },
  ]);
  expect(wordsOfBlocks(blocksOfText('- one\n- two\n\n> I am safe here.'))).toBe('– one\n– two\n\n“I am safe here.”');
});

test('what was written once is read back as the same, and loses no letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '#', '-', '>', ' ', '\n', 'é') }), (typed) => {
      const blocks = blocksOfText(typed);
      expect(blocksOfText(textOfBlocks(blocks))).toEqual(blocks);
      const letters = (text: string) => text.replaceAll(/[^aé]/g, '');
      expect(letters(textOfBlocks(blocks))).toBe(letters(typed));
    }),
    { numRuns: 500 },
  );
});
