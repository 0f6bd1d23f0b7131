import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { loadLibrary } from '../content/library.ts'
import { formatProblems } from '../content/problems.ts'
import { contentRoot } from '../content/source.ts'
import { embeds } from '../embed.ts'
import { SITE } from '../site.ts'
import { inputsHash, isFresh, writeStamp } from './build-stamp.ts'
import { GateError } from './fault.ts'
import { type Finished, finishExport } from './finish.ts'
import { publisherFaults } from './publisher.ts'
import { readSite, writeSite } from './site-files.ts'

/** The folder that ships. */
export const OUT = 'out'
/** Where Next writes; not to be chosen without changing next.config.ts. */
const NEXT_OUT = 'out'
const ASIDE = path.join('.cache', 'out-aside')
const READY = path.join('.cache', 'out-ready')

export interface BuildOptions {
  content?: string
  /** Folder for the finished site. */
  out?: string
  /** Prints progress. */
  say?: (line: string) => void
}

/** Why there is no site. The message says everything already printed-worthy; `advice` is what to do. */
export class BuildError extends Error {
  readonly advice: string
  constructor(message: string, advice: string) {
    super(message)
    this.advice = advice
  }
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })

/**
 * Builds the whole site into `out`: content check, Next's export, the gate. Throws a BuildError, and leaves no `out`,
 * when any of them refuses. Only a finished site ever stands in `out`.
 */
export async function buildSite({ content = contentRoot(), out = OUT, say = console.log }: BuildOptions = {}): Promise<Finished> {
  const main = path.resolve(out) === path.resolve(OUT)
  if (main) writeStamp('')
  remove(out)
  const { library, problems } = loadLibrary(content)
  const faults = problems.filter((problem) => !problem.warning)
  if (problems.length > 0) say(`${formatProblems(problems)}\n`)
  if (faults.length > 0)
    throw new BuildError(
      `${faults.length} ${faults.length === 1 ? 'problem' : 'problems'} in the content.`,
      'Correct the places above; npm run check prints them again. Nothing was built.',
    )

  const settings = publisherFaults(SITE)
  if (settings.length > 0)
    throw new BuildError(settings.join('\n'), 'Correct these variables, or leave them out for a build to look at. Nothing was built.')

  const hash = main ? inputsHash(content) : ''
  mkdirSync('.cache', { recursive: true })
  if (!main && existsSync(NEXT_OUT)) {
    remove(ASIDE)
    renameSync(NEXT_OUT, ASIDE)
  }
  try {
    say(`Building ${library.addresses().length} pages and ${embeds(library).length} embeds from ${content} …`)
    remove('.next')
    remove(NEXT_OUT)
    const { status, output } = await runNext(content)
    if (status !== 0) throw new BuildError(output.trim(), 'Next could not build the pages: correct the first error above.')
    if (!existsSync(path.join(NEXT_OUT, 'index.html')))
      throw new BuildError(output.trim(), 'Next ended without writing the pages. Look above for the last page it worked on.')
    const raw = readSite(NEXT_OUT)
    const finished = await finishExport(raw, library, SITE.origin)
    remove(READY)
    writeSite(READY, finished.files)
    remove(NEXT_OUT)
    mkdirSync(path.dirname(path.resolve(out)), { recursive: true })
    renameSync(READY, out)
    if (main) writeStamp(hash)
    say(summary(finished))
    return finished
  } catch (error) {
    remove(NEXT_OUT)
    if (error instanceof GateError)
      throw new BuildError(
        `${error.message}\n\n${error.faults.length} ${error.faults.length === 1 ? 'fault' : 'faults'} in the exported pages.`,
        'Correct the pages above and build again. Nothing was published.',
      )
    throw error
  } finally {
    if (!main && existsSync(ASIDE)) {
      remove(NEXT_OUT)
      renameSync(ASIDE, NEXT_OUT)
    }
  }
}

/** Builds the main site unless it already stands there, built from what is here now. */
export async function buildIfNeeded(options: Omit<BuildOptions, 'out'> = {}): Promise<void> {
  const content = options.content ?? contentRoot()
  if (isFresh(OUT, inputsHash(content))) (options.say ?? console.log)('The site is built already, and nothing changed since.')
  else await buildSite(options)
}

function summary({ files, weights, liveWeights }: Finished): string {
  const heaviest = [...weights].sort(([, a], [, b]) => b.withFont - a.withFont)[0]
  const shipped = [...files.keys()].filter((file) => !/\.(?:br|gz)$/.test(file)).length
  const heaviestLive = [...liveWeights].sort(([, a], [, b]) => b.script - a.script)[0]
  return [
    `${weights.size + liveWeights.size} pages, ${shipped} files.`,
    ...(heaviest ? [`Heaviest first visit: ${heaviest[0]} ${(heaviest[1].withFont / 1000).toFixed(1)} kB with font.`] : []),
    ...(heaviestLive ? [`Most script: ${heaviestLive[0]} ${(heaviestLive[1].script / 1000).toFixed(1)} kB.`] : []),
  ].join(' ')
}

function runNext(content: string): Promise<{ status: number | null; output: string }> {
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [next, 'build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', FLOORWALK_CONTENT: content },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })
}
