import type { Family } from '../family.ts'
import { KINDS, type Kind, today } from '../fields.ts'
import type { Figure } from '../figure.ts'
import { type Body, readBody } from '../mdx/read.ts'
import type { Move } from '../role.ts'
import type { SalaryRecord } from '../salary.ts'
import { COLLECTIONS, type DataOf, FIXED_PAGES, kindAndId } from './collection.ts'
import { type FrontMatter, parseFrontMatter, splitFrontMatter } from './front-matter.ts'
import { limitFault } from './limits.ts'
import { fieldName, type Problem, shown, suggestion } from './problems.ts'
import { visitFields } from './references.ts'
import { contentRoot, readContent, type SourceFile } from './source.ts'
import { decodeText, textFaults } from './text.ts'
import { fieldFaults } from './validate.ts'

/** One article: its data, its text and where both stand. */
export interface Entry<K extends Kind = Kind> {
  kind: K
  id: string
  /** Path of the file as printed in problems. */
  file: string
  /** Public address, for example `/roles/trainer/`. */
  address: string
  data: DataOf<K>
  body: Body
  /** The file with its front matter blanked: what the press compiles. */
  text: string
  locate: FrontMatter['locate']
}

export type AnyEntry = { [K in Kind]: Entry<K> }[Kind]

/** All published articles, cross-checked and linked both ways. */
export interface Library {
  all<K extends Kind>(kind: K): Entry<K>[]
  /** The published entry. Throws when there is none: references were checked, so that is a bug. */
  get<K extends Kind>(kind: K, id: string): Entry<K>
  find<K extends Kind>(kind: K, id: string): Entry<K> | undefined
  figure(id: string): { figure: Figure; owner: AnyEntry }
  /** Figures of published entries that rest on this source. */
  figuresFrom(sourceId: string): Figure[]
  /** Published entries that refer to this one, in their data or their text. */
  mentions(kind: Kind, id: string): AnyEntry[]
  /** Moves that lead to this role, with the role they start from. */
  reachedFrom(roleId: string): { from: Entry<'roles'>; move: Move }[]
  /** Pay rows for a role, country by country, official rows first. */
  payFor(roleId: string): { country: Entry<'salaries'>; records: SalaryRecord[] }[]
  stagesOf(pathwayId: string): Entry<'stages'>[]
  /** Every address of the published site, list pages included. */
  addresses(): string[]
  /** The day each article was last reviewed, by address. */
  reviewDates(): Map<string, string>
  /** Old addresses and where they lead now. */
  redirects(): { from: string; to: string }[]
}

interface Parsed {
  entries: AnyEntry[]
  problems: Problem[]
}

/** Reads and checks a whole content tree. Never throws for content; `library` holds what is published even when problems exist. */
export function loadLibrary(root: string = contentRoot()): { library: Library; problems: Problem[] } {
  const { files, problems } = readContent(root)
  const parsed = parse(files)
  problems.push(...parsed.problems)
  const index = new Index(parsed.entries)
  problems.push(...crossCheck(index, root))
  return { library: index, problems }
}

let loaded: Library | undefined

/** The library of the content folder, read once. Throws with all problems when the content has any. */
export function getLibrary(): Library {
  if (loaded) return loaded
  const { library, problems } = loadLibrary()
  const faults = problems.filter((problem) => !problem.warning)
  if (faults.length > 0) throw new Error(`The content has ${faults.length} problems. Run: npm run check`)
  if (process.env.NODE_ENV === 'production') loaded = library
  return library
}

