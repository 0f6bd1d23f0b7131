import jsqr from 'jsqr'
import { describe, expect, it } from 'vitest'
import { qrPath } from '#lib/reader/plan-qr.ts'

const SCALE = 4

/** What a camera sees of the path: black rectangles on white. Fails on any other path command. */
function pixels({ size, path }: { size: number; path: string }): Uint8ClampedArray {
  const width = size * SCALE
  const image = new Uint8ClampedArray(width * width * 4).fill(255)
  expect(path).toMatch(/^(?:M\d+ \d+h\d+v1h-\d+z)+$/)
  for (const [, x = '', y = '', run = '', back = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(back).toBe(run)
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++)
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(run)) * SCALE; column++)
        image.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  }
  return image
}

function scanned(text: string): string | undefined {
  const code = qrPath(text)
  return jsqr(pixels(code), code.size * SCALE, code.size * SCALE)?.data
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** An address with a plan in it, as long as asked. */
function link(length: number): string {
  const start = 'https://a.example/#'.slice(0, length)
  return start + Array.from({ length: length - start.length }, (_, at) => LETTERS[(at * at * 7 + at * 13) % LETTERS.length]).join('')
}

describe('the QR code of a plan', () => {
  it.each([20, 500, 1200, 2000])('gives %d characters back to who scans it', (length) => {
    const text = link(length)
    expect(text).toHaveLength(length)
    expect(scanned(text)).toBe(text)
  })

  it('gives letters of every script back', () => {
    expect(scanned('Plano de Zoë: ação, план, 計画, 🎧')).toBe('Plano de Zoë: ação, план, 計画, 🎧')
  })

  it('takes half a character for one that cannot be read', () => {
    expect(scanned('a\ud83cb')).toBe('a\ufffdb')
  })

  it('keeps four light modules on every side, which cameras need', () => {
    const { size, path } = qrPath(link(500))
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => ({ x: Number(x), y: Number(y), run: Number(run) }))
    expect(Math.min(...runs.map(({ x }) => x))).toBe(4)
    expect(Math.max(...runs.map(({ x, run }) => x + run))).toBe(size - 4)
    expect(Math.min(...runs.map(({ y }) => y))).toBe(4)
    expect(Math.max(...runs.map(({ y }) => y))).toBe(size - 5)
  })

  it('draws neighbours as one: the upper edge of a finder is one run of seven', () => {
    expect(qrPath('a').path).toMatch(/^M4 4h7v1h-7z/)
  })

  it('holds as much as the standard allows, and says plainly when it is more', () => {
    expect(qrPath('a'.repeat(2953)).size).toBe(177 + 8)
    expect(() => qrPath('a'.repeat(2954))).toThrow(
      new RangeError('This is too long for a QR code: 2954 bytes, and 2953 is the most that one can hold.'),
    )
    expect(() => qrPath('🎧'.repeat(739))).toThrow(RangeError)
  })
})
