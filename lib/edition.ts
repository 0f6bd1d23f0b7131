import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Problem } from './content/problems.ts'
import { fieldName } from './content/problems.ts'
import { decodeText } from './content/text.ts'
import { readFields } from './content/validate.ts'
import type { Fact } from './facts.ts'
import { pastDay, plain, slug, when } from './fields.ts'
import { formatWhen } from './money.ts'

const factId = z.string().regex(/^[a-z]+(?:\/[a-z0-9-]+)+$/, 'is not the id of a fact, such as "figure/ph-night-premium".')
const page = z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/, 'is not the address of a page, such as "/roles/trainer/".')
const hash = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`), `is not ${length} digits of a fingerprint.`)

const stated = z.strictObject({
  id: factId,
  page,
  label: plain(400),
  value: plain(1600, 'What the guide said, without source and date.'),
  source: slug.optional(),
  asOf: when.optional(),
  roles: z.array(slug).optional(),
})

const fingerprinted = z.strictObject({
  address: page,
  fingerprint: hash(16).meta({ description: 'Of what the page says; the dates of its reviews are left out.' }),
  changed: pastDay.meta({ description: 'The day on which it last changed, as far as editions know.' }),
})

/** What the guide stated on one day, fact by fact and page by page. Written by `npm run edition`, never by hand, never changed. */
const editionSchema = z.strictObject({
  date: pastDay,
  after: hash(64).optional().meta({ description: 'The fingerprint of the edition before; the first has none.' }),
  fingerprint: hash(64).meta({ description: 'Of everything else in the file.' }),
  facts: z.array(stated),
  pages: z.array(fingerprinted),
})
export type Edition = z.infer<typeof editionSchema>
export type StatedFact = Edition['facts'][number]
export type EditionPage = Edition['pages'][number]

const EDITION_NAME = /^(\d{4}-\d{2}-\d{2})\.json$/
/** Where editions stand below the content root. */
export const EDITIONS_FOLDER = 'editions'
export const isEditionName = (name: string) => EDITION_NAME.test(name)
export const editionName = (date: string) => `${date}.json`

const AGAIN = 'Editions are written by npm run edition and never changed: take the file as it was from version control.'

/** A fact as editions keep it: what a reader of the next one needs to be told what was before. */
export const stateFact = ({ id, address, label, value, source, asOf, roles }: Fact): StatedFact => ({
  id,
  page: address,
  label,
  value,
  ...(source ? { source } : {}),
  ...(asOf ? { asOf } : {}),
  ...(roles.length > 0 ? { roles: [...roles] } : {}),
})

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** An edition with its lists in order and its fingerprint. `after` is the edition before. */
export function sealed(date: string, facts: readonly StatedFact[], pages: readonly EditionPage[], after?: Edition): Edition {
  const open = {
    date,
    ...(after ? { after: after.fingerprint } : {}),
    fingerprint: '',
    facts: [...facts].sort((a, b) => byText(a.id, b.id)),
    pages: [...pages].sort((a, b) => byText(a.address, b.address)),
  }
  return { ...open, fingerprint: fingerprintOf(open) }
}

const fingerprintOf = (edition: Edition) =>
  createHash('sha256')
    .update(editionText({ ...edition, fingerprint: '' }))
    .digest('hex')

const FACT_FIELDS = ['id', 'page', 'label', 'value', 'source', 'asOf', 'roles']
const PAGE_FIELDS = ['address', 'fingerprint', 'changed']

/** The file of an edition: a line for each fact and each page, so that version control shows what changed. */
export function editionText({ date, after, fingerprint, facts, pages }: Edition): string {
  const lines = (items: readonly object[], fields: string[]) => items.map((item) => JSON.stringify(item, fields)).join(',\n')
  return [
    '{',
    `"date": "${date}",`,
    ...(after === undefined ? [] : [`"after": "${after}",`]),
    `"fingerprint": "${fingerprint}",`,
    '"facts": [',
    lines(facts, FACT_FIELDS),
    '],',
    '"pages": [',
    lines(pages, PAGE_FIELDS),
    ']',
    '}',
    '',
  ].join('\n')
}

type Fault = Omit<Problem, 'file'>

/** The edition in a file called `name`, or every fault of the file. */
export function readEdition(name: string, bytes: Uint8Array): { edition: Edition } | { faults: Fault[] } {
  const decoded = decodeText(bytes)
  if ('fault' in decoded) return { faults: [{ line: 1, column: 1, message: decoded.fault }] }
  const { text } = decoded
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return { faults: [{ ...placeOfSyntax(error, text), message: `This is not JSON. ${AGAIN}` }] }
  }
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    return { faults: [{ line: 1, column: 1, message: `This is no edition. ${AGAIN}` }] }
  const fields = readFields(editionSchema, data)
  if ('faults' in fields)
    return { faults: fields.faults.map(({ path, message }) => ({ ...lineOf(path, text), field: fieldName(path), message })) }

  const edition = fields.data
  const faults: Fault[] = []
  const say = (path: PropertyKey[], message: string) => faults.push({ ...lineOf(path, text), field: fieldName(path), message })
  const [, named] = EDITION_NAME.exec(name) ?? []
  if (edition.date !== named) say(['date'], `"${edition.date}" is not the day in the file’s name. ${AGAIN}`)
  for (const [list, keys] of [
    ['facts', edition.facts.map(({ id }) => id)],
    ['pages', edition.pages.map(({ address }) => address)],
  ] as const)
    for (const [place, key] of keys.entries())
      if (place > 0 && key <= (keys[place - 1] as string))
        say([list, place], `"${key}" does not stand in the order of the alphabet. ${AGAIN}`)
  for (const [place, { address, changed }] of edition.pages.entries())
    if (changed > edition.date) say(['pages', place, 'changed'], `${address} cannot have changed after the day of the edition. ${AGAIN}`)
  if (faults.length === 0 && edition.fingerprint !== fingerprintOf(edition))
    say(['fingerprint'], `does not fit the file, so something in it was changed by hand. ${AGAIN}`)
  return faults.length > 0 ? { faults } : { edition }
}

/** Where editions, oldest first, do not follow one another: the place of each in the list, and what is wrong. */
export function chainFaults(editions: readonly Edition[]): { place: number; message: string }[] {
  return editions.flatMap(({ after }, place) => {
    const before = editions[place - 1]
    if (after === before?.fingerprint) return []
    const message = !before
      ? `follows an edition that is not there. Put the edition before it back, from version control.`
      : after === undefined
        ? `says that it is the first edition, but that of ${formatWhen(before.date)} is older. ${AGAIN}`
        : `does not follow the edition of ${formatWhen(before.date)} as it stands there. ${AGAIN}`
    return [{ place, message }]
  })
}

/** Where the parser stopped. Its message names the position in a way that differs from one version of Node to the next. */
function placeOfSyntax(error: unknown, text: string): { line: number; column: number } {
  const at = Number(/at position (\d+)/.exec((error as Error).message)?.[1] ?? 0)
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** The line of a field: a fact and a page stand on one line each. */
function lineOf([list, place]: readonly PropertyKey[], text: string): { line: number; column: number } {
  const lines = text.split('\n')
  const head = lines.findIndex((line) => line.trimStart().startsWith(`"${String(list)}"`))
  return { line: Math.max(head, 0) + 1 + (typeof place === 'number' && lines[head]?.endsWith('[') ? place + 1 : 0), column: 1 }
}