function parse(files: SourceFile[]): Parsed {
  const entries: AnyEntry[] = []
  const problems: Problem[] = []
  for (const { file, parts, bytes } of files) {
    const before = problems.length
    const say = (line: number, column: number, message: string, field?: string) => problems.push({ file, line, column, message, field })
    const place = kindAndId(parts)
    if ('fault' in place) {
      say(1, 1, place.fault)
      continue
    }
    const decoded = decodeText(bytes)
    if ('fault' in decoded) {
      say(1, 1, decoded.fault)
      continue
    }
    for (const fault of textFaults(decoded.text)) say(fault.line, fault.column, fault.message)
    const split = splitFrontMatter(decoded.text)
    if ('fault' in split) {
      say(split.fault.line, split.fault.column, split.fault.message)
      continue
    }
    const read = parseFrontMatter(split.yaml)
    if ('faults' in read) for (const fault of read.faults) say(fault.line, fault.column, fault.message, fault.field)
    const { schema } = COLLECTIONS[place.kind]
    if ('frontMatter' in read)
      for (const fault of fieldFaults(schema, read.frontMatter.data)) {
        const at = read.frontMatter.locate(fault.path, fault.at)
        say(at.line, at.column, fault.message, fieldName(fault.path))
      }
    const limit = limitFault(split.body)
    if (limit) say(limit.line, 1, limit.message)
    const text = limit ? undefined : readBody(split.body)
    if (text && 'faults' in text) for (const fault of text.faults) say(fault.line, fault.column, fault.message)
    if (problems.length > before || !('frontMatter' in read) || !text || !('body' in text)) continue
    const data = schema.parse(read.frontMatter.data)
    entries.push({
      ...place,
      file,
      address: COLLECTIONS[place.kind].address(place.id),
      data,
      body: text.body,
      text: split.body,
      locate: read.frontMatter.locate,
    } as AnyEntry)
  }
  return { entries, problems }
}

const FAMILY_ORDER: Family[] = ['frontline', 'specialist', 'quality', 'training', 'workforce', 'lead', 'client']

function order(a: AnyEntry, b: AnyEntry): number {
  if (a.kind !== b.kind) return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  const byTitle = a.data.title.localeCompare(b.data.title, 'en')
  if (a.kind === 'roles' && b.kind === 'roles')
    return a.data.level - b.data.level || FAMILY_ORDER.indexOf(a.data.family) - FAMILY_ORDER.indexOf(b.data.family) || byTitle
  if ((a.kind === 'guides' && b.kind === 'guides') || (a.kind === 'salaries' && b.kind === 'salaries'))
    return a.data.order - b.data.order || byTitle
  return byTitle
}

const RECORD_ORDER = ['official', 'government-guide', 'employer-survey', 'self-reported']

class Index implements Library {
  readonly everything: AnyEntry[]
  readonly byKey = new Map<string, AnyEntry>()
  readonly figures = new Map<string, { figure: Figure; owner: AnyEntry }>()
  private readonly kinds = new Map<Kind, AnyEntry[]>()
  private readonly links = new Map<string, Set<AnyEntry>>()
  private readonly reached = new Map<string, { from: Entry<'roles'>; move: Move }[]>()

  constructor(entries: AnyEntry[]) {
    this.everything = [...entries].sort(order)
    for (const entry of this.everything) {
      this.byKey.set(`${entry.kind}/${entry.id}`, entry)
      for (const figure of entry.data.figures ?? []) if (!this.figures.has(figure.id)) this.figures.set(figure.id, { figure, owner: entry })
      if (entry.data.status === 'draft') continue
      const list = this.kinds.get(entry.kind) ?? []
      list.push(entry)
      this.kinds.set(entry.kind, list)
    }
    const byAddress = new Map(this.everything.map((entry) => [entry.address, entry]))
    for (const entry of this.everything) {
      if (entry.data.status === 'draft') continue
      visitFields(COLLECTIONS[entry.kind].schema, entry.data, (meta, value) => {
        if (meta.refersTo) this.link(`${meta.refersTo}/${value}`, entry)
        if (meta.refersToFigure) this.linkFigure(String(value), entry)
      })
      for (const { id } of entry.body.figures) this.linkFigure(id, entry)
      for (const { path, anchor } of entry.body.links) {
        const target = byAddress.get(path) ?? byAddress.get(`${path}#${anchor}`)
        if (target) this.link(`${target.kind}/${target.id}`, entry)
      }
      if (entry.kind === 'roles')
        for (const move of entry.data.leadsTo) this.reached.set(move.role, [...(this.reached.get(move.role) ?? []), { from: entry, move }])
    }
  }

