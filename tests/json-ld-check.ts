import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A piece of structured data as it stands in a page. */
export interface Data {
  [name: string]: unknown
}

/** A piece with the page it stands on. */
export interface Found {
  page: string
  data: Data
}

export const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

/** The pieces of a page's script: those of its `@graph`, or the one that it is. */
export function piecesOf(page: string, code: string): Found[] {
  const { '@graph': graph, '@context': _, ...alone } = JSON.parse(code)
  return (graph ?? [alone]).map((data: Data) => ({ page, data }))
}

/** Every object inside `data`, itself first. */
export const everyObject = (data: unknown): Data[] =>
  Array.isArray(data) ? data.flatMap(everyObject) : isData(data) ? [data, ...Object.values(data).flatMap(everyObject)] : []

/** Properties that take any text: what stands in them tells one piece from another, and the vocabulary does not ask. */
const ANY_TEXT = new Set(['name', 'headline', 'description', 'text', 'alternateName', 'codeValue', 'skills'])

/** A piece with its texts, numbers, dates and addresses made alike, and like items of a list told once. */
function shapeOf(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return [...new Map(value.map((item) => [JSON.stringify(shapeOf(item, name)), shapeOf(item, name)])).values()]
  if (isData(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item, key)]))
  if (typeof value === 'number') return 1
  if (typeof value !== 'string' || name.startsWith('@')) return value
  if (ANY_TEXT.has(name)) return 'text'
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return '2026-01-01'
  return value.startsWith('https://schema.org/') ? value : value.replace(/^https:\/\/.*/, 'https://floorwalk.example/')
}

/**
 * Where pieces break the definitions of schema.org: a type that there is not, a property that is not its type's or that of one above
 * it, a value outside the range of its property. schema-dts is generated from those definitions, so the compiler of the project
 * judges: each piece becomes a constant of its own type, and no property may be left over. Pieces of one shape are judged once.
 */
export function vocabularyFaults(found: readonly Found[]): string[] {
  const shapes = new Map(found.map(({ page, data }) => [JSON.stringify(shapeOf(data)), { page, type: String(data['@type']) }]))
  const named = [...shapes].map(([shape, { page, type }]) => ({ shape, page, type }))
  const odd = named.filter(({ type }) => !/^[A-Z]\w+$/.test(type))
  const lines = named
    .filter((each) => !odd.includes(each))
    .map(({ shape, page, type }, index) => ({ page, code: `export const piece${index}: import('schema-dts').${type} = ${shape}` }))
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(path.join('.cache', 'json-ld-'))
  try {
    writeFileSync(path.join(folder, 'pieces.ts'), lines.map(({ code }) => code).join('\n'))
    const compilerOptions = { strict: true, noEmit: true, module: 'esnext', moduleResolution: 'bundler', types: [], skipLibCheck: true }
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['pieces.ts'] }))
    const { stdout, status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    })
    const told = [...stdout.matchAll(/pieces\.ts\((\d+),\d+\): error \w+: (.*)/g)].map(
      ([, line, what]) => `${lines[Number(line) - 1]?.page}  ${what?.slice(0, 160)}`,
    )
    if (status !== 0 && told.length === 0) throw new Error(`The compiler could not judge the structured data: ${stdout.slice(0, 500)}`)
    return [...odd.map(({ page, type }) => `${page}  has a piece of the type "${type}".`), ...told]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What of a page the rules below compare the data with. */
export interface PageFacts {
  address: string
  canonical: string
  /** The picture of its link preview. */
  card: string
  /** The visible breadcrumb, from the home page to the page itself. */
  crumbs: { name: string; address: string }[]
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const isDay = (value: unknown) =>
  typeof value === 'string' && DAY.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
const PERCENTILES = ['percentile10', 'percentile25', 'median', 'percentile75', 'percentile90']
/** Beyond it search engines cut a headline. */
const LONGEST_HEADLINE = 110

/** Where pieces of a page break what search engines ask for the results they show, or what the page itself says. */
export function ruleFaults(page: PageFacts, found: readonly Data[], exists: (url: string) => boolean): string[] {
  const faults: string[] = []
  const say = (message: string) => faults.push(`${page.address}  ${message}`)
  for (const data of found.flatMap(everyObject)) {
    const type = String(data['@type'])
    for (const [name, value] of Object.entries(data)) {
      if (list(value).some((each) => each === '' || each === null || (Array.isArray(value) && value.length === 0)))
        say(`${type}.${name} says nothing.`)
      if (/^date/.test(name) && !isDay(value)) say(`${type}.${name} "${value}" is no day.`)
      if (/^(?:url|item|license|image|inDefinedTermSet|sameAs)$/.test(name))
        for (const url of list(value).filter((each) => typeof each === 'string'))
          if (!/^https:\/\/[^/]/.test(url)) say(`${type}.${name} "${url}" is no whole address.`)
          else if (!exists(url)) say(`${type}.${name} "${url}" leads nowhere.`)
    }
    if (type === 'MonetaryAmountDistribution') {
      const amounts = PERCENTILES.flatMap((name) => data[name] ?? []) as number[]
      if (amounts.length === 0) say('a pay distribution has no amount.')
      if (amounts.some((amount, index) => index > 0 && amount < (amounts[index - 1] ?? 0))) say('a pay distribution falls.')
      if (!/^[A-Z]{3}$/.test(String(data.currency))) say(`a pay distribution is in "${data.currency}".`)
      if (!/^P(?:1Y|1M|1W|1D|T1H)$/.test(String(data.duration))) say(`a pay distribution is for "${data.duration}".`)
    }
    if (type === 'Article') {
      const headline = String(data.headline ?? '')
      if (headline === '' || headline.length > LONGEST_HEADLINE) say(`the headline has ${headline.length} characters.`)
      if (!isDay(data.datePublished) || !isDay(data.dateModified)) say('an article does not say when it was published and changed.')
      else if (String(data.dateModified) < String(data.datePublished)) say('an article was changed before it was published.')
      if (data.url !== page.canonical) say(`an article lives at "${data.url}", and the page at "${page.canonical}".`)
      if (data.image !== undefined && data.image !== page.card) say('the picture of the article is not that of the page.')
      for (const who of ['author', 'publisher'])
        if (!isData(data[who]) || !data[who].name || !data[who].url) say(`an article has no ${who} with name and address.`)
    }
  }
  const trails = found.filter((data) => data['@type'] === 'BreadcrumbList')
  // The home page has no way to it.
  if (trails.length !== (page.crumbs.length > 0 ? 1 : 0)) say(`has ${trails.length} breadcrumb lists.`)
  for (const trail of trails) {
    const items = list(trail.itemListElement).filter(isData)
    if (items.length < 2) say('a breadcrumb needs two items.')
    const told = items.map(({ position, name, item }) => ({ position, name, item }))
    const shown = page.crumbs.map(({ name, address }, index) => ({
      position: index + 1,
      name,
      item: index < page.crumbs.length - 1 ? new URL(address, page.canonical).href : undefined,
    }))
    if (JSON.stringify(told) !== JSON.stringify(shown))
      say(`the breadcrumb for machines is ${JSON.stringify(told)}, the visible one ${JSON.stringify(shown)}.`)
  }
  return faults
}
