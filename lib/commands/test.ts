import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const bin = (name: string, ...inside: string[]) => path.join('node_modules', name, ...inside)
const VITEST = bin('vitest', 'vitest.mjs')
const COMMANDS = path.join('lib', 'commands')

interface Counts {
  passed: number
  failed: number
}
interface Group {
  headline: string
  run: () => Counts
}

/** Runs a Node program with its output shown; true when it ended well. */
function node(...args: string[]): boolean {
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } }).status === 0
}

const check = (headline: string, ...args: string[]): Group => ({
  headline,
  run: () => (node(...args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
})

const vitest = (project: string, headline: string, ...more: string[]): Group => ({
  headline,
  run() {
    const report = path.join('.cache', `vitest-${project}.json`)
    rmSync(report, { force: true })
    const ok = node(
      VITEST,
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...more,
    )
    const counts = existsSync(report) ? countsOf(report) : { passed: 0, failed: 0 }
    // A file that cannot even be loaded fails no test of its own.
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  },
})

function countsOf(report: string): Counts {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  return { passed: numPassedTests, failed: numFailedTests }
}

const GROUPS: Group[] = [
  check('Style of the code', bin('@biomejs/biome', 'bin', 'biome'), 'check', '.'),
  check('Types', bin('typescript', 'bin', 'tsc'), '--noEmit'),
  check('Code nobody uses', bin('knip', 'bin', 'knip.js')),
  check('Content', '--import', 'tsx', path.join(COMMANDS, 'check.ts')),
  vitest('unit', 'Modules'),
  vitest('component', 'Components'),
  check('The site', '--import', 'tsx', path.join(COMMANDS, 'build.ts'), '--if-needed'),
  vitest('export', 'The exported site'),
  vitest('browser', 'The site in a browser'),
]

const chosen = process.argv.slice(2)
mkdirSync('.cache', { recursive: true })
if (chosen.length > 0) {
  if (!node(VITEST, 'run', ...chosen)) process.exitCode = 1
} else {
  const total: Counts = { passed: 0, failed: 0 }
  for (const { headline, run } of GROUPS) {
    console.log(`\n── ${headline}`)
    const { passed, failed } = run()
    total.passed += passed
    total.failed += failed
    if (failed > 0) {
      process.exitCode = 1
      break
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
}
