import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { changeSteps, counts, planEdition } from '../changes.ts'
import { editorialProblems } from '../content/editorial.ts'
import { loadLibrary } from '../content/library.ts'
import { formatProblems } from '../content/problems.ts'
import { contentRoot, isOwn } from '../content/source.ts'
import { EDITIONS_FOLDER, editionName, editionText } from '../edition.ts'
import { day, today } from '../fields.ts'
import { counted, formatWhen } from '../money.ts'
import { readArguments } from './arguments.ts'

/** Writes what the guide states today, for the change log. `--date` is for an edition of another day than today, `--content` for another tree. */
const { values } = readArguments({ options: { content: { type: 'string' }, date: { type: 'string' } }, allowPositionals: false })
const root = values.content ?? contentRoot()
const date = values.date ?? today()

function refuse(sentence: string) {
  console.error(`${sentence}\nNothing was written.`)
  process.exitCode = 1
}

function write() {
  const misdated = day.safeParse(date).error?.issues[0]
  if (misdated) return refuse(`"${date}" ${misdated.message}`)
  if (date > today()) return refuse(`"${date}" lies in the future. An edition says what is published, not what will be.`)
  const { library, problems } = loadLibrary(root)
  const faults = [...problems, ...(isOwn(root) ? editorialProblems(library) : [])].filter((problem) => !problem.warning)
  if (faults.length > 0)
    return refuse(`${formatProblems(faults)}\n\n${counted(faults.length, 'problem')} in the content. Correct the places above first.`)
  const planned = planEdition(library, date)
  if ('fault' in planned) return refuse(planned.fault)
  if ('nothing' in planned) return console.log(planned.nothing)
  const { edition } = planned
  const file = path.join(root, EDITIONS_FOLDER, editionName(date))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, editionText(edition))
  const [latest] = changeSteps(loadLibrary(root).library)
  console.log(`Wrote ${file}: ${edition.facts.length} facts, ${edition.pages.length} pages.`)
  console.log(
    latest
      ? `Since ${formatWhen(latest.since)}: ${counts(latest.changes) || 'no fact changed'}.`
      : 'It is the first, so nothing changed before it.',
  )
}

write()
