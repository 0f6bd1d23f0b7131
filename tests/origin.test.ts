import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { tree } from './content-tree.ts'

const OLD = 'floorwalk.example'
const NEW = 'https://guide.example.org:8443'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** Modules as a build with another origin loads them. */
async function withOrigin(content: string) {
  vi.stubEnv('FLOORWALK_ORIGIN', NEW)
  vi.stubEnv('FLOORWALK_CONTACT', 'editors@example.org')
  vi.stubEnv('FLOORWALK_CONTENT', content)
  vi.resetModules()
  const [site, metadata, jsonLd, redirects, sitemap, robots] = await Promise.all([
    import('#lib/site.ts'),
    import('#lib/metadata.ts'),
    import('#lib/json-ld.ts'),
    import('#lib/export/redirects.ts'),
    import('../app/sitemap.ts'),
    import('../app/robots.ts'),
  ])
  return { site, metadata, jsonLd, redirects, sitemap, robots }
}

describe('the origin that a publisher sets', () => {
  it('is in every whole address that the guide writes', async () => {
    const content = tree({})
    const { library } = loadLibrary(content)
    const { site, metadata, jsonLd, redirects, sitemap, robots } = await withOrigin(content)
    const role = library.get('roles', 'team-leader')
    const pathway = library.get('pathways', 'operations-manager')
    const written = {
      canonical: metadata.pageMetadata({ title: 'T', description: 'D', address: '/roles/team-leader/' }, library),
      versions: metadata.pageMetadata({ title: 'T', description: 'D', address: '/roles/team-leader/' }, library, ['en', 'fil']),
      data: [
        jsonLd.occupation(role, library),
        jsonLd.article(pathway, jsonLd.howTo(pathway, library.stagesOf('operations-manager'))),
        jsonLd.definedTermSet(library.all('glossary')),
        jsonLd.breadcrumbs([
          { name: 'Home', address: '/' },
          { name: 'A', address: '/a/' },
        ]),
        jsonLd.webSite(),
        jsonLd.webPage('N', 'D', '/a/'),
      ],
      sitemap: sitemap.default(),
      robots: robots.default(),
      stub: redirects.stubPage({ from: '/old/', to: '/new/' }, 'New', site.SITE.origin),
      report: site.reportAddress('T', '/a/'),
    }
    for (const [what, value] of Object.entries(written)) {
      const text = decodeURIComponent(JSON.stringify(value))
      expect(text, what).toContain(NEW)
      expect(text, what).not.toContain(OLD)
    }
  })

  it('stands in one place of the code, so that no page can keep another', () => {
    const found = ['app', 'components', 'lib', 'public', 'content'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:tsx?|m?js|css|mdx?|json|svg|webmanifest)$/.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'))
        .filter((file) =>
          readFileSync(file, 'utf8')
            .replace(/^\s*\/?\*.*$/gm, '')
            .includes(OLD),
        ),
    )
    expect(found).toEqual(['lib/site.ts'])
  })
})
