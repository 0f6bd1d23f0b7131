declare module 'subset-font' {
  /** Cuts a font down to the letters of `text`; resolves to the new font's bytes. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2'; variationAxes?: Record<string, number>; noLayoutClosure?: boolean },
  ): Promise<Uint8Array>
}
