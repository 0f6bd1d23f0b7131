import {
  choiceWord,
  choiceWords,
  countMatches,
  countsOf,
  countWords,
  type ListFilter,
  type ListOption,
  type ListQuestion,
  type ListShape,
  matches,
  readQuery,
  type Traits,
  unusedWords,
  VIEW,
  without,
  writeQuery,
} from '#lib/reader/list-filter.ts'
import { say } from './page-parts.ts'

/** A filter as it stands on the page. */
interface Field extends ListFilter {
  /** The answer chosen, '' without one. */
  answer: () => string
  /** Shows an answer as chosen, and how many items each answer would leave. */
  show: (answer: string, counts: readonly number[]) => void
}

/**
 * Lets readers ask a list page, which stays a still page. The page says in attributes what this needs: `data-traits` of an item
 * every answer that is true of it, `data-group` of a section the trait of its items. Nothing is built: what does not match is
 * hidden, and the address always says what is asked.
 */
export function startLists(page: Document): void {
  const list = page.querySelector<HTMLElement>('[data-list]')
  const form = list?.querySelector('form')
  const answer = list?.querySelector<HTMLElement>('.list-answer')
  const window = page.defaultView
  if (!list || !form || !answer || !window) return
  const { location, history } = window
  const noun = list.dataset.list ?? ''
  const fields = [...form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('[name]')].flatMap((control) =>
    control.name === VIEW ? [] : control instanceof window.HTMLSelectElement ? choice(control) : box(control),
  )
  const view = form.querySelector<HTMLSelectElement>(`select[name=${VIEW}]`)
  const shape: ListShape = { filters: fields, views: view ? optionsOf(view) : [] }
  const items = [...list.querySelectorAll<HTMLElement>('[data-traits]')].map((item) => ({
    item,
    traits: new Set((item.dataset.traits ?? '').split(' ')) as Traits,
  }))
  const all = items.map(({ traits }) => traits)
  const groups = [...list.querySelectorAll<HTMLElement>('[data-group]')]
  const part = (name: string) => list.querySelector<HTMLElement>(`[data-${name}]`)
  const details = form.querySelector('details')
  const chosen = part('chosen')
  const hint = chosen?.textContent ?? ''
  const status = answer.querySelector<HTMLElement>('[role=status]')

  let shownView = ''
  let question: ListQuestion
  const ask = (asked: ListQuestion, unused: readonly string[] = []) => {
    question = asked
    show(unused)
  }
  const fromAddress = () => {
    const { unused, ...asked } = readQuery(location.search, shape)
    ask(asked, unused)
  }
  /** A new question of the reader's: the address follows, and what was wrong with the old one is gone. */
  const askNew = (asked: ListQuestion) => {
    ask(asked)
    try {
      history.replaceState(history.state, '', location.pathname + writeQuery(asked, shape) + location.hash)
    } catch {
      // Browsers refuse when the address changes too often; the list is right all the same.
    }
  }

  const show = (unused: readonly string[]) => {
    const { choices } = question
    for (const field of fields) field.show(choices.get(field.name) ?? '', countsOf(all, choices, field))
    if (view) view.value = question.view || (shape.views[0]?.value ?? '')
    for (const { item, traits } of items) item.hidden = !matches(traits, choices)
    regroup()
    for (const group of groups) group.hidden = !group.querySelector('[data-traits]:not([hidden])')

    const count = countMatches(all, choices)
    const words = countWords(count, items.length, noun)
    say(part('count'), words)
    say(part('unused'), unusedWords(unused))
    say(chosen, choiceWords(choices, shape) || hint)
    chosen?.toggleAttribute('data-on', choices.size > 0)
    say(part('show'), `Show ${words}`)
    const clear = part('clear')
    if (clear) clear.hidden = choices.size === 0
    const ways = count === 0 ? choices : new Map<string, string>()
    for (const field of fields) {
      const button = answer.querySelector<HTMLElement>(`[data-drop=${field.name}]`)
      const left = ways.has(field.name) ? countMatches(all, without(choices, field.name)) : 0
      if (!button) continue
      button.hidden = left === 0
      say(button, left > 0 ? `Without “${choiceWord(field, choices.get(field.name))}”: ${left}` : '')
    }
    const out = part('ways-out')
    if (out) out.hidden = !out.querySelector('button:not([hidden])')
  }

  /** Moves the items into the sections of the view. In each they keep the order of the page. */
  const regroup = () => {
    if (question.view === shownView) return
    shownView = question.view
    const name = shownView || shape.views[0]?.value
    for (const group of groups) {
      const key = group.dataset.group ?? ''
      if (!key.startsWith(`${name}=`)) continue
      for (const { item, traits } of items) if (traits.has(key)) group.querySelector('ol, ul')?.append(item)
    }
  }

  form.addEventListener('change', () => {
    const choices = new Map<string, string>()
    for (const { name, answer } of fields) if (answer()) choices.set(name, answer())
    askNew({ choices, view: view && view.value !== shape.views[0]?.value ? view.value : '' })
  })
  answer.addEventListener('click', ({ target }) => {
    const { clear, drop } = (target as HTMLElement).dataset
    if (clear === undefined && drop === undefined) return
    askNew({ choices: drop ? without(question.choices, drop) : new Map(), view: question.view })
    // The button that was pressed is gone: the answer is what the reader goes on from.
    status?.focus()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (details) details.open = false
    status?.focus()
    answer.scrollIntoView?.()
  })
  window.addEventListener('popstate', fromAddress)

  fromAddress()
  // Where there is room beside the list, all questions stand open.
  if (details && window.matchMedia?.('(min-width: 70rem)').matches) details.open = true
  form.hidden = false
  answer.hidden = false
}

const optionsOf = (select: HTMLSelectElement): ListOption[] => [...select.options].map(({ value, text }) => ({ value, text }))

const labelOf = (control: HTMLSelectElement | HTMLInputElement) => control.closest('label')?.querySelector('span')?.textContent ?? ''

function choice(select: HTMLSelectElement): Field {
  const answers = [...select.options].filter(({ value }) => value)
  const options = optionsOf(select).filter(({ value }) => value)
  return {
    name: select.name,
    label: labelOf(select),
    options,
    answer: () => select.value,
    show(answer, counts) {
      answers.forEach((option, place) => {
        const left = counts[place] ?? 0
        option.text = `${options[place]?.text} (${left})`
        option.disabled = left === 0 && option.value !== answer
      })
      select.value = answer
      select.toggleAttribute('data-on', answer !== '')
    },
  }
}

function box(input: HTMLInputElement): Field {
  const left = input.closest('label')?.querySelector('[data-left]')
  return {
    name: input.name,
    label: labelOf(input),
    options: [{ value: input.value, text: '' }],
    answer: () => (input.checked ? input.value : ''),
    show(answer, [count = 0]) {
      input.checked = answer !== ''
      input.disabled = count === 0 && answer === ''
      say(left, `(${count})`)
    },
  }
}
