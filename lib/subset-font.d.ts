declare module 'subset-font' {
  /** Cuts a font down to the letters of `text`, or keeps them all; resolves to the new font's bytes. */
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options: {
      targetFormat: 'woff2' | 'truetype'
      variationAxes?: Record<string, number>
      noLayoutClosure?: boolean
      /** Goes without `text`. */
      keepAllGlyphs?: boolean
    },
  ): Promise<Uint8Array>
}
