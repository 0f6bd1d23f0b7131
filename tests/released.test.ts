import { describe, expect, it } from 'vitest'
import { readPage } from '#lib/export/exported-page.ts'
import {
  anchorsOf,
  lastingFiles,
  type Released,
  type ReleasedSite,
  releasedFaults,
  releasedText,
  withReleased,
} from '#lib/export/released.ts'

const released: Released = { pages: { '/roles/agent/': 'pay figure-a', '/roles/old/': 'pay' }, files: ['/map.svg'] }
const site = (edits: Partial<ReleasedSite> = {}): ReleasedSite => ({
  pages: new Map([
    ['/roles/agent/', new Set(['pay', 'figure-a'])],
    ['/roles/old/', new Set(['pay'])],
  ]),
  files: new Set(['/map.svg']),
  redirects: [],
  ...edits,
})

describe('the list of released addresses', () => {
  it('has nothing to say of a site that is as it was', () => {
    expect(releasedFaults(released, site())).toEqual([])
  })

  it('notices a page, an anchor and a file that are gone, and says what to do', () => {
    const less = site({ pages: new Map([['/roles/agent/', new Set(['pay'])]]), files: new Set() })
    expect(releasedFaults(released, less)).toEqual([
      '/roles/agent/#figure-a was released and is gone. Put it under formerAnchors: of the article there, with the place that it leads to now.',
      '/roles/old/ was released and leads nowhere. Put its old id under formerSlugs: of the article that took its place, or its address into FIXED_REDIRECTS.',
      '/map.svg was released and is gone. Bring it back, or put its address into FIXED_REDIRECTS.',
    ])
  })

  it('is content with a redirect, when the anchors are at its end', () => {
    const redirects = [{ from: '/roles/old/', to: '/roles/agent/' }]
    expect(releasedFaults(released, site({ pages: new Map([['/roles/agent/', new Set(['pay', 'figure-a'])]]), redirects }))).toEqual([])
    expect(releasedFaults(released, site({ pages: new Map([['/roles/agent/', new Set(['figure-a'])]]), redirects }))).toEqual([
      '/roles/agent/#pay was released and is gone. Put it under formerAnchors: of the article there, with the place that it leads to now.',
      '/roles/old/#pay was released and is gone from /roles/agent/. Put it under formerAnchors: of the article there, with the place that it leads to now.',
    ])
  })

  it('asks for what is new to be noted, and notes it', () => {
    const more = site({
      pages: new Map([...site().pages, ['/roles/agent/', new Set(['pay', 'figure-a', 'q-why'])], ['/roles/new/', new Set(['pay'])]]),
      files: new Set(['/map.svg', '/feed.xml']),
    })
    expect(releasedFaults(released, more)).toEqual([
      '/roles/agent/#q-why is new. Run npm run released, which adds it to tests/fixtures/released-addresses.json.',
      '/roles/new/ is new. Run npm run released, which adds it to tests/fixtures/released-addresses.json.',
      '/feed.xml is new. Run npm run released, which adds it to tests/fixtures/released-addresses.json.',
    ])
    const noted = withReleased(released, more)
    expect(releasedFaults(noted, more)).toEqual([])
    expect(JSON.parse(releasedText(noted))).toEqual(noted)
    // What is gone stays on the list.
    expect(withReleased(noted, site({ pages: new Map() }))).toEqual(noted)
  })

  it('holds what readers can point others to, and nothing that only serves the page', () => {
    const page = readPage(
      '/roles/agent/',
      '<main id="main"><h2 id="pay">Pay</h2><i id="figure-a"></i><i id="mentions"></i><i id="_R_1"></i></main>',
    )
    expect([...anchorsOf(page)]).toEqual(['pay', 'figure-a'])
    expect([...anchorsOf({ ...page, address: '/plan/' })]).toEqual([])
    expect([
      ...lastingFiles(new Set(['map.svg', 'map.svg.br', 'index.html', '_next/static/a.css', '_headers', 'nginx.conf', 'moved.js'])),
    ]).toEqual(['/map.svg'])
  })
})
