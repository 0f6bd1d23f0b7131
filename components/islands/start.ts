import { comparisonAddress } from '#lib/reader/comparison-query.ts'
import { listed } from '#lib/reader/listed.ts'
import {
  type Answers,
  type Choice,
  choiceWords,
  chooseRoles,
  ignoredWords,
  type Proposal,
  readAnswers,
  type StartLink,
  type StartRules,
  writeAnswers,
} from '#lib/reader/start-rules.ts'
import { say } from './page-parts.ts'

/**
 * Puts three roles together from the answers, while they are given. The page stays a still page: it brings the questions as a form,
 * the names and badges of the roles as a list, and what is missing is fetched by `load` when the first answer is there.
 */
export function startHere(page: Document, load: () => Promise<StartRules>): void {
  const form = page.querySelector<HTMLFormElement>('form[data-start]')
  const bar = page.querySelector<HTMLElement>('[data-start-bar]')
  const section = page.querySelector<HTMLElement>('[data-start-result]')
  const view = page.defaultView
  const status = bar?.querySelector('[role=status]')
  const show = bar?.querySelector<HTMLElement>('[data-start-show]')
  const clear = bar?.querySelector<HTMLElement>('[data-start-clear]')
  const place = section?.querySelector('div')
  const heading = section?.querySelector('h2')
  if (!form || !bar || !section || !view || !status || !show || !clear || !place || !heading) return

  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  // What can be answered stands in the form, so an address is understood before the rules are there.
  const known = {
    questions: [...new Set(radios.map(({ name }) => name))].map((id) => ({
      id,
      title: '',
      options: radios.filter(({ name, value }) => name === id && value !== '').map(({ value }) => ({ id: value, label: '', rules: [] })),
    })),
  }
  let rules: StartRules | undefined
  let asked: 'not yet' | 'waiting' | 'failed' = 'not yet'
  let ignored: string[] = []
  /** The question answered last: changing the same answer again makes no further entry in the browser's history. */
  let last: string | undefined

  const answers = (): Answers =>
    new Map(radios.filter(({ checked, value }) => checked && value !== '').map(({ name, value }) => [name, value]))

  const fetchRules = async () => {
    asked = 'waiting'
    update()
    try {
      rules = await load()
    } catch {
      asked = 'failed'
    }
    update()
  }

  /** Shows what the answers lead to. Elements outside of the result stay, so the focus does. */
  const update = () => {
    const given = answers()
    const wanted = given.size > 0
    if (wanted && !rules && asked === 'not yet') {
      fetchRules()
      return
    }
    const failed = !rules && asked === 'failed'
    const choice = rules && wanted ? chooseRoles(rules, given) : undefined
    const words = choice ? choiceWords(choice) : wanted ? (failed ? FAILED : 'Fetching the rules.') : NOTHING
    say(status, [words, ignoredWords(ignored)].filter(Boolean).join(' '))
    show.hidden = !wanted
    clear.hidden = !wanted
    say(show, failed ? 'Try again' : outcomeOf(choice).show)
    section.hidden = !choice
    say(heading, outcomeOf(choice).heading)
    place.replaceChildren(...(rules && choice ? resultOf(page, rules, given, choice) : []))
  }

  const readAddress = () => {
    const { hash, search } = view.location
    // A fragment without an answer is a place on the page. Answers in a query are read, for links that others write by hand.
    if (hash.length > 1 && !hash.includes('=') && section.hidden === false) return
    const read = readAnswers(hash.includes('=') ? hash : search, known)
    ignored = read.ignored
    for (const radio of radios) radio.checked = radio.value === (read.answers.get(radio.name) ?? '')
    last = undefined
    update()
  }
  const writeAddress = (question?: string) => {
    const address = view.location.pathname + writeAnswers(answers(), known)
    if (question !== undefined && question === last) view.history.replaceState(null, '', address)
    else view.history.pushState(null, '', address)
    last = question
    ignored = []
  }

  form.addEventListener('change', ({ target }) => {
    writeAddress((target as HTMLInputElement).name)
    // The reader goes on, so the line may be back.
    if (asked === 'failed') asked = 'not yet'
    update()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (rules && !section.hidden) {
      section.scrollIntoView()
      heading.focus({ preventScroll: true })
    } else if (asked === 'failed') fetchRules()
  })
  clear.addEventListener('click', () => {
    for (const radio of radios) radio.checked = radio.value === ''
    writeAddress()
    update()
    form.scrollIntoView()
    radios.find(({ checked }) => checked)?.focus({ preventScroll: true })
  })
  view.addEventListener('popstate', readAddress)
  bar.hidden = false
  readAddress()
}

