import { existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadLibrary } from '../content/library.ts'
import { contentRoot } from '../content/source.ts'
import { readArguments } from './arguments.ts'
import { KIND_WORDS, planDrafts } from './scaffold.ts'

const { values, positionals } = readArguments({ options: { content: { type: 'string' } }, allowPositionals: true })
const root = values.content ?? contentRoot()

function refuse(sentence: string) {
  console.error(`${sentence}\nNothing was written.`)
  process.exitCode = 1
}

function write() {
  const [word, id] = positionals
  if (!word || !id || positionals.length > 2)
    return refuse(
      `Say what and its id, for example: npm run new -- role quality-manager\nThe kinds are: ${Object.keys(KIND_WORDS).join(', ')}.`,
    )
  const planned = planDrafts(word, id, loadLibrary(root).library)
  if ('fault' in planned) return refuse(planned.fault)
  const files = planned.drafts.map(({ parts, text }) => ({ file: path.join(root, ...parts), text }))
  const taken = files.find(({ file }) => lstatSync(file, { throwIfNoEntry: false }))
  if (taken) return refuse(`${taken.file} is there already. Choose another id, or change that file.`)
  if (KIND_WORDS[word] === 'stages' && !existsSync(path.join(root, 'pathways', id.split('/')[0] ?? '', 'index.mdx')))
    return refuse(`There is no pathway "${id.split('/')[0]}". Write it first: npm run new -- pathway ${id.split('/')[0]}`)
  for (const { file, text } of files) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text, { flag: 'wx' })
    console.log(`Wrote ${file}`)
  }
  console.log('It is a draft: change its lines, run npm run check, and set status: reviewed when it is ready.')
  if (KIND_WORDS[word] === 'stages') console.log('Put its name into stages: of the pathway when you publish it.')
}

write()
