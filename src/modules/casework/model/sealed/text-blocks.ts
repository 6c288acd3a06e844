import type { TextBlock } from './paper-records.ts';

/**
 * Blocks of a text as people type them: an empty line parts two blocks, `# ` begins a heading, `- ` an item
 * of a list, `> ` a quote. Everything else is a paragraph, with its line breaks.
 */
export function blocksOfText(text: string): readonly TextBlock[] {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').map((one) => one.trimEnd()))
    .map((lines) => lines.filter((one, at) => one !== '' || (at > 0 && at < lines.length - 1)))
    .filter((lines) => lines.some((one) => one.trim() !== ''))
    .flatMap(blocksOfLines);
}

/** A text as it can be typed again; reading it gives the same blocks. */
export function textOfBlocks(blocks: readonly TextBlock[]): string {
  return blocks.map(writtenBlock).join('\n\n');
}

/** The plain words of a text, as they stand in a letter: lists with dashes, quotes in quotation marks. */
export function wordsOfBlocks(blocks: readonly TextBlock[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'list':
          return block.items.map((item) => `– ${item}`).join('\n');
        case 'quote':
          return `“${block.words}”`;
        case 'fact':
          return '';
        default:
          return block.words;
      }
    })
    .filter((words) => words !== '')
    .join('\n\n');
}

function blocksOfLines(lines: readonly string[]): readonly TextBlock[] {
  const [first = ''] = lines;
  if (lines.every((one) => one.startsWith('- ') && one.slice(2).trim() !== ''))
    return [{ kind: 'list', items: lines.map((one) => one.slice(2).trim()) }];
  if (lines.length === 1 && first.startsWith('# ') && first.slice(2).trim() !== '')
    return [{ kind: 'heading', words: first.slice(2).trim() }];
  if (lines.every((one) => one.startsWith('> ')))
    return [{ kind: 'quote', words: lines.map((one) => one.slice(2)).join('\n') }];
  return [{ kind: 'paragraph', words: lines.join('\n') }];
}

function writtenBlock(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return `# ${block.words}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'quote':
      return block.words
        .split('\n')
        .map((one) => `> ${one}`)
        .join('\n');
    case 'fact':
      return '';
    default:
      return block.words;
  }
}