  private link(key: string, from: AnyEntry) {
    if (key === `${from.kind}/${from.id}`) return
    const set = this.links.get(key) ?? new Set()
    set.add(from)
    this.links.set(key, set)
  }

  /** Printing a figure is citing its source. */
  private linkFigure(id: string, from: AnyEntry) {
    const found = this.figures.get(id)
    if (found) this.link(`sources/${found.figure.source}`, from)
  }

  all<K extends Kind>(kind: K): Entry<K>[] {
    return (this.kinds.get(kind) ?? []) as Entry<K>[]
  }
  find<K extends Kind>(kind: K, id: string): Entry<K> | undefined {
    const entry = this.byKey.get(`${kind}/${id}`)
    return entry && entry.data.status !== 'draft' ? (entry as Entry<K>) : undefined
  }
  get<K extends Kind>(kind: K, id: string): Entry<K> {
    const entry = this.find(kind, id)
    if (!entry) throw new Error(`There is no published ${COLLECTIONS[kind].noun} "${id}".`)
    return entry
  }
  figure(id: string) {
    const found = this.figures.get(id)
    if (!found) throw new Error(`There is no figure "${id}".`)
    return found
  }
  figuresFrom(sourceId: string) {
    return [...this.figures.values()]
      .filter(({ figure, owner }) => figure.source === sourceId && owner.data.status !== 'draft')
      .map(({ figure }) => figure)
  }
  mentions(kind: Kind, id: string): AnyEntry[] {
    return [...(this.links.get(`${kind}/${id}`) ?? [])]
  }
  reachedFrom(roleId: string) {
    return this.reached.get(roleId) ?? []
  }
  payFor(roleId: string) {
    return this.all('salaries')
      .map((country) => ({
        country,
        records: country.data.records
          .filter((record) => record.role === roleId)
          .sort((a, b) => RECORD_ORDER.indexOf(a.kind) - RECORD_ORDER.indexOf(b.kind)),
      }))
      .filter(({ records }) => records.length > 0)
  }
  stagesOf(pathwayId: string) {
    return this.get('pathways', pathwayId).data.stages.map((stage) => this.get('stages', `${pathwayId}/${stage}`))
  }
  addresses(): string[] {
    const own = KINDS.filter((kind) => kind !== 'glossary').flatMap((kind) => this.all(kind).map((entry) => entry.address))
    return [...FIXED_PAGES, ...own]
  }
  reviewDates() {
    return new Map(KINDS.flatMap((kind) => this.all(kind).map((entry) => [entry.address, entry.data.reviewed] as const)))
  }
  redirects() {
    return this.everything
      .filter((entry) => entry.data.status !== 'draft' && entry.kind !== 'glossary')
      .flatMap((entry) =>
        (entry.data.formerSlugs ?? []).map((former) => ({ from: entry.address.replace(/[^/]+\/$/, `${former}/`), to: entry.address })),
      )
  }
}

