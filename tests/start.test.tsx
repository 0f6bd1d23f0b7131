import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startHere } from '#components/islands/start.ts'
import { StartForm } from '#components/start/start-form.tsx'
import { StartRoles } from '#components/start/start-roles.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import type { StartRules } from '#lib/reader/start-rules.ts'
import { startOutline } from '#lib/start-outline.ts'

const { library } = loadLibrary('content')
const rules = startOutline(library)
const TEXT = 'What the question leaves open.'

/** The page as the export writes it; the texts of the questions stand for themselves. */
const still = () =>
  render(
    <>
      <StartForm rules={rules} library={library} textOf={() => <p>{TEXT}</p>} />
      <StartRoles rules={rules} library={library} />
    </>,
  )

/** The page opened at an address, with the script started on it. */
function open(search = '', load: () => Promise<StartRules> = async () => rules) {
  still()
  history.replaceState(null, '', `/start/${search}`)
  const asked = vi.fn(load)
  startHere(document, asked)
  return asked
}

// The script listens to the window of the page, which all tests share.
const listening = vi.spyOn(window, 'addEventListener')
afterEach(() => {
  for (const [type, listener] of listening.mock.calls) if (type === 'popstate') window.removeEventListener(type, listener)
  listening.mockClear()
  cleanup()
})

const question = (name: RegExp) => screen.getByRole('group', { name })
const answer = (name: RegExp, label: string | RegExp) => within(question(name)).getByRole<HTMLInputElement>('radio', { name: label })
const status = () => screen.getByRole('status').textContent
const cards = () => screen.queryAllByRole('heading', { level: 3 }).filter((heading) => heading.closest('.start-cards'))
const names = () => cards().map((heading) => heading.textContent?.replace(/^[A-Z] /, ''))
const three = async () => {
  await waitFor(() => expect(cards()).toHaveLength(3))
  return names()
}
const query = () => `${location.pathname}${location.hash}`

const PHONE = /phone/
const NIGHTS = /night/
const AVOID = /do not want phone work/
const NO_NIGHTS = 'No nights at all'

describe('the questions without a script', () => {
  it('are groups of native choices, each skipped until it is answered', () => {
    still()
    const groups = screen.getAllByRole('group').filter(({ tagName }) => tagName === 'FIELDSET')
    expect(groups.map(({ id }) => id)).toEqual(rules.questions.map(({ id }) => id))
    for (const [place, group] of groups.entries()) {
      const choices = within(group).getAllByRole<HTMLInputElement>('radio')
      expect(choices.map(({ value }) => value)).toEqual([...(rules.questions[place]?.options.map(({ id }) => id) ?? []), ''])
      expect(choices.filter(({ checked }) => checked).map(({ value }) => value)).toEqual([''])
    }
  })

  it('say under each what every answer means for which roles', () => {
    still()
    for (const { id, options } of rules.questions) {
      const fold = document.querySelector(`#${id} details`)
      for (const { label, rules: own } of options) {
        expect(fold?.textContent).toContain(label)
        for (const { reason, roles } of own) {
          expect(fold?.textContent).toContain(reason)
          for (const place of roles) expect(fold?.textContent).toContain(rules.roles[place]?.title)
        }
      }
    }
  })

  it('show no button that would do nothing', () => {
    still()
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.queryByRole('status')).toBeNull()
  })
})

