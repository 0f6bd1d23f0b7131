import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inputsHash, isFresh, writeStamp } from '#lib/export/build-stamp.ts'

let root = ''
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
const hash = (variables: Record<string, string> = {}, content = 'content') => inputsHash(content, root, variables)

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'floorwalk-stamp-'))
  for (const file of [
    'app/page.tsx',
    'components/a.tsx',
    'lib/a.ts',
    'public/icon.svg',
    'content/roles/a.mdx',
    'package-lock.json',
    'next.config.ts',
  ])
    put(file, file)
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(root, { recursive: true })
})

describe('the hash of what the site is built from', () => {
  it('stays the same while nothing changes', () => {
    expect(hash()).toBe(hash())
  })

  it.each([
    'app/page.tsx',
    'components/a.tsx',
    'lib/a.ts',
    'public/icon.svg',
    'content/roles/a.mdx',
    'package-lock.json',
    'next.config.ts',
    'postcss.config.mjs',
    'content/roles/new.mdx',
  ])('changes with %s', (file) => {
    const before = hash()
    put(file, 'changed')
    expect(hash()).not.toBe(before)
  })

  it('changes when a file moves without changing', () => {
    const before = hash()
    rmSync(path.join(root, 'content/roles/a.mdx'))
    put('content/roles/b.mdx', 'content/roles/a.mdx')
    expect(hash()).not.toBe(before)
  })

  it('changes with the variables of the guide, not with the browser or others', () => {
    expect(hash({ FLOORWALK_ORIGIN: 'https://a.example' })).not.toBe(hash())
    expect(hash({ FLOORWALK_BROWSER: '/usr/bin/x', HOME: '/elsewhere' })).toBe(hash())
  })

  it('changes with the content tree that is asked for', () => {
    put('other/roles/a.mdx', 'other')
    expect(hash({}, 'other')).not.toBe(hash())
  })

  it('changes overnight, because overdue articles carry a notice', () => {
    const before = hash()
    vi.useFakeTimers()
    vi.setSystemTime(Date.now() + 36 * 3600 * 1000)
    expect(hash()).not.toBe(before)
  })

  it('does not change with what builds and editors leave behind', () => {
    const before = hash()
    for (const file of ['tests/a.test.ts', 'README.md', 'next-env.d.ts', 'tsconfig.tsbuildinfo', '.next/x.js', 'out/index.html'])
      put(file, 'x')
    expect(hash()).toBe(before)
  })
})

describe('a built site', () => {
  it('is fresh only with its own stamp and its pages in place', () => {
    const stamp = path.join(root, '.cache', 'stamp')
    const out = path.join(root, 'out')
    expect(isFresh(out, 'a', stamp)).toBe(false)
    writeStamp('a', stamp)
    expect(isFresh(out, 'a', stamp)).toBe(false)
    put('out/index.html', 'x')
    expect(isFresh(out, 'a', stamp)).toBe(true)
    expect(isFresh(out, 'b', stamp)).toBe(false)
    writeStamp('', stamp)
    expect(isFresh(out, 'a', stamp)).toBe(false)
  })
})
