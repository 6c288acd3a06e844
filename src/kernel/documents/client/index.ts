/** Acts on the bytes of documents, on the device: judging files. Neither DOM nor Node. */
export { checkFile, type AcceptedFile } from './check-file.ts';
export { pictureSize, type PictureSize } from './picture-size.ts';
