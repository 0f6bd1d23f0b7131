import { editorialProblems, gradeReport } from '../content/editorial.ts'
import { loadLibrary } from '../content/library.ts'
import { formatProblems } from '../content/problems.ts'
import { contentRoot, isOwn } from '../content/source.ts'
import { readArguments } from './arguments.ts'

/**
 * Every problem of a content tree. The guide's own tree is held to its rules of style as well. Another tree is judged for whether it
 * is valid, its style is its own: there the same findings are printed as advice and fail nothing.
 */
const { values } = readArguments({ options: { content: { type: 'string' } }, allowPositionals: false })
const root = values.content ?? contentRoot()
const { library, problems } = loadLibrary(root)
const style = editorialProblems(library)
const [judged, advice] = isOwn(root) ? [[...problems, ...style], []] : [problems, style]
const faults = judged.filter((problem) => !problem.warning)
if (advice.length > 0) console.log(`${formatProblems(advice)}\n\nThat was advice on style and fails nothing.\n`)
if (judged.length > 0) console.log(`${formatProblems(judged)}\n`)
const report = gradeReport(library)
if (report) console.log(report)
if (faults.length > 0) {
  console.error(
    `${faults.length} ${faults.length === 1 ? 'problem' : 'problems'} in ${new Set(faults.map((each) => each.file)).size} files under ${root}.`,
  )
  process.exitCode = 1
} else console.log(`${root}: no problems.`)