function crossCheck(index: Index, root: string): Problem[] {
  const problems: Problem[] = []
  const say = (entry: AnyEntry, path: PropertyKey[], message: string, at?: 'key' | 'value') =>
    problems.push({ file: entry.file, ...entry.locate(path, at), field: fieldName(path), message })
  const ids = (kind: Kind) => index.everything.filter((entry) => entry.kind === kind).map((entry) => entry.id)
  const idsOf = new Map(KINDS.map((kind) => [kind, ids(kind)]))

  for (const kind of KINDS)
    if (index.all(kind).length === 0)
      problems.push({
        file: `${root}/${kind === 'stages' ? 'pathways' : kind}`,
        line: 1,
        column: 1,
        message: `the collection "${kind}" has no published article. Set at least one to status: reviewed.`,
      })

  const isDraft = (kind: Kind, id: string) => index.byKey.get(`${kind}/${id}`)?.data.status === 'draft'
  const seenFigures = new Map<string, AnyEntry>()
  const pages = new Set(index.addresses())
  const terms = new Set(idsOf.get('glossary'))
  const allFigures = [...index.figures.keys()]

  for (const entry of index.everything) {
    const published = entry.data.status !== 'draft'
    if (entry.data.reviewBy < today())
      problems.push({
        file: entry.file,
        ...entry.locate(['reviewBy']),
        field: 'reviewBy',
        message: `${shown(entry.data.reviewBy)} is past. Review the article, then set reviewed and reviewBy; readers see a notice until then.`,
        warning: true,
      })

    visitFields(COLLECTIONS[entry.kind].schema, entry.data, (meta, value, path) => {
      const id = String(value)
      if (meta.refersTo) {
        const noun = COLLECTIONS[meta.refersTo].noun
        if (meta.refersTo === entry.kind && id === entry.id)
          say(entry, path, `${shown(id)} is this ${noun} itself. Name another or remove it.`)
        else if (!index.byKey.has(`${meta.refersTo}/${id}`))
          say(
            entry,
            path,
            `${shown(id)} is not a ${noun}.${suggestion(id, idsOf.get(meta.refersTo) ?? [])} Each ${noun} is a file in ${root}/${meta.refersTo}/.`,
          )
        else if (published && isDraft(meta.refersTo, id))
          say(
            entry,
            path,
            `${shown(id)} is a draft, so readers of "${entry.id}" would meet a dead link. Publish it or remove the reference.`,
          )
      }
      if (meta.refersToFigure && !index.figures.has(id))
        say(entry, path, `${shown(id)} is not a figure.${suggestion(id, allFigures)} Figures are declared under figures: in an article.`)
    })

    for (const [place, figure] of (entry.data.figures ?? []).entries()) {
      const other = seenFigures.get(figure.id)
      if (other)
        say(
          entry,
          ['figures', place, 'id'],
          `${shown(figure.id)} is already declared in ${other.file}. Figure ids are unique in the whole guide.`,
        )
      seenFigures.set(figure.id, entry)
    }

    for (const { id, line, column } of entry.body.figures)
      if (!index.figures.has(id))
        problems.push({
          file: entry.file,
          line,
          column,
          message: `There is no figure ${shown(id)}.${suggestion(id, allFigures)} Declare it under figures: with its source.`,
        })

    for (const { path, anchor, line, column } of entry.body.links) {
      const dead = (message: string) => problems.push({ file: entry.file, line, column, message })
      if (path === '') {
        if (entry.kind !== 'roles' && !entry.body.headings.some((heading) => heading.id === anchor))
          dead(`No section of this page is called #${anchor}.`)
      } else if (!pages.has(path)) {
        const draft = index.everything.some((each) => each.address === path)
        dead(`${path} ${draft ? 'is a draft' : 'is no page of the guide'}.${suggestion(path, [...pages])} Correct the link or remove it.`)
      } else if (path === '/glossary/' && anchor && !terms.has(anchor))
        dead(`The glossary has no term #${anchor}.${suggestion(anchor, [...terms])} Terms are files in ${root}/glossary/.`)
    }

    const seenBlocks = new Set<string>()
    for (const { name, line, column } of entry.body.blocks) {
      const dead = (message: string) => problems.push({ file: entry.file, line, column, message })
      if (entry.kind !== 'roles') dead('<Data> stands only in roles. Remove it.')
      else if (seenBlocks.has(name)) dead(`The block "${name}" is placed twice. Keep one.`)
      else if (name === 'learn' && !entry.data.learn) dead('The block "learn" has nothing to show: the role has no learn: list.')
      seenBlocks.add(name)
    }
  }

  checkFormerSlugs(index, say)
  checkCertificationVerdicts(index, say)
  checkLattice(index, say)
  checkPathways(index, say)
  return problems
}

