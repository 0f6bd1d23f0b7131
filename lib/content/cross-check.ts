import { KINDS, type Kind, today } from '../fields.ts'
import { type Figure, monthsOf } from '../figure.ts'
import { LIST_OUTLINES } from '../list-outline.ts'
import { readAddress } from '../mdx/address.ts'
import { isPageAnchor, PAGE_ANCHORS } from '../mdx/anchors.ts'
import { readQuery, trait } from '../reader/list-filter.ts'
import { fingerprint } from '../reader/plan-link.ts'
import { type Condition, firstToHold } from '../start-question.ts'
import { COLLECTIONS, hasPages, kindAndId } from './collection.ts'
import type { AnyEntry, Entry, Library } from './library.ts'
import { fieldName, type Problem, shown, suggestion } from './problems.ts'
import { visitFields } from './references.ts'

/** All articles without faults of their own, drafts too. */
interface Everything extends Library {
  everything: AnyEntry[]
  byKey: ReadonlyMap<string, AnyEntry>
  figures: ReadonlyMap<string, { figure: Figure; owner: AnyEntry }>
}

/** Articles that are there but have faults. Others may refer to them: one fault is reported once, where it is. */
export class Broken {
  readonly keys = new Set<string>()
  readonly addresses = new Set<string>()
  /** Ids that may be those of their figures and steps. */
  readonly ids = new Set<string>()