const NOTHING = 'Answer one question and three roles appear.'
const FAILED = 'The rules did not arrive. Look at your connection, then try again.'

/** By how many roles are proposed: what the button says, and what stands above them. */
const OUTCOMES = {
  three: { show: 'Show the three roles', heading: 'Three roles to look at' },
  fewer: { show: 'Show what is left', heading: 'What your answers leave' },
  none: { show: 'Show what to loosen', heading: 'Nothing is left' },
} as const

const outcomeOf = (choice: Choice | undefined) => {
  const proposed = choice?.proposals.length ?? 3
  return OUTCOMES[proposed > 2 ? 'three' : proposed > 0 ? 'fewer' : 'none']
}

function resultOf(page: Document, rules: StartRules, answers: Answers, { proposals, loosenings }: Choice): Node[] {
  const make = maker(page)
  const list = make('ol', { className: 'start-cards' }, ...proposals.map((proposal) => cardOf(page, proposal)))
  const unsaid = rules.questions.some(({ id, assumed }) => assumed !== undefined && !answers.has(id))
  const ids = proposals.map(({ role }) => role.id)
  const filters = rules.questions.flatMap(({ id, options }) => options.find((option) => option.id === answers.get(id))?.list ?? [])
  const links: StartLink[] = [
    ...(ids.length > 1 ? [{ text: 'Compare them side by side', address: comparisonAddress(ids) }] : []),
    { text: 'All roles that come near your answers', address: `/roles/${filters.length > 0 ? `?${filters.join('&')}` : ''}` },
  ]
  return [
    ...(unsaid ? [make('p', {}, 'You have not said what you have done so far, so these are first posts.')] : []),
    ...(loosenings.length > 0 ? [make('p', {}, LOOSEN), make('ul', { className: 'bullets' }, ...loosenings.map(loosened))] : []),
    ...(proposals.length > 0 ? [list] : []),
    make('p', { className: 'start-more' }, ...links.flatMap(({ text, address }) => [make('a', { href: address }, text), ' '])),
  ]

  function loosened({ answers: left, opens }: Choice['loosenings'][number]) {
    const names = opens.slice(0, 4).map(({ title }) => title)
    if (opens.length > names.length) names.push(`${opens.length - names.length} more`)
    return make('li', {}, `Without ${listed(left.map(({ label }) => `“${label}”`))}: ${listed(names)}.`)
  }
}

const LOOSEN = 'Your answers rule nearly everything out. Look at one of these again:'

function cardOf(page: Document, { role, reasons, against, notes }: Proposal): HTMLElement {
  const make = maker(page)
  const items = (texts: string[]) => make('ul', {}, ...texts.map((text) => make('li', {}, text)))
  const part = (title: string, ...content: Node[]) => [make('h4', {}, title), ...content]
  // The list of roles further down has the badge; here it comes again.
  const badge = page.querySelector(`[data-start-roles] a[href="${role.address}"] svg`)
  const name = make('a', { className: 'role-link', href: role.address }, ...(badge ? [badge.cloneNode(true), ' '] : []), role.title)
  const card = make(
    'li',
    {},
    make('h3', {}, name),
    make('p', {}, role.summary),
    ...part('Why', reasons.length > 0 ? items(reasons) : make('p', {}, 'None of your answers speaks for it, and none rules it out.')),
    ...part(
      'What speaks against',
      ...(against.length > 0 ? [items(against)] : []),
      make('p', {}, 'It is not for you if this is true:'),
      items(role.notIf),
    ),
    ...part('Good to know', items([...notes, role.note])),
    ...part(
      'Next',
      make('p', {}, 'First step: ', make('a', { href: role.firstStep.address }, role.firstStep.text)),
      make('p', {}, make('a', { href: role.pay }, 'What it pays, and according to whom')),
    ),
  )
  card.dataset.line = role.family
  return card
}

/** Makes elements of a page. Texts are set as text, so nothing in them is markup. */
const maker =
  (page: Document) =>
  <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, properties: Partial<HTMLElementTagNameMap[Tag]>, ...children: (Node | string)[]) => {
    const made = Object.assign(page.createElement(tag), properties)
    made.append(...children)
    return made
  }
