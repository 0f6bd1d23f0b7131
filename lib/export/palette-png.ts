import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

/** A picture of opaque pixels, four bytes each, red first. */
export interface Pixels {
  width: number
  height: number
  bytes: Uint8Array
}

/** How many colours a picture of flat areas and the edges between them needs to look smooth. */
const COLOURS = 64
/** Colours nearer to each other than this, over all three channels, are one. */
const NEAR = 18

/**
 * A PNG with a palette: about a third of one in full colour, where a picture is paper, ink and one line's colour. What each pixel says
 * stays within what an eye tells apart.
 */
export async function palettePng({ width, height, bytes }: Pixels): Promise<Buffer> {
  const pixels = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + width * height * 4))
  const counts = countColours(pixels)
  const palette = choosePalette(counts)
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]))
  const bits = palette.length <= 16 ? 4 : 8
  const row = bits === 4 ? Math.ceil(width / 2) : width
  // Every row begins with the number of its filter: none.
  const data = Buffer.alloc((row + 1) * height)
  let before = -1
  let place = 0
  for (let y = 0; y < height; y++) {
    const start = y * (row + 1) + 1
    for (let x = 0; x < width; x++) {
      const colour = pixels[y * width + x] ?? 0
      if (colour !== before) {
        before = colour
        place = places.get(colour) ?? 0
      }
      if (bits === 8) data[start + x] = place
      else data[start + (x >> 1)] = (data[start + (x >> 1)] ?? 0) | (x & 1 ? place : place << 4)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = bits
  head[9] = PALETTE
  const colours = Buffer.from(palette.flatMap(channels))
  const packed = await promisify(deflate)(data, LEVEL)
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}

/** One step better costs three times the work on such pictures and saves a fortieth. */
const LEVEL = { level: 8, memLevel: 9 }

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The colour type of PNG by which pixels are places in a palette. */
const PALETTE = 3

/** Width and height of a PNG; undefined when the bytes are none. */
export function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 45 || !bytes.subarray(0, 8).equals(SIGNATURE) || !bytes.subarray(-8, -4).equals(Buffer.from('IEND'))) return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

const channels = (colour: number) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255] as const

function countColours(pixels: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  let from = 0
  for (let at = 1; at <= pixels.length; at++) {
    if (at < pixels.length && pixels[at] === pixels[from]) continue
    const colour = pixels[from] ?? 0
    counts.set(colour, (counts.get(colour) ?? 0) + at - from)
    from = at
  }
  return counts
}

/** The commonest colours that differ. */
function choosePalette(counts: ReadonlyMap<number, number>): number[] {
  const chosen: number[] = []
  for (const [colour] of [...counts].sort(([a, times], [b, more]) => more - times || a - b)) {
    if (chosen.length === COLOURS) break
    const [red, green, blue] = channels(colour)
    const near = chosen.some((other) => {
      const [r, g, b] = channels(other)
      return Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue) < NEAR
    })
    if (!near) chosen.push(colour)
  }
  return chosen
}

function nearest(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(colour)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [place, other] of palette.entries()) {
    const [r, g, b] = channels(other)
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance < least) {
      least = distance
      best = place
    }
  }
  return best
}

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

/** One part of a PNG: its length, its name, its bytes and their check sum. */
function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  const sum = Buffer.alloc(4)
  let crc = 0xffffffff
  for (const byte of named) crc = (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0)
  return Buffer.concat([length, named, sum])
}
