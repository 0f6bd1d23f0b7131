import { createElement } from 'react'
import { expect, it } from 'vitest'
import { ChangesPage } from '#components/changes/changes-page.tsx'
import { changeFeed } from '#lib/change-feed.ts'
import { editionOf } from '#lib/changes.ts'
import { type Library, loadLibrary } from '#lib/content/library.ts'
import { type Edition, sealed } from '#lib/edition.ts'
import { budgetFor } from '#lib/export/budgets.ts'
import { brotliSize } from '#lib/export/compression.ts'
import { html } from './rendered-page.ts'

const { library } = loadLibrary()

/** Eight editions of the whole guide, in each of which every second fact says something else and the rest was checked again. */
function busyYears(): Edition[] {
  const editions: Edition[] = []
  for (let year = 2018; year < 2026; year++) {
    const { facts, pages } = editionOf(library, `${year}-03-01`)
    const moved = facts.map((fact, place) => ({ ...fact, asOf: `${year - 1}`, value: place % 2 ? fact.value : `${fact.value} (${year})` }))
    editions.push(sealed(`${year}-03-01`, moved, pages, editions.at(-1)))
  }
  return editions
}

const busy: Library = new Proxy(library, {
  get: (target, name) => (name === 'editions' ? busyYears : Reflect.get(target, name).bind(target)),
})

it('the page of changes keeps its budget however much changes', async () => {
  const page = await html(createElement(ChangesPage, { library: busy }))
  expect(page).toContain('id="edition-2018-03-01"')
  // The style sheets, the script and the frame of the page take some eight thousand bytes.
  expect(brotliSize(Buffer.from(page))).toBeLessThan(budgetFor('/changes/').withoutFont - 8000)
})

it('the feed stays of a size that a feed reader can ask for every day', () => {
  expect(brotliSize(Buffer.from(changeFeed(busy)))).toBeLessThan(100_000)
}, 60_000)