type Say = (entry: AnyEntry, path: PropertyKey[], message: string, at?: 'key' | 'value') => void

function checkFormerSlugs(index: Index, say: Say) {
  const taken = new Map(index.everything.map((entry) => [`${entry.kind}/${entry.id}`, entry]))
  for (const entry of index.everything)
    for (const [place, former] of (entry.data.formerSlugs ?? []).entries()) {
      const key = entry.kind === 'stages' ? `stages/${entry.id.split('/')[0]}/${former}` : `${entry.kind}/${former}`
      const other = taken.get(key)
      if (other)
        say(
          entry,
          ['formerSlugs', place],
          `${shown(former)} is the address of ${other.file}, so readers could not be led on from it. Remove it.`,
        )
      taken.set(key, entry)
    }
}

function checkCertificationVerdicts(index: Index, say: Say) {
  for (const role of index.everything)
    if (role.kind === 'roles')
      for (const [place, { certification, verdict }] of role.data.certifications.entries()) {
        const found = index.byKey.get(`certifications/${certification}`) as Entry<'certifications'> | undefined
        if (found && verdict !== 'skip' && (found.data.state === 'closed' || found.data.state === 'unconfirmed'))
          say(
            role,
            ['certifications', place, 'verdict'],
            `${shown(verdict)} recommends a certification that is ${found.data.state}. Use skip, or recommend another.`,
          )
      }
}

/** Every role must be reachable from an entry role, and `up` moves must not run in a circle. Iterative: chains may be thousands long. */
function checkLattice(index: Index, say: Say) {
  const roles = index.everything.filter((entry): entry is Entry<'roles'> => entry.kind === 'roles' && entry.data.status !== 'draft')
  const known = new Map(roles.map((role) => [role.id, role]))
  const reached = new Set(roles.filter((role) => role.data.entry).map((role) => role.id))
  const queue = [...reached]
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const { role } of known.get(id)?.data.leadsTo ?? [])
      if (known.has(role) && !reached.has(role)) {
        reached.add(role)
        queue.push(role)
      }
  for (const role of roles) {
    if (!reached.has(role.id))
      say(
        role,
        ['title'],
        'cannot be reached from any entry role. Add a move to it in the leadsTo of the role before it, or set entry: true.',
        'key',
      )
    const seen = new Set<string>()
    for (const [place, move] of role.data.leadsTo.entries()) {
      if (seen.has(move.role)) say(role, ['leadsTo', place, 'role'], `${shown(move.role)} is listed twice. Keep one move.`)
      seen.add(move.role)
    }
  }
  const waiting = new Map(roles.map((role) => [role.id, 0]))
  const ups = (role: Entry<'roles'>) =>
    role.data.leadsTo.filter((move) => move.kind === 'up' && known.has(move.role)).map((move) => move.role)
  for (const role of roles) for (const target of ups(role)) waiting.set(target, (waiting.get(target) ?? 0) + 1)
  const free = [...waiting].filter(([, count]) => count === 0).map(([id]) => id)
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    waiting.delete(id)
    for (const target of ups(known.get(id) as Entry<'roles'>)) {
      const left = (waiting.get(target) ?? 0) - 1
      waiting.set(target, left)
      if (left === 0) free.push(target)
    }
  }
  const start = [...waiting.keys()].find((id) => ups(known.get(id) as Entry<'roles'>).some((target) => waiting.has(target)))
  if (start === undefined) return
  const trail: string[] = []
  let id: string | undefined = start
  while (id !== undefined && !trail.includes(id)) {
    trail.push(id)
    id = ups(known.get(id) as Entry<'roles'>).find((target) => waiting.has(target))
  }
  const circle = id === undefined ? trail : [...trail.slice(trail.indexOf(id)), id]
  const role = known.get(circle[0] as string) as Entry<'roles'>
  const place = role.data.leadsTo.findIndex((move) => move.role === circle[1])
  say(role, ['leadsTo', Math.max(place, 0), 'kind'], `"up" runs in a circle: ${circle.join(' → ')}. Make one of these moves across.`)
}