  add(parts: string[], bytes?: Uint8Array) {
    const place = kindAndId(parts)
    if ('fault' in place) return
    this.keys.add(`${place.kind}/${place.id}`)
    this.addresses.add(COLLECTIONS[place.kind].address(place.id))
    const text = Buffer.from(bytes ?? []).toString('latin1')
    for (const [, id = ''] of text.matchAll(/\bid:\s*["']?([a-z0-9-]{1,60})/g)) this.ids.add(id)
  }
}

/** What is wrong between articles: references, addresses, figures, the lattice, the pathways. `root` is the folder printed in problems. */
export function crossCheck(index: Everything, root: string, broken: Broken): Problem[] {
  const problems: Problem[] = []
  const say = (entry: AnyEntry, path: PropertyKey[], message: string, at?: 'key' | 'value') =>
    problems.push({ file: entry.file, ...entry.locate(path, at), field: fieldName(path), message })
  const ids = (kind: Kind) => index.everything.filter((entry) => entry.kind === kind).map((entry) => entry.id)
  const idsOf = new Map(KINDS.map((kind) => [kind, ids(kind)]))

  const someBroken = (kind: Kind) => [...broken.keys].some((key) => key.startsWith(`${kind}/`))
  for (const kind of KINDS)
    if (index.all(kind).length === 0 && !someBroken(kind))
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
  const byAddress = new Map(index.everything.map((entry) => [entry.address, entry]))
  /** Why this entry may not print this figure, or undefined. */
  const figureFault = (entry: AnyEntry, id: string): string | undefined => {
    const found = index.figures.get(id)
    if (!found)
      return broken.ids.has(id)
        ? undefined
        : `${shown(id)} is not a figure.${suggestion(id, allFigures)} Figures are declared under figures: in an article.`
    return entry.data.status !== 'draft' && found.owner.data.status === 'draft'
      ? `${shown(id)} is declared in ${found.owner.file}, which is a draft. Publish it, or declare the figure here.`
      : undefined
  }

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
        else if (broken.keys.has(`${meta.refersTo}/${id}`)) return
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
      const fault = meta.refersToFigure ? figureFault(entry, id) : undefined
      if (fault) say(entry, path, fault)
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

    const inText = ({ line, column }: { line: number; column: number }, message: string) =>
      problems.push({ file: entry.file, line, column, message })
    for (const figure of entry.body.figures) {
      const fault = figureFault(entry, figure.id)
      if (fault) inText(figure, fault)
    }

    /** Why a link of this entry may not lead there, or undefined. */
    const linkFault = ({ path, anchor }: { path: string; anchor: string }): string | undefined => {
      const target = path === '' ? entry : byAddress.get(path)
      if (path === '/glossary/') {
        if (anchor && !terms.has(anchor) && !broken.keys.has(`glossary/${anchor}`))
          return `The glossary has no term #${anchor}.${suggestion(anchor, [...terms])} Terms are files in ${root}/glossary/.`
      } else if (target ? published && target.data.status === 'draft' : !pages.has(path) && !broken.addresses.has(path))
        return `${path} ${target ? 'is a draft' : 'is no page of the guide'}.${suggestion(path, [...pages])} Correct the link or remove it.`
      else if (target && (path === '' || anchor) && !hasAnchor(target, anchor))
        return `No section of ${path === '' ? 'this page' : path} is called #${anchor}. Copy the address of the section again.`
      return undefined
    }
    for (const link of entry.body.links) {
      const fault = linkFault(link)
      if (fault) inText(link, fault)
    }
    for (const [place, { id, to }] of (entry.data.formerAnchors ?? []).entries()) {
      if (!hasPages(entry.kind))
        say(entry, ['formerAnchors', place], 'has no page of its own to stand on. Put the old id under formerSlugs: instead.')
      if (entry.body.headings.some((heading) => heading.id === id))
        say(entry, ['formerAnchors', place, 'id'], `${shown(id)} is the anchor of a heading of this text. Take it off the list.`)
      const target = readAddress(to)
      const fault =
        target.kind === 'fault'
          ? target.message
          : linkFault(target.kind === 'page' ? target : { path: '', anchor: target.kind === 'anchor' ? target.anchor : '' })
      if (fault) say(entry, ['formerAnchors', place, 'to'], fault)
    }

    checkAnchors(entry, (at, message) => inText(at, message), say)

    const seenBlocks = new Set<string>()
    for (const block of entry.body.blocks) {
      const { name } = block
      const dead = (message: string) => inText(block, message)
      if (entry.kind !== 'roles') dead('<Data> stands only in roles. Remove it.')
      else if (seenBlocks.has(name)) dead(`The block "${name}" is placed twice. Keep one.`)
      else if (name === 'learn' && !entry.data.learn) dead('The block "learn" has nothing to show: the role has no learn: list.')
      seenBlocks.add(name)
    }
  }

  checkFormerSlugs(index, say)
  checkCertificationVerdicts(index, say)
  checkCountries(index, say)
  checkTypicalRoles(index, say)
  checkLattice(index, say, someBroken('roles'))
  checkPathways(index, say, broken)
  if (!someBroken('roles')) checkStartQuestions(index, say)
  checkFingerprints(index, say)
  // What lists know follows from all articles, so it is sure only when they are.
  if (broken.keys.size === 0 && problems.every(({ warning }) => warning)) problems.push(...listFaults(index))
  return problems
}

/** Links that ask a list what it does not know: it would show more than the article says. */
function listFaults(index: Everything): Problem[] {
  const asking = index.everything.flatMap(({ file, body }) =>
    body.links.filter(({ query }) => query !== '').map((link) => ({ file, ...link })),
  )
  const outlines = new Map(
    [...new Set(asking.map(({ path }) => path))].flatMap((path) => {
      const outline = LIST_OUTLINES[path]
      return outline ? [[path, outline(index)] as const] : []
    }),
  )
  return asking.flatMap(({ file, line, column, path, query }) => {
    const list = outlines.get(path)
    const [strange] = list ? readQuery(query, list).unused : []
    if (!list || strange === undefined) return []
    const known = list.filters.flatMap(({ name, options }) => options.map(({ value }) => trait(name, value)))
    const message = `The list at ${path} does not know ${strange}.${suggestion(strange, known)} Choose in the form of the list and copy the address.`
    return [{ file, line, column, message }]
  })
}

/** Whether a link may lead to this part of the article's page. Parts that only the finished page knows are checked on it. */
function hasAnchor(entry: AnyEntry, anchor: string): boolean {
  let id = anchor
  try {
    id = decodeURIComponent(anchor)
  } catch {
    return false
  }
  return (
    isPageAnchor(id) ||
    entry.body.headings.some((heading) => heading.id === id) ||
    (entry.kind === 'stages' && entry.data.steps.some((step) => step.id === id)) ||
    (entry.kind === 'pathways' && entry.data.releasedSteps.includes(id))
  )
}

/** An anchor must lead to one place: what a page shows besides the article's text has anchors too. */
function checkAnchors(entry: AnyEntry, inText: (at: { line: number; column: number }, message: string) => void, say: Say) {
  if (entry.kind === 'glossary') {
    if (entry.id === 'main' || entry.id.startsWith('letter-'))
      say(entry, ['title'], `has the id ${shown(entry.id)}, which the page of the glossary uses itself. Rename the file.`, 'key')
    for (const heading of entry.body.headings) inText(heading, 'A term has no sections: all terms stand on one page. Write paragraphs.')
    for (const footnote of entry.body.footnotes)
      inText(footnote, 'A term has no footnotes: all terms stand on one page. Write it in the text.')
  }
  if (entry.kind === 'start-questions') {
    if (isPageAnchor(entry.id)) say(entry, ['title'], `has the id ${shown(entry.id)}, which the page uses itself. Rename the file.`, 'key')
    for (const heading of entry.body.headings) inText(heading, 'A question has no sections: all stand on one page. Write paragraphs.')
    for (const footnote of entry.body.footnotes)
      inText(footnote, 'A question has no footnotes: all stand on one page. Write it in the text.')
  }
  if (entry.kind === 'pathways') {
    // The page lists every step of the pathway.
    const steps = new Set(entry.data.releasedSteps)
    for (const heading of entry.body.headings)
      if (steps.has(heading.id)) inText(heading, `The heading has the same anchor as the step ${shown(heading.id)}. Word it differently.`)
  }
  if (entry.kind === 'stages') {
    const headings = new Map(entry.body.headings.map((heading) => [heading.id, heading]))
    for (const [place, { id }] of entry.data.steps.entries()) {
      if (PAGE_ANCHORS.has(id)) say(entry, ['steps', place, 'id'], `${shown(id)} is an anchor of the page itself. Choose another id.`)
      const heading = headings.get(id)
      if (heading) inText(heading, `The heading has the same anchor as the step ${shown(id)}. Word it differently.`)
    }
  }
}

function checkCountries(index: Everything, say: Say) {
  const files = new Map<string, string>()
  for (const entry of index.everything)
    if (entry.kind === 'salaries') {
      const other = files.get(entry.data.country)
      if (other) say(entry, ['country'], `${shown(entry.data.country)} has a file already: ${other}. Put the rows into one of them.`)
      files.set(entry.data.country, entry.file)
    }
}

type Say = (entry: AnyEntry, path: PropertyKey[], message: string, at?: 'key' | 'value') => void

/** Questions have places of their own, and every rule is the first to hold for some role: else readers never meet it. */
function checkStartQuestions(index: Everything, say: Say) {
  const roles = index.everything.filter((entry): entry is Entry<'roles'> => entry.kind === 'roles' && entry.data.status !== 'draft')
  const dangles = ({ roles = [], leadsTo = [], needs = [], without = [], serviceLines = [] }: Condition) =>
    [...roles, ...leadsTo].some((id) => !index.byKey.has(`roles/${id}`)) ||
    [...needs, ...without].some((id) => !index.byKey.has(`skills/${id}`)) ||
    serviceLines.some((id) => !index.byKey.has(`service-lines/${id}`))
  const places = new Map<number, string>()
  for (const entry of index.everything) {
    if (entry.kind !== 'start-questions' || entry.data.status === 'draft') continue
    const other = places.get(entry.data.order)
    if (other) say(entry, ['order'], `is the place of ${other} too. Give each question its own.`)
    places.set(entry.data.order, entry.file)
    for (const [option, { rules }] of entry.data.options.entries())
      for (const [rule, found] of firstToHold(rules, roles).entries())
        if (found.length === 0 && !dangles(rules[rule]?.when ?? {}))
          say(
            entry,
            ['options', option, 'rules', rule, 'when'],
            'is the first to hold for no role: there is none like this, or the rules above take them all. Correct it or remove the rule.',
          )
  }
}

function checkFormerSlugs(index: Everything, say: Say) {
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

/** States in which nobody should be sent to a certification. */
const NOT_TO_START: ReadonlySet<string> = new Set(['closed', 'closing', 'replaced', 'unconfirmed'])

function checkCertificationVerdicts(index: Everything, say: Say) {
  for (const role of index.everything)
    if (role.kind === 'roles')
      for (const [place, { certification, verdict }] of role.data.certifications.entries()) {
        const found = index.byKey.get(`certifications/${certification}`) as Entry<'certifications'> | undefined
        if (found && verdict !== 'skip' && NOT_TO_START.has(found.data.state))
          say(
            role,
            ['certifications', place, 'verdict'],
            `${shown(verdict)} recommends a certification that is ${found.data.state}. Use skip, or recommend another.`,
          )
      }
}

/** A published line of work and the roles it calls typical must agree, or a list filtered by the line would miss some of them. */
function checkTypicalRoles(index: Everything, say: Say) {
  for (const line of index.everything)
    if (line.kind === 'service-lines' && line.data.status !== 'draft')
      for (const [place, id] of line.data.roles.entries()) {
        const role = index.byKey.get(`roles/${id}`) as Entry<'roles'> | undefined
        if (role && !role.data.work.serviceLines.includes(line.id))
          say(
            line,
            ['roles', place],
            `${shown(id)} does not name this line under its work.serviceLines. Add it in ${role.file}, or remove the role here.`,
          )
      }
}

/**
 * Every role must be reachable from an entry role, and `up` moves must not run in a circle. Iterative: chains may be thousands long.
 * `gaps`: some role could not be read, so that ways through it are not known.
 */
function checkLattice(index: Everything, say: Say, gaps: boolean) {
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
    if (!reached.has(role.id) && !gaps)
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
  const ups = new Map(
    roles.map((role) => [
      role.id,
      role.data.leadsTo.filter((move) => move.kind === 'up' && move.role !== role.id).map((move) => move.role),
    ]),
  )
  for (const circle of circlesOf(ups)) {
    const role = known.get(circle[0] as string) as Entry<'roles'>
    const place = role.data.leadsTo.findIndex((move) => move.kind === 'up' && move.role === circle[1])
    const names = circle.length > 13 ? [...circle.slice(0, 12), `… (${circle.length - 1} in all)`] : circle
    say(role, ['leadsTo', place, 'kind'], `"up" runs in a circle: ${names.join(' → ')}. Make one of these moves across.`)
  }
}

/** Circles of a graph, none sharing a node with another, each from a node back to itself. No recursion. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const left = new Set(graph.keys())
  const next = (id: string) => (graph.get(id) ?? []).filter((target) => left.has(target))
  const dropLooseEnds = () => {
    const before = new Map<string, string[]>()
    const out = new Map<string, number>()
    for (const id of left) {
      const targets = next(id)
      out.set(id, targets.length)
      for (const target of targets) {
        const sources = before.get(target)
        if (sources) sources.push(id)
        else before.set(target, [id])
      }
    }
    const ends = [...left].filter((id) => out.get(id) === 0)
    for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
      left.delete(id)
      for (const source of before.get(id) ?? []) {
        const rest = (out.get(source) ?? 0) - 1
        out.set(source, rest)
        if (rest === 0) ends.push(source)
      }
    }
  }
  const circles: string[][] = []
  for (dropLooseEnds(); left.size > 0; dropLooseEnds()) {
    const trail = new Map<string, number>()
    let [id] = left as unknown as [string]
    while (!trail.has(id)) {
      trail.set(id, trail.size)
      id = next(id)[0] as string
    }
    const circle = [...trail.keys()].slice(trail.get(id))
    circles.push([...circle, id])
    for (const each of circle) left.delete(each)
  }
  return circles
}

function checkPathways(index: Everything, say: Say, broken: Broken) {
  const owners = new Map<string, string>()
  for (const pathway of index.everything) {
    if (pathway.kind !== 'pathways') continue
    const listed = new Set(pathway.data.stages)
    const stages = index.everything.filter(
      (entry): entry is Entry<'stages'> => entry.kind === 'stages' && entry.id.startsWith(`${pathway.id}/`),
    )
    const nameOf = (stage: Entry<'stages'>) => stage.id.slice(pathway.id.length + 1)
    const names = stages.map(nameOf)
    const mustBeStage = (name: string, path: PropertyKey[]) => {
      if (!names.includes(name) && !broken.keys.has(`stages/${pathway.id}/${name}`))
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
    /** Step ids in the order of the pathway, each with its place. */
    const living = new Map<string, number>()
    const inOrder = [...stages].sort((a, b) => pathway.data.stages.indexOf(nameOf(a)) - pathway.data.stages.indexOf(nameOf(b)))
    for (const stage of inOrder) {
      if (stage.data.status !== 'draft' && !listed.has(nameOf(stage)))
        say(stage, ['title'], `is not in the stages: list of ${pathway.file}. Add it there, or remove the file.`, 'key')
      else if (stage.data.status !== 'draft' && pathway.data.status === 'draft')
        say(stage, ['status'], `is published, but ${pathway.file} is a draft. Publish the pathway first.`)
      for (const [place, id] of (stage.data.stay ?? []).entries()) {
        const figure = index.figures.get(id)?.figure
        if (figure && !stage.data.time.includes(id))
          say(stage, ['stay', place], `${shown(id)} is not among the figures of time:. Add it there, where readers see its source.`)
        else if (figure && monthsOf(figure) === undefined)
          say(stage, ['stay', place], `${shown(id)} is counted in ${figure.unit}, and a plan reckons in days, weeks, months or years.`)
      }
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
      for (const step of stage.data.steps) living.set(step.id, living.size)
    }
    const released = new Set(pathway.data.releasedSteps)
    const successors = new Map(
      inOrder.flatMap((stage) => (stage.data.retiredSteps ?? []).map(({ id, successor }) => [id, successor] as const)),
    )
    const isHere = (id: string) => here.has(id) || broken.ids.has(id)
    for (const stage of inOrder) {
      for (const [place, step] of stage.data.steps.entries()) {
        for (const [number, before] of (step.prerequisites ?? []).entries()) {
          const path = ['steps', place, 'prerequisites', number]
          const position = living.get(before)
          if (position === undefined ? !isHere(before) || successors.has(before) : before === step.id)
            say(
              stage,
              path,
              `${shown(before)} is not another step of this pathway.${suggestion(before, [...living.keys()])} Name a step that stands before this one.`,
            )
          else if (position !== undefined && position > (living.get(step.id) ?? 0))
            say(stage, path, `${shown(before)} stands after this step. A step can only need what comes before it: change the order.`)
        }
        if (pathway.data.status !== 'draft' && stage.data.status !== 'draft' && !released.has(step.id))
          say(
            stage,
            ['steps', place, 'id'],
            `${shown(step.id)} is published but not noted under releasedSteps: in ${pathway.file}. Add it there.`,
          )
      }
      for (const [place, { id, successor }] of (stage.data.retiredSteps ?? []).entries()) {
        if (!successor) continue
        const path = ['retiredSteps', place, 'successor']
        if (!isHere(successor))
          say(
            stage,
            path,
            `${shown(successor)} is not a step of this pathway.${suggestion(successor, [...living.keys()])} Name the step that took over, or leave successor out.`,
          )
        else if (runsInCircle(id, successors))
          say(
            stage,
            path,
            `${shown(successor)} leads back to ${shown(id)}, so a reader’s mark would never arrive. End the chain at a step that exists.`,
          )
      }
    }
    for (const [place, id] of pathway.data.releasedSteps.entries())
      if (!isHere(id))
        say(
          pathway,
          ['releasedSteps', place],
          `${shown(id)} was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor.`,
        )
  }
  for (const stage of index.everything) {
    const key = `pathways/${stage.id.split('/')[0]}`
    if (stage.kind === 'stages' && !index.byKey.has(key) && !broken.keys.has(key))
      say(stage, ['title'], 'stands in a folder without an index.mdx. Write the pathway first.', 'key')
  }
}

/** Links carry ids as fingerprints of three bytes. Two ids of one table with the same one would be mixed up. */
function checkFingerprints(index: Everything, say: Say) {
  const tables = new Map<string, Map<number, string>>()
  const note = (table: string, entry: AnyEntry, id: string, path: PropertyKey[]) => {
    const known = tables.get(table) ?? new Map<number, string>()
    const print = fingerprint(id)
    const twin = known.get(print)
    if (twin !== undefined && twin !== id)
      say(entry, path, `${shown(id)} and ${shown(twin)} have the same fingerprint, so a shared plan would mix them up. Choose another id.`)
    tables.set(table, known.set(print, id))
  }
  for (const entry of index.everything) {
    if (entry.kind === 'roles' || entry.kind === 'pathways') note('targets', entry, entry.id, ['title'])
    if (entry.kind === 'skills') note('skills', entry, entry.id, ['title'])
    if (entry.kind !== 'pathways') continue
    for (const [place, id] of entry.data.stages.entries()) note('stages', entry, id, ['stages', place])
    for (const [place, id] of entry.data.releasedSteps.entries()) note('steps', entry, id, ['releasedSteps', place])
  }
}

function runsInCircle(start: string, next: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>()
  for (let id: string | undefined = start; id !== undefined; id = next.get(id)) {
    if (seen.has(id)) return true
    seen.add(id)
  }
  return false
}
