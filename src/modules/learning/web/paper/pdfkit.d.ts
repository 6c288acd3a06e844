// What is used of pdfkit 0.20 and its fontkit: the types published apart are of an older version.

declare module 'pdfkit' {
  type Draw = () => void;

  export interface StructureElement {
    add(child: StructureElement | Draw): this;
    end(): void;
  }

  interface StructureOptions {
    readonly alt?: string;
    readonly bbox?: readonly number[];
  }

  interface DocumentOptions {
    readonly size: 'A4';
    readonly margin: number;
    readonly pdfVersion: '1.7';
    readonly subset: 'PDF/UA';
    readonly tagged: true;
    readonly lang: string;
    readonly displayTitle: true;
    readonly info: { readonly Title: string; readonly Creator: string; readonly CreationDate: Date };
    /** The letters to begin with; otherwise some of the library's own, which are not embedded. */
    readonly font: Uint8Array;
  }

  export class PDFDocument {
    constructor(options: DocumentOptions);
    readonly x: number;
    y: number;
    registerFont(name: string, bytes: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(words: string, options: { readonly lineGap: number }): this;
    struct(tag: string, draw?: Draw): StructureElement;
    struct(tag: string, options: StructureOptions, draw: Draw): StructureElement;
    addStructure(element: StructureElement): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    path(outline: string): this;
    fill(colour: string): this;
    fillColor(colour: string): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type { PDFDocument } from 'pdfkit';

  export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>;
}

declare module 'fontkit' {
  interface Font {
    hasGlyphForCodePoint(point: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}
