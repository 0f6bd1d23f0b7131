import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { dataFiles } from '#lib/data/data-files.ts'
import { dataFaults } from '#lib/export/open-data.ts'
import type { SiteFiles } from '#lib/export/site-files.ts'

const { library } = loadLibrary('tests/fixtures/small')
const exported = (): SiteFiles => new Map([...dataFiles(library)].map(([file, text]) => [`data/${file}`, Buffer.from(text)]))

describe('the gate', () => {
  it('lets the data pass as they are, with the page about them beside them', () => {
    const files = exported()
    files.set('data/index.html', Buffer.from('<h1>Take the data</h1>'))
    files.set('moves/lattice.json', Buffer.from('{}'))
    expect(dataFaults(files, library)).toEqual([])
  })

  it('stops a file that is missing, one that says something else, and one that nobody knows', () => {
    const files = exported()
    files.delete('data/pay.csv')
    files.set('data/schema/pay.json', Buffer.from('{}'))
    files.set('data/salaries.csv', Buffer.from('role'))
    expect(dataFaults(files, library).map(({ page, message }) => `${page} ${message}`)).toEqual([
      '/data/pay.csv was not built, though the data have it. Look at the routes in app/(site)/data/.',
      '/data/schema/pay.json is not what lib/data makes of the content. Build again.',
      '/data/salaries.csv lies among the data, though no dataset names it. Add it to lib/data, or remove it.',
    ])
  })

  it('notices a byte order mark that went', () => {
    const files = exported()
    files.set('data/pay.csv', Buffer.from((dataFiles(library).get('pay.csv') ?? '').replace('\ufeff', '')))
    expect(dataFaults(files, library)).toHaveLength(1)
  })
})
