import { loadLibrary } from '../content/library.ts'
import { formatProblems } from '../content/problems.ts'
import { contentRoot } from '../content/source.ts'
import { readArguments } from './arguments.ts'

const { values } = readArguments({ options: { content: { type: 'string' } }, allowPositionals: false })
const root = values.content ?? contentRoot()
const { problems } = loadLibrary(root)
const faults = problems.filter((problem) => !problem.warning)
if (problems.length > 0) console.log(`${formatProblems(problems)}\n`)
if (faults.length > 0) {
  console.error(
    `${faults.length} ${faults.length === 1 ? 'problem' : 'problems'} in ${new Set(faults.map((each) => each.file)).size} files under ${root}.`,
  )
  process.exitCode = 1
} else console.log(`${root}: no problems.`)
