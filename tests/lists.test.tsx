import { fireEvent, screen } from '@testing-library/dom'
import fc from 'fast-check'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CertificationTable } from '#components/certification/certification-table.tsx'
import { startLists } from '#components/islands/lists.ts'
import { RoleList } from '#components/lattice/role-list.tsx'
import { MetricGroups } from '#components/metric/metric-groups.tsx'
import { SkillGroups } from '#components/skill/skill-groups.tsx'
import { type AnyEntry, type Library, loadLibrary } from '#lib/content/library.ts'
import { QUERY_PAGES } from '#lib/export/query-pages.ts'

const { library } = loadLibrary('content')

type Rule = (entry: AnyEntry, value: string) => boolean
/** What each answer promises, read from the library alone. A filter that is not here fails its test. */
interface Promised {
  page: string
  list: (props: { library: Library }) => ReactElement
  entries: AnyEntry[]
  rules: Record<string, Rule>
}

const LEVELS = ['first-job', 'specialist', 'first-lead', 'leads-leaders', 'programme', 'programmes', 'site']
/** A rule for entries of one kind. */
const rule =
  <K extends AnyEntry['kind']>(kind: K, holds: (entry: Extract<AnyEntry, { kind: K }>, value: string) => boolean): Rule =>
  (entry, value) => {
    if (entry.kind !== kind) throw new Error(`${entry.file} is none of the ${kind}.`)
    return holds(entry as Extract<AnyEntry, { kind: K }>, value)
  }
const oneOf =
  (answers: Record<string, string[]>) =>
  (value: string, is: string): boolean =>
    answers[value]?.includes(is) ?? false

const contact = oneOf({ voice: ['voice', 'both'], writing: ['written', 'both'], 'non-voice': ['written', 'none'] })
const home = oneOf({ often: ['usual'], yes: ['usual', 'possible'] })
const nights = oneOf({ rare: ['rare'], 'not-usual': ['rare', 'possible'], usual: ['usual'] })
const degree = oneOf({ no: ['not-asked'], 'not-always': ['not-asked', 'sometimes'] })
const state = oneOf({ open: ['active', 'renamed'], doubtful: ['replaced', 'closing', 'closed', 'unconfirmed'] })
const role = (id: string) => library.get('roles', id).data

const LISTS: Promised[] = [
  {
    page: '/roles/',
    list: RoleList,
    entries: library.all('roles') as AnyEntry[],
    rules: {
      line: rule('roles', ({ data }, value) => data.family === value),
      level: rule('roles', ({ data }, value) => data.level === LEVELS.indexOf(value) + 1),
      service: rule('roles', ({ data }, value) => data.work.serviceLines.includes(library.get('service-lines', value).id)),
      contact: rule('roles', ({ data }, value) => contact(value, data.work.contact)),
      home: rule('roles', ({ data }, value) => home(value, data.work.home)),
      nights: rule('roles', ({ data }, value) => nights(value, data.work.nights)),
      degree: rule('roles', ({ data }, value) => degree(value, data.work.degree)),
      country: rule('roles', ({ id }, value) => library.payFor(id).some(({ country }) => country.data.country === value)),
      first: rule('roles', ({ data }, value) => value === 'yes' && data.entry),
    },
  },
  {
    page: '/skills/',
    list: SkillGroups,
    entries: library.all('skills') as AnyEntry[],
    rules: {
      group: rule('skills', ({ data }, value) => data.group === value),
      level: rule('skills', ({ id }, value) =>
        library
          .mentions('skills', id)
          .some(
            (each) =>
              each.kind === 'roles' &&
              each.data.level === LEVELS.indexOf(value) + 1 &&
              each.data.competencies.some(({ skill }) => skill === id),
          ),
      ),
      role: rule('skills', ({ id }, value) => role(value).competencies.some(({ skill }) => skill === id)),
      free: rule('skills', ({ data }, value) => value === 'link' && data.learnFree.some(({ url }) => url)),
    },
  },
  {
    page: '/certifications/',
    list: CertificationTable,
    entries: library.all('certifications') as AnyEntry[],
    rules: {
      level: rule('certifications', ({ data }, value) => data.level === value),
      state: rule('certifications', ({ data }, value) => state(value, data.state)),
      fee: rule('certifications', ({ data }, value) => {
        const fees = (data.fees ?? []).map((id) => library.figure(id).figure)
        if (value === 'free') return fees.some((fee) => fee.value === 0)
        return value === 'known' ? fees.length > 0 : fees.length === 0
      }),
      skill: rule('certifications', ({ data }, value) => data.skills?.includes(library.get('skills', value).id) ?? false),
      role: rule('certifications', ({ id }, value) =>
        role(value).certifications.some(({ certification, verdict }) => certification === id && ['needed', 'helps'].includes(verdict)),
      ),
    },
  },
  {
    page: '/metrics/',
    list: MetricGroups,
    entries: library.all('metrics') as AnyEntry[],
    rules: {
      group: rule('metrics', ({ data }, value) => data.group === value),
      good: rule('metrics', ({ data }, value) => data.goodDirection === value),
      role: rule('metrics', ({ id }, value) => role(value).measuredBy.some(({ metric }) => metric === id)),
    },
  },
]

