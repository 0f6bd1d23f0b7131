import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { loadLibrary } from '../content/library.ts'
import { BuildError, buildIfNeeded, OUT } from '../export/build-site.ts'
import { RELEASED_FILE, type Released, releasedText, withReleased } from '../export/released.ts'
import { releasedSiteOf } from '../export/released-site.ts'
import { readSite } from '../export/site-files.ts'

try {
  await buildIfNeeded()
  const before: Released = existsSync(RELEASED_FILE) ? JSON.parse(readFileSync(RELEASED_FILE, 'utf8')) : { pages: {}, files: [] }
  const after = withReleased(before, releasedSiteOf(readSite(OUT), loadLibrary().library))
  writeFileSync(RELEASED_FILE, releasedText(after))
  const [had, has] = [before, after].map(({ pages }) => Object.keys(pages).length)
  console.log(`${RELEASED_FILE} held ${had} pages and holds ${has}. Commit it with what made them.`)
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  console.error(`${error.message}\n\n${error.advice}`)
  process.exitCode = 1
}