describe('an answer', () => {
  it('brings three roles, and fetches the rules for it once', async () => {
    const asked = open()
    expect(asked).not.toHaveBeenCalled()
    expect(status()).toBe('Answer one question and three roles appear.')
    fireEvent.click(answer(PHONE, AVOID))
    const first = await three()
    expect(status()).toBe(`Three roles: ${first[0]}, ${first[1]} and ${first[2]}.`)
    fireEvent.click(answer(NIGHTS, NO_NIGHTS))
    await three()
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('stands in the address, in the order of the questions', async () => {
    open()
    fireEvent.click(answer(NIGHTS, NO_NIGHTS))
    expect(query()).toBe('/start/#nights=no')
    fireEvent.click(answer(PHONE, AVOID))
    expect(query()).toBe('/start/#voice=avoid&nights=no')
    fireEvent.click(answer(NIGHTS, /Skip/))
    expect(query()).toBe('/start/#voice=avoid')
    fireEvent.click(answer(PHONE, /Skip/))
    expect(query()).toBe('/start/')
    expect(status()).toBe('Answer one question and three roles appear.')
    await waitFor(() => expect(cards()).toEqual([]))
  })

  it('makes an entry in the history for each question, and none for a second thought', () => {
    open()
    const before = history.length
    fireEvent.click(answer(PHONE, AVOID))
    fireEvent.click(answer(PHONE, /A few calls/))
    expect(history.length - before).toBe(1)
    fireEvent.click(answer(NIGHTS, NO_NIGHTS))
    expect(history.length - before).toBe(2)
  })

  it('is taken back by Back', async () => {
    open()
    fireEvent.click(answer(PHONE, AVOID))
    const one = await three()
    fireEvent.click(answer(NIGHTS, NO_NIGHTS))
    fireEvent.click(answer(/so far/, /two years or more/))
    history.back()
    await waitFor(() => expect(query()).toBe('/start/#voice=avoid&nights=no'))
    await waitFor(() => expect(answer(/so far/, /Skip/).checked).toBe(true))
    history.back()
    await waitFor(() => expect(answer(NIGHTS, /Skip/).checked).toBe(true))
    expect(names()).toEqual(one)
  })

  it('keeps the focus where it is', async () => {
    open()
    const radio = answer(PHONE, AVOID)
    radio.focus()
    fireEvent.click(radio)
    await three()
    expect(document.activeElement).toBe(radio)
  })
})

describe('a card', () => {
  it('has the name with its badge, the reasons, what speaks against, a first step and the pay', async () => {
    open('?voice=avoid&nights=no&degree=none')
    await three()
    const card = within(cards()[0]?.closest('li') as HTMLElement)
    const role = rules.roles.find(({ title }) => title === names()[0])
    expect(card.getByRole('link', { name: new RegExp(`${role?.title}$`) }).getAttribute('href')).toBe(role?.address)
    expect(cards()[0]?.querySelector('svg.badge')).not.toBeNull()
    expect(card.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent)).toEqual([
      'Why',
      'What speaks against',
      'Good to know',
      'Next',
    ])
    for (const reason of role?.notIf ?? []) expect(card.getByText(reason)).toBeTruthy()
    expect(card.getByText(role?.note ?? '')).toBeTruthy()
    expect(card.getByRole('link', { name: role?.firstStep.text }).getAttribute('href')).toBe(role?.firstStep.address)
    expect(card.getByRole('link', { name: /What it pays/ }).getAttribute('href')).toBe(role?.pay)
  })

  it('stands beside ways to compare and to list', async () => {
    open('?voice=avoid&nights=no')
    await three()
    const ids = names().map((name) => rules.roles.find(({ title }) => title === name)?.id)
    expect(screen.getByRole('link', { name: 'Compare them side by side' }).getAttribute('href')).toBe(`/compare/?roles=${ids.join(',')}`)
    expect(screen.getByRole('link', { name: /All roles/ }).getAttribute('href')).toBe('/roles/?contact=non-voice&nights=not-usual')
  })

  it('says that newcomers are meant until the reader says more', async () => {
    open('?voice=avoid')
    await three()
    expect(screen.getByText(/so these are first posts/)).toBeTruthy()
    fireEvent.click(answer(/so far/, /two years or more/))
    expect(screen.queryByText(/so these are first posts/)).toBeNull()
  })
})

describe('an address', () => {
  it('opens with its answers', async () => {
    open('?voice=avoid&nights=no')
    expect(answer(PHONE, AVOID).checked).toBe(true)
    expect(answer(NIGHTS, NO_NIGHTS).checked).toBe(true)
    await three()
  })

  it('stands in the fragment, which no server sees, and a place on the page is no answer', async () => {
    open('#nights=no')
    await three()
    expect(answer(NIGHTS, NO_NIGHTS).checked).toBe(true)
    history.pushState(null, '', '#main')
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(answer(NIGHTS, NO_NIGHTS).checked).toBe(true)
    history.replaceState(null, '', '/start/')
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(answer(NIGHTS, NO_NIGHTS).checked).toBe(false)
  })

  it.each(['?voice=perhaps', '?x=1', '?%E0%A4%A', '?voice=<img src=x onerror=alert(1)>', `?${'a'.repeat(100_000)}`, '?__proto__=1'])(
    'that says %.40s is told about, and stops nothing',
    async (search) => {
      open(search)
      expect(status()).toMatch(/^Answer one question.* The address also says “.*” ?.*leaves it out\.$/)
      expect(status()?.length).toBeLessThan(250)
      expect(document.querySelector('[role=status] *')).toBeNull()
      fireEvent.click(answer(PHONE, AVOID))
      await three()
      expect(query()).toBe('/start/#voice=avoid')
      expect(status()).not.toContain('address')
    },
  )
})

describe('the rules', () => {
  it('that do not arrive can be asked for again', async () => {
    let online = false
    const asked = open('', async () => {
      if (!online) throw new Error('offline')
      return rules
    })
    fireEvent.click(answer(PHONE, AVOID))
    await waitFor(() => expect(status()).toBe('The rules did not arrive. Look at your connection, then try again.'))
    expect(answer(PHONE, AVOID).checked).toBe(true)
    online = true
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await three()
    expect(asked).toHaveBeenCalledTimes(2)
    expect(screen.getByRole('button', { name: 'Show the three roles' })).toBeTruthy()
  })

  it('are asked for again by the next answer, too', async () => {
    let online = false
    open('', async () => {
      if (!online) throw new Error('offline')
      return rules
    })
    fireEvent.click(answer(PHONE, AVOID))
    await waitFor(() => expect(status()).toContain('did not arrive'))
    online = true
    fireEvent.click(answer(NIGHTS, NO_NIGHTS))
    await three()
  })

  it('that leave fewer than three say which answer to loosen, and what that opens', async () => {
    const strict: StartRules = {
      ...rules,
      questions: rules.questions.map((each) =>
        each.id === 'nights'
          ? {
              ...each,
              options: each.options.map((option) => ({
                ...option,
                rules: [{ effect: 'rules-out' as const, reason: 'x', roles: rules.roles.map((_, place) => place) }],
              })),
            }
          : each,
      ),
    }
    open('?nights=no', async () => strict)
    await waitFor(() => expect(status()).toBe('Your answers leave no role. Below stands which one to loosen.'))
    expect(screen.getByRole('heading', { name: 'Nothing is left' })).toBeTruthy()
    expect(screen.getByText(/^Without “No nights at all”: .+ and \d+ more\.$/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: /Compare/ })).toBeNull()
  })
})

describe('the buttons', () => {
  it('lead to the three roles and clear all', async () => {
    Element.prototype.scrollIntoView = () => {}
    open('#voice=avoid&nights=no')
    await three()
    fireEvent.click(screen.getByRole('button', { name: 'Show the three roles' }))
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Three roles to look at' }))
    fireEvent.click(screen.getByRole('button', { name: 'Clear all' }))
    expect(query()).toBe('/start/')
    expect(document.activeElement).toBe(answer(/so far/, /Skip/))
    expect(screen.queryByRole('button', { name: 'Clear all' })).toBeNull()
    history.back()
    await waitFor(() => expect(query()).toBe('/start/#voice=avoid&nights=no'))
    await three()
  })
})