/** A list page at an address, as the export writes it. */
function load({ page, list: List }: Promised, query = '') {
  history.replaceState(null, '', page + query)
  document.body.innerHTML = renderToStaticMarkup(<List library={library} />)
  return document.body
}
/** The same with the script started on it. */
function open(promised: Promised, query = '') {
  const container = load(promised, query)
  const listen = vi.spyOn(window, 'addEventListener')
  startLists(document)
  for (const [type, listener] of listen.mock.calls) leave.push(() => window.removeEventListener(type, listener))
  listen.mockRestore()
  return container
}
/** What ends a page that a test has opened. */
const leave: (() => void)[] = []
const [ROLES] = LISTS as [Promised, ...Promised[]]

const items = () => [...document.querySelectorAll<HTMLElement>('[data-traits]')]
/** The addresses that a reader sees, in order. */
const shown = () =>
  items()
    .filter((item) => !item.closest('[hidden]'))
    .map((item) => item.querySelector('a')?.getAttribute('href') ?? '')
const controls = () =>
  [...document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('form [name]')].filter(({ name }) => name !== 'by')
const valuesOf = (control: HTMLSelectElement | HTMLInputElement) =>
  control instanceof HTMLSelectElement ? [...control.options].map(({ value }) => value).filter(Boolean) : [control.value]
// By its role it takes a hundred times as long to find.
const status = () => document.querySelector('[role=status]')?.textContent?.trim()
const select = (label: string) => screen.getByLabelText<HTMLSelectElement>(label, { selector: 'select' })
const choose = (label: string, value: string) => fireEvent.change(select(label), { target: { value } })
const button = (name: RegExp | string) => screen.getByRole('button', { name })
const texts = (label: string) => [...select(label).options].map(({ text }) => text)
const groups = () =>
  [...document.querySelectorAll<HTMLElement>('[data-group]')].filter(({ hidden }) => !hidden).map((group) => group.dataset.group)

beforeEach(() => history.replaceState(null, '', '/'))
afterEach(() => {
  for (const end of leave.splice(0)) end()
  document.body.innerHTML = ''
})

