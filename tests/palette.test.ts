import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { familyNames } from '#lib/family.ts'
import { DAY_COLOURS } from '#lib/map-file.ts'

const css = readFileSync('app/globals.css', 'utf8')
const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** WCAG 2.2, relative luminance of "#rrggbb". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** The colours that stand after `opening` in a style sheet, up to the next closing brace. */
function palette(opening: string, sheet = css): Record<string, string> {
  const start = sheet.indexOf(opening)
  expect(start, opening).toBeGreaterThan(-1)
  const block = sheet.slice(start, sheet.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]))
}

const day = palette(':root {\n    color-scheme: light;')
const night = palette(':root[data-theme="night"] {')

describe.each([
  ['day shift', day],
  ['night shift', night],
])('the %s', (_, colours) => {
  const on = (front: string, back: string) => contrast(colours[front] ?? '', colours[back] ?? '')

  it.each(['paper', 'sheet', 'mark'])('has text that can be read on %s', (back) => {
    expect(on('ink', back)).toBeGreaterThanOrEqual(7)
    expect(on('soft', back)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(familyNames)('has the line %s as a colour that text may have, on paper and on sheets', (family) => {
    expect(on(family, 'paper')).toBeGreaterThanOrEqual(4.5)
    expect(on(family, 'sheet')).toBeGreaterThanOrEqual(4.5)
  })
})

it('night is the same night, chosen or asked for by the system', () => {
  expect(palette(':root:not([data-theme="day"]) {')).toEqual(night)
  expect(Object.keys(night).sort()).toEqual(Object.keys(day).sort())
})

it('the map that leaves the site has the colours of the day', () => {
  expect(day).toMatchObject(DAY_COLOURS)
})

it('what stands in frames on other sites has the colours of the guide, day and night', () => {
  const embeds = readFileSync('components/embed/embed.css', 'utf8')
  const { mark: _, ...byDay } = day
  const { mark: __, ...byNight } = night
  expect(palette(':root {\n    color-scheme: light;', embeds)).toEqual(byDay)
  expect(palette(':root {\n      color-scheme: dark;', embeds)).toEqual(byNight)
})

it('a contrast is measured as published: black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