function checkPathways(index: Index, say: Say) {
  const owners = new Map<string, string>()
  for (const pathway of index.everything) {
    if (pathway.kind !== 'pathways') continue
    const listed = new Set(pathway.data.stages)
    const stages = index.everything.filter(
      (entry): entry is Entry<'stages'> => entry.kind === 'stages' && entry.id.startsWith(`${pathway.id}/`),
    )
    const names = stages.map((stage) => stage.id.slice(pathway.id.length + 1))
    const mustBeStage = (name: string, path: PropertyKey[]) => {
      if (!names.includes(name))
        say(
          pathway,
          path,
          `${shown(name)} is not a stage of this pathway.${suggestion(name, names)} Stages are the files beside index.mdx.`,
        )
    }
    for (const [place, name] of pathway.data.stages.entries()) {
      mustBeStage(name, ['stages', place])
      if (pathway.data.status !== 'draft' && index.byKey.get(`stages/${pathway.id}/${name}`)?.data.status === 'draft')
        say(pathway, ['stages', place], `${shown(name)} is a draft. Publish it or take it off the list.`)
    }
    for (const [a, { options }] of pathway.data.entryQuestions.entries())
      for (const [b, { stage }] of options.entries()) mustBeStage(stage, ['entryQuestions', a, 'options', b, 'stage'])
    for (const [place, { stage }] of pathway.data.checks.entries()) mustBeStage(stage, ['checks', place, 'stage'])

    const here = new Set<string>()
    for (const stage of stages) {
      if (stage.data.status !== 'draft' && !listed.has(stage.id.slice(pathway.id.length + 1)))
        say(stage, ['title'], `is not in the stages: list of ${pathway.file}. Add it there, or remove the file.`, 'key')
      const own: [string, PropertyKey[]][] = [
        ...stage.data.steps.map((step, place): [string, PropertyKey[]] => [step.id, ['steps', place, 'id']]),
        ...(stage.data.retiredSteps ?? []).map((step, place): [string, PropertyKey[]] => [step.id, ['retiredSteps', place, 'id']]),
      ]
      for (const [id, path] of own) {
        const other = owners.get(id)
        if (other) say(stage, path, `${shown(id)} is already used in ${other}. Step ids are unique for ever.`)
        owners.set(id, stage.file)
        here.add(id)
      }
    }
    const living = new Set(stages.flatMap((stage) => stage.data.steps.map((step) => step.id)))
    for (const stage of stages) {
      for (const [place, step] of stage.data.steps.entries())
        for (const [number, before] of (step.prerequisites ?? []).entries())
          if (!living.has(before) || before === step.id)
            say(
              stage,
              ['steps', place, 'prerequisites', number],
              `${shown(before)} is not another step of this pathway.${suggestion(before, [...living])}`,
            )
      for (const [place, { successor }] of (stage.data.retiredSteps ?? []).entries())
        if (successor && !here.has(successor))
          say(
            stage,
            ['retiredSteps', place, 'successor'],
            `${shown(successor)} is not a step of this pathway.${suggestion(successor, [...living])}`,
          )
    }
    for (const [place, id] of pathway.data.releasedSteps.entries())
      if (!here.has(id))
        say(
          pathway,
          ['releasedSteps', place],
          `${shown(id)} was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor.`,
        )
  }
  for (const stage of index.everything)
    if (stage.kind === 'stages' && !index.byKey.has(`pathways/${stage.id.split('/')[0]}`))
      say(stage, ['title'], 'stands in a folder without an index.mdx. Write the pathway first.', 'key')
}