describe.each(LISTS)('the list at $page', (promised) => {
  const { page, entries, rules } = promised

  it('asks nothing that is not promised here and named to the check of links', () => {
    open(promised)
    expect(controls().map(({ name }) => name)).toEqual(Object.keys(rules))
    expect(QUERY_PAGES[page]).toEqual([...Object.keys(rules), ...(document.querySelector('[name=by]') ? ['by'] : [])])
  })

  it('shows for every question what it is true of, all of it and nothing else, and counts it', { timeout: 20_000 }, () => {
    open(promised)
    const answers = controls().map((control) => ({ name: control.name, values: valuesOf(control) }))
    const asked = fc.tuple(...answers.map(({ values }) => fc.option(fc.constantFrom(...values), { freq: 2, nil: '' })))
    fc.assert(
      fc.property(asked, (values) => {
        const question = answers.map(({ name }, place) => [name, values[place] ?? ''] as const).filter(([, value]) => value)
        history.replaceState(null, '', `${page}?${question.map((each) => each.join('=')).join('&')}`)
        window.dispatchEvent(new PopStateEvent('popstate'))
        const right = entries.filter((entry) => question.every(([name, value]) => (rules[name] as Rule)(entry, value)))
        expect(shown().sort()).toEqual(right.map(({ address }) => address).sort())
        const total = entries.length
        expect(status()).toBe(
          `${right.length === total ? '' : `${right.length} of `}${total} ${document.querySelector('[data-list]')?.getAttribute('data-list')}`,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('says at each answer how many it would leave, and cannot be asked what leaves none', () => {
    open(promised)
    for (const control of controls()) {
      if (!(control instanceof HTMLSelectElement)) continue
      for (const option of control.options) {
        if (!option.value) continue
        const left = entries.filter((entry) => (rules[control.name] as Rule)(entry, option.value)).length
        expect(option.text.endsWith(` (${left})`), option.text).toBe(true)
        expect(option.disabled, option.text).toBe(left === 0)
      }
    }
  })

  it('shows everything again when it is cleared, under an address without a question', () => {
    const container = open(promised)
    const chosen = container.querySelector('[data-chosen]')
    const hint = chosen?.textContent
    const all = shown()
    expect(all).toHaveLength(entries.length)
    for (const control of controls()) {
      const [value = ''] = valuesOf(control)
      if (control instanceof HTMLSelectElement) fireEvent.change(control, { target: { value } })
      else if (!control.disabled) fireEvent.click(control)
    }
    expect(location.search).not.toBe('')
    expect(chosen?.textContent).not.toBe(hint)
    fireEvent.click(button('Clear'))
    expect(shown()).toEqual(all)
    expect(location.pathname + location.search).toBe(page)
    expect(chosen?.textContent).toBe(hint)
    expect(document.activeElement).toBe(screen.getByRole('status'))
  })
})

describe('the list of roles', () => {
  it('leads on to the other ways to look at roles that the guide has, and to no other', () => {
    const pages = ['/map/', '/start/']
    const with_ = Object.create(library, { addresses: { value: () => pages } }) as Library
    document.body.innerHTML = renderToStaticMarkup(<RoleList library={with_} />)
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    expect(links.filter((address) => address && /^\/(?:map|start|compare)\//.test(address))).toEqual(pages)
  })

  it('keeps its form to itself until the script runs, and everything else shown', () => {
    const container = load(ROLES)
    expect(container.querySelector<HTMLElement>('form')?.hidden).toBe(true)
    expect(container.querySelector<HTMLElement>('.list-answer')?.hidden).toBe(true)
    expect(shown()).toHaveLength(library.all('roles').length)
    startLists(document)
    expect(container.querySelector<HTMLElement>('form')?.hidden).toBe(false)
    expect(container.querySelector<HTMLElement>('.list-answer')?.hidden).toBe(false)
  })

  it('opens as its address says, and says what the address asks', () => {
    open(ROLES, '?country=us&line=quality&home=yes')
    expect(shown()).toEqual(['/roles/quality-analyst/'])
    expect([select('Line').value, select('From home').value, select('Pay known in').value, select('Nights').value]).toEqual([
      'quality',
      'yes',
      'US',
      '',
    ])
    expect(document.querySelector('summary')?.textContent).toContain(
      'Line: Quality · From home: often or at times · Pay known in: United States',
    )
    expect(groups()).toEqual(['line=quality'])
  })

  it('keeps the address with every answer, and the part of the page in it', () => {
    open(ROLES, '#line-quality')
    choose('Nights', 'usual')
    choose('Line', 'training')
    expect(location.search + location.hash).toBe('?line=training&nights=usual#line-quality')
    expect(shown()).toEqual(['/roles/trainer/'])
    choose('Nights', '')
    expect(location.search).toBe('?line=training')
  })

  it('names what it cannot use until the reader asks anew', () => {
    open(ROLES, '?line=qualty&nights=rare&utm_source=mail')
    expect(shown().length).toBeGreaterThan(0)
    expect(status()).toMatch(/ of \d+ roles Left out of the address, as this list cannot use it: “line=qualty” and “utm_source=mail”\.$/)
    choose('Nights', '')
    expect(status()).toMatch(/^\d+ roles$/)
  })

  it('says which one filter to drop when nothing fits, and how many that shows', () => {
    open(ROLES, '?line=training&nights=usual&degree=no')
    expect(shown()).toEqual([])
    expect(groups()).toEqual([])
    const ways = screen.getAllByRole('button', { name: /^Without/ }).map(({ textContent }) => textContent)
    for (const [name, rest] of [
      ['Line: Training', '?nights=usual&degree=no'],
      ['Degree: not asked', '?line=training&nights=usual'],
    ] as const) {
      const words = ways.find((way) => way?.includes(name))
      fireEvent.click(button(words ?? 'missing'))
      expect(location.search).toBe(rest)
      expect(`Without “${name}”: ${shown().length}`).toBe(words)
      expect(document.activeElement).toBe(screen.getByRole('status'))
      expect(screen.queryByRole('button', { name: /^Without/ })).toBeNull()
      history.replaceState(null, '', '/roles/?line=training&nights=usual&degree=no')
      window.dispatchEvent(new PopStateEvent('popstate'))
    }
    expect(ways).toHaveLength(2)
  })

  it('says nothing of ways out when there is a match', () => {
    const container = open(ROLES, '?line=quality')
    expect(container.querySelector<HTMLElement>('[data-ways-out]')?.hidden).toBe(true)
  })

  it('counts at each answer what the other filters leave', () => {
    open(ROLES, '?line=quality')
    const quality = library.all('roles').filter(({ data }) => data.family === 'quality')
    const usual = quality.filter(({ data }) => data.work.nights === 'usual').length
    expect(texts('Nights').at(-1)).toBe(`usual (${usual})`)
    expect(select('Nights').options[3]?.disabled).toBe(usual === 0)
    expect(texts('Line')[1]).toBe(`Frontline (${library.all('roles').filter(({ data }) => data.family === 'frontline').length})`)
  })

  it('leaves an answer that shows nothing chosen and open to change', () => {
    open(ROLES, '?line=quality&nights=usual')
    expect(select('Nights').value).toBe('usual')
    expect(select('Nights').selectedOptions[0]?.disabled).toBe(false)
  })

  it('is grouped by level when asked, each level in words, and by line again', () => {
    open(ROLES, '?by=level')
    const byLine = (rows: string[]) => rows.slice().sort()
    const levels = [...new Set(library.all('roles').map(({ data }) => data.level))].sort((a, b) => a - b)
    expect(groups()).toEqual(levels.map((level) => `level=${LEVELS[level - 1]}`))
    for (const level of levels) {
      const section = document.querySelector(`[data-group="level=${LEVELS[level - 1]}"]`)
      expect([...(section?.querySelectorAll('li > a') ?? [])].map((link) => link.getAttribute('href')).sort()).toEqual(
        byLine(
          library
            .all('roles')
            .filter(({ data }) => data.level === level)
            .map(({ address }) => address),
        ),
      )
    }
    expect(screen.getByRole('heading', { name: 'First lead' })).toBeDefined()
    choose('Grouped by', 'line')
    expect(location.search).toBe('')
    const again = shown()
    load(ROLES)
    expect(again).toEqual(shown())
  })

  it('filters within levels too, and clearing keeps the grouping', () => {
    open(ROLES, '?by=level&line=quality')
    expect(shown().sort()).toEqual(['/roles/quality-analyst/', '/roles/quality-manager/'])
    fireEvent.click(button('Clear'))
    expect(location.search).toBe('?by=level')
    expect(shown()).toHaveLength(library.all('roles').length)
  })

  it('puts the questions away and goes to the answer when the reader asks to see it', () => {
    const container = open(ROLES, '?line=quality')
    const fold = container.querySelector('details') as HTMLDetailsElement
    fold.open = true
    fireEvent.click(button('Show 2 of 36 roles'))
    expect(fold.open).toBe(false)
    expect(document.activeElement).toBe(screen.getByRole('status'))
  })

  it('does not move the focus when an answer is chosen, and says the count only when it changes', () => {
    open(ROLES)
    select('Line').focus()
    const changes: MutationRecord[] = []
    const observer = new MutationObserver(() => {})
    observer.observe(screen.getByRole('status'), { childList: true, characterData: true, subtree: true })
    choose('Grouped by', 'level')
    changes.push(...observer.takeRecords())
    expect(changes).toEqual([])
    select('Line').focus()
    choose('Line', 'quality')
    expect(observer.takeRecords()).not.toEqual([])
    expect(document.activeElement).toBe(select('Line'))
    observer.disconnect()
  })

  it('works on when the browser refuses another address', () => {
    open(ROLES)
    const { replaceState } = history
    history.replaceState = () => {
      throw new DOMException('', 'SecurityError')
    }
    try {
      choose('Line', 'quality')
      expect(shown()).toHaveLength(2)
    } finally {
      history.replaceState = replaceState
    }
  })

  it('survives any query', { timeout: 20_000 }, () => {
    open(ROLES)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        history.replaceState(null, '', `/roles/?${text.replace(/#/g, '')}`)
        window.dispatchEvent(new PopStateEvent('popstate'))
        expect(shown().length).toBeLessThanOrEqual(library.all('roles').length)
      }),
      { numRuns: 20 },
    )
  })
})
