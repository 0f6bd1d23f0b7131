import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

// The display face sets headings, badges and clock times, never amounts: no currency signs needed.
const LETTERS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
const MARKS = '‘’“”–—…·×→←áéíóúñłãçêôüöäàèśÁÉÓŁ'
const FROM = 'node_modules/@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2'
const TO = 'public/fonts/archivo-display.woff2'

/** Cuts Archivo down to what headings use: one width, one weight (a second weight would double its 7 kB). Run after changing the face or its letters. */
const font = await subsetFont(readFileSync(FROM), LETTERS + MARKS, {
  targetFormat: 'woff2',
  variationAxes: { wdth: 90, wght: 720 },
  // Small capitals, fractions and their like, which no heading asks for.
  noLayoutClosure: true,
})
mkdirSync('public/fonts', { recursive: true })
writeFileSync(TO, font)
console.log(`${TO}: ${(font.length / 1000).toFixed(1)} kB`)
