import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { brotliSize, compressedTwins } from '#lib/export/compression.ts'

const cache = mkdtempSync(path.join(tmpdir(), 'floorwalk-twins-'))
afterAll(() => rmSync(cache, { recursive: true }))
const text = 'The same words again. '.repeat(50)

it('files that shrink get twins that open to the same bytes; fonts and pictures get none', async () => {
  const files = new Map([
    ['a.html', Buffer.from(text)],
    ['b.woff2', Buffer.from(text)],
  ])
  const twins = await compressedTwins(files, cache)
  expect([...twins.keys()].sort()).toEqual(['a.html.br', 'a.html.gz'])
  expect(brotliDecompressSync(twins.get('a.html.br') ?? '').toString()).toBe(text)
  expect(gunzipSync(twins.get('a.html.gz') ?? '').toString()).toBe(text)
  expect(twins.get('a.html.br')?.length).toBe(brotliSize(Buffer.from(text)))
})

it('a second build takes them from the cache', async () => {
  const before = readdirSync(cache)
  const twins = await compressedTwins(new Map([['other.html', Buffer.from(text)]]), cache)
  expect(readdirSync(cache)).toEqual(before)
  expect(brotliDecompressSync(twins.get('other.html.br') ?? '').toString()).toBe(text)
})
