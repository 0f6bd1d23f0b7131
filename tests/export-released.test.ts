import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { OUT } from '#lib/export/build-site.ts'
import { RELEASED_FILE, type Released, releasedFaults } from '#lib/export/released.ts'
import { releasedSiteOf } from '#lib/export/released-site.ts'
import { readSite } from '#lib/export/site-files.ts'

it('every address that was ever released still answers, to its anchor, and every new one is noted', () => {
  const released = JSON.parse(readFileSync(RELEASED_FILE, 'utf8')) as Released
  expect(Object.keys(released.pages).length).toBeGreaterThan(900)
  expect(releasedFaults(released, releasedSiteOf(readSite(OUT), loadLibrary().library))).toEqual([])
})
