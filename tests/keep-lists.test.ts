import { describe, expect, it } from 'vitest'
import { keepLists, versionOf } from '#lib/export/keep-lists.ts'
import { SERVICE_WORKER, serviceWorker, withVersion } from '#lib/export/service-worker.ts'
import type { SiteFiles } from '#lib/export/site-files.ts'
import type { KeepIndex, KeepList } from '#lib/reader/keep-list.ts'

const FILES = {
  'a/index.html':
    '<link href="/_next/static/style.1.css"><script src="/_next/static/old.js" noModule=""></script><script src="/_next/static/a.js">',
  'b/index.html': '<link href="/_next/static/style.1.css">',
  'plan/index.html': '<p>plan</p>',
  'plan/guide.json': '{}',
  'other/data.json': '{}',
  '_next/static/style.1.css': '@font-face{src:url(/_next/static/face.woff2)}',
  '_next/static/face.woff2': 'face',
  '_next/static/a.js': 'import("static/later.js")',
  '_next/static/later.js': 'import("static/a.js")',
  '_next/static/old.js': 'old',
  'a/index.html.br': 'x',
}
const site = (changes: Record<string, string> = {}): SiteFiles =>
  new Map(Object.entries({ ...FILES, ...changes }).map(([file, text]) => [file, Buffer.from(text)]))

const BUNDLES = [
  { id: 'one', title: 'One', about: '', pages: ['/a/', '/b/', '/plan/'] },
  { id: 'two', title: 'Two', about: '', pages: ['/b/'] },
]
const made = (files: SiteFiles) => keepLists(files, BUNDLES, { sizeOf: (file) => file.length, titleOf: (address) => `Page ${address}` })
const read = <T>(files: SiteFiles, file: string): T => JSON.parse(String(files.get(file)))
const listOf = (files: SiteFiles, id: string) => read<KeepList>(files, `offline/${id}.json`)

describe('the list of what may be kept', () => {
  it('holds every page with what it loads now or later, each file once, and the data of its pages', () => {
    expect(listOf(made(site()), 'one').files.map(([address]) => address)).toEqual([
      '/a/',
      '/_next/static/style.1.css',
      '/_next/static/face.woff2',
      '/_next/static/a.js',
      '/_next/static/later.js',
      '/b/',
      '/plan/',
      '/plan/guide.json',
    ])
    expect(listOf(made(site()), 'two').files.map(([address]) => address)).toEqual([
      '/b/',
      '/_next/static/style.1.css',
      '/_next/static/face.woff2',
    ])
  })

  it('leaves the tables of the open data where they are', () => {
    const files = site({ 'data/index.html': '<p>data</p>', 'data/roles.json': '[]' })
    const made = keepLists(files, [{ id: 'x', title: 'X', about: '', pages: ['/data/'] }], { sizeOf: () => 1, titleOf: String })
    expect(listOf(made, 'x').files.map(([address]) => address)).toEqual(['/data/'])
  })

  it('names pages, and tells what each file weighs over the wire', () => {
    const [first, second] = listOf(made(site()), 'one').files
    expect(first).toEqual(['/a/', expect.stringMatching(/^[0-9a-f]{10}$/), 'a/index.html'.length, 'Page /a/'])
    expect(second).toHaveLength(3)
  })

  it('is offered with the sum of its files and of itself', () => {
    const { offers } = read<KeepIndex>(made(site()), 'offline/kept.json')
    const two = offers.find(({ id }) => id === 'two')
    const files = listOf(made(site()), 'two').files
    const sum = files.reduce((total, [, , bytes]) => total + bytes, 0)
    expect(two?.bytes).toBeGreaterThan(sum)
    expect(two?.bytes).toBeLessThan(sum + 200)
    expect(two?.room).toBe(
      FILES['b/index.html'].length + FILES['_next/static/style.1.css'].length + FILES['_next/static/face.woff2'].length,
    )
    expect(two?.pages).toBe(1)
  })

  it('is another when one of its files is, and only then', () => {
    const before = made(site())
    expect(versionOf(made(site()))).toBe(versionOf(before))
    const after = made(site({ 'plan/guide.json': '{"v":2}' }))
    expect(listOf(after, 'one').revision).not.toBe(listOf(before, 'one').revision)
    expect(listOf(after, 'two').revision).toBe(listOf(before, 'two').revision)
    expect(versionOf(after)).not.toBe(versionOf(before))
  })

  it('refuses a page that the site does not have', () => {
    const bundles = [{ id: 'x', title: 'X', about: '', pages: ['/nowhere/'] }]
    expect(() => keepLists(site(), bundles, { sizeOf: () => 0, titleOf: String })).toThrow('/nowhere/ is in the list "x"')
  })
})

describe('the file that browsers ask again', () => {
  it('names the worker, or takes it away', () => {
    expect(SERVICE_WORKER).toBe('/sw.js')
    expect(serviceWorker({ on: true })).toBe('importScripts("/scripts/worker.js");')
    const going = serviceWorker({ on: false })
    expect(going).not.toContain('importScripts')
    expect(going).toContain('registration.unregister()')
    expect(going).not.toContain('localStorage')
  })

  it('is another for every version of the site', () => {
    expect(withVersion('a;\n', 'one')).not.toBe(withVersion('a;\n', 'two'))
  })
})
