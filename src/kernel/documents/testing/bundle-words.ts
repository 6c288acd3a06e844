import type { BundleWords } from '#kernel/documents';

/** Words of a bundle, for tests and the seed. */
export const bundleWords: BundleWords = {
  contents: 'Contents',
  letter: 'Letter',
  part: 'Part {part}',
  page: 'page',
  follows: 'follows',
  stamp: 'page {page} of {pages}',
  stampPart: 'page {page} of {pages}, part {part}',
};
