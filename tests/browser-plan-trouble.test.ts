import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { writeProgress } from '../lib/reader/progress-format.ts'
import { ASIDE_KEY, PROGRESS_KEY } from '../lib/reader/store.ts'
import {
  builtGuide,
  builtSteps,
  focused,
  justChosen,
  type Kept,
  keepBefore,
  kept,
  keptData,
  linkOf,
  openPathway,
  openPlan,
  openStage,
  pathwayAwake,
  planAwake,
  radio,
  sharedFragment,
  someProgress,
  stateOf,
  step,
  unfold,
} from './browser-reader.ts'
import { complaintsOf, DESKTOP, expectHeading, open, PAGES, PHONE, soon, withContext, withPage, withSite } from './browser-site.ts'
import { casesOf } from './hostile-text.ts'

const site = withSite()

const firstStep = () => builtSteps()[0] ?? ''

/** Nothing of a hostile text ran or became part of the page. */
async function expectUnharmed(page: Page) {
  expect(await page.locator('h1').isVisible()).toBe(true)
  const harm = await page.evaluate(() => ({
    inherited: Object.keys(Object.prototype).length,
    polluted: 'polluted' in {},
    scripts: [...document.scripts].filter((script) => script.textContent?.includes('hostile')).length,
    handlers: document.querySelectorAll('main :is([onerror], [onload], [onclick], script[src*="hostile"], iframe)').length,
  }))
  expect(harm).toEqual({ inherited: 0, polluted: false, scripts: 0, handlers: 0 })
}

/** Marks a step on the pathway and sees it marked. */
async function markOnPathway(page: Page) {
  await unfold(page, firstStep())
  await radio(step(page, firstStep()), 'Doing').check()
  expect(await stateOf(page, firstStep())).toBe('doing')
}

describe.concurrent('Storage that fails', () => {
  /** How storage fails, and what the reader is told. */
  const FAULTS = {
    'throws when asked for': 'keeps nothing',
    'is not there': 'keeps nothing',
    'cannot be read': 'keeps nothing',
    'takes no text': 'keeps nothing',
    'takes texts and keeps nothing': 'keeps nothing',
    'has no room left': 'no room left',
  } as const

  test.each(Object.entries(FAULTS))('%s: every page works until it is closed and says so', async (fault, words) => {
    await withContext(site, PHONE, async (context) => {
      await keepBefore(context, justChosen())
      await context.addInitScript(
        ([kind, key]) => {
          const refuse = (name: string) => {
            throw new DOMException('Refused', name)
          }
          const { setItem } = Storage.prototype
          const kinds: Record<string, () => void> = {
            'throws when asked for': () => Object.defineProperty(window, 'localStorage', { get: () => refuse('SecurityError') }),
            'is not there': () => Object.defineProperty(window, 'localStorage', { get: () => null }),
            'cannot be read': () => {
              Storage.prototype.getItem = () => refuse('SecurityError')
            },
            'takes no text': () => {
              Storage.prototype.setItem = () => refuse('QuotaExceededError')
            },
            'takes texts and keeps nothing': () => {
              Storage.prototype.setItem = () => {}
            },
            'has no room left': () => {
              Storage.prototype.setItem = function (name, value) {
                if (name === key) refuse('QuotaExceededError')
                setItem.call(this, name, value)
              }
            },
          }
          kinds[kind]?.()
        },
        [fault, PROGRESS_KEY] as const,
      )
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await openPathway(page)
      await markOnPathway(page)
      expect(await page.locator('.troubles').innerText()).toContain(words)
      await openStage(page)
      await radio(step(page, firstStep()), 'Done').check()
      expect(await stateOf(page, firstStep())).toBe('done')
      expect(await page.locator('[data-marks-line]').innerText()).toContain(words)
      await openPlan(page)
      await page.getByLabel('Hours a week for it').selectOption('8')
      expect(await page.locator('.troubles').innerText()).toContain(words)
      // What holds in memory can still leave: in a link, and in the file.
      expect(await linkOf(page)).toMatch(/#plan=1\S+$/)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Plan file', exact: true }).click(),
      ])
      expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ plan: { pace: 8 } })
      // What lay there before lies there still.
      const other = await site.browser.newContext({ baseURL: site.origin, storageState: await context.storageState() })
      const look = await other.newPage()
      await look.goto('/robots.txt')
      expect(await kept(look)).toBe(writeProgress(justChosen()))
      await other.close()
      expect(complaints).toEqual([])
    })
  })

  test('once only is tried again with the next act', async () => {
    await withContext(site, PHONE, async (context) => {
      await context.addInitScript((key) => {
        const { setItem } = Storage.prototype
        let refusals = 1
        Storage.prototype.setItem = function (name, value) {
          if (name === key && refusals-- > 0) throw new DOMException('Refused', 'QuotaExceededError')
          setItem.call(this, name, value)
        }
      }, PROGRESS_KEY)
      const page = await context.newPage()
      await openPathway(page)
      await markOnPathway(page)
      expect(await page.locator('.troubles').innerText()).not.toBe('')
      await radio(step(page, firstStep()), 'Done').check()
      expect(await page.locator('.troubles').innerText()).toBe('')
      expect((await keptData(page)).steps[firstStep()]).toMatchObject({ state: 'done', changes: 2 })
    })
  })
})

describe.concurrent('What may lie in storage', () => {
  /** Ids that must have outlived it; `whole` when nothing had to be set aside; `same` when nothing may be written. */
  const RIGHT: Record<string, { ids?: string[]; whole?: true; same?: true }> = {
    'wrong-items': { ids: ['x'] },
    'unknown-steps': { ids: ['step-of-a-later-version'], whole: true },
    'duplicate-steps': { ids: ['a'], whole: true },
    'no-version': { ids: ['a'], whole: true },
    'newer-version': { same: true },
    'future-date': { ids: ['a'], whole: true },
    'bad-date': { ids: ['a'], whole: true },
    'huge-array': { ids: ['a', 'b'], whole: true },
  }

  test.each(casesOf('storage'))('$id: every page opens and marking works', async ({ id, text }) => {
    const { ids = [], whole, same } = RIGHT[id] ?? {}
    await withContext(site, PHONE, async (context) => {
      await keepBefore(context, text)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await openPathway(page)
      await expectUnharmed(page)
      await markOnPathway(page)
      const troubles = await page.locator('.troubles').innerText()
      const aside = await page.evaluate((key) => localStorage.getItem(key), `${ASIDE_KEY}1`)
      if (same) {
        expect(await kept(page)).toBe(text)
        expect(troubles).toContain('newer version')
      } else {
        const data: Kept = await keptData(page)
        expect(data.version).toBe(2)
        expect(Object.keys(data.steps).sort()).toEqual([...ids, firstStep()].sort())
        expect(aside).toBe(whole ? null : text)
        if (!whole) expect(troubles).toContain('could not be read')
        else expect(troubles).toBe('')
      }
      await openPlan(page)
      await expectUnharmed(page)
      expect(await page.locator('.troubles').innerText()).toBe(troubles)
      if (!whole && !same) {
        // The text can be saved as it was, and thrown away.
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: /^Save what could not/ }).click(),
        ])
        expect(readFileSync(await file.path(), 'utf8') === text).toBe(true)
        await page.getByRole('button', { name: 'I do not need it' }).click()
        expect(await page.locator('.troubles').innerText()).toBe('')
        expect(await page.evaluate((key) => localStorage.getItem(key), `${ASIDE_KEY}1`)).toBeNull()
      }
      expect(complaints).toEqual([])
    })
  })
})

describe.concurrent('What a link may carry', () => {
  /** The cases with a true value where they ask for one. */
  const filledCases = () => {
    const value = sharedFragment().replace('#plan=', '')
    const fill = (text: string) => text.replaceAll(/\{(?:valid|steps|other)\}/g, value).replaceAll('{VALID}', value.toUpperCase())
    return casesOf('share-links').map(({ id, text }) => ({ id, value: fill(text) }))
  }
  const shared = (page: Page) => page.getByRole('region', { name: 'Somebody shared this plan with you' })
  const notice = (page: Page) => page.locator('.screen > .notice')
  const withOwn = (use: (page: Page) => Promise<void>) =>
    withContext(site, PHONE, async (context) => {
      await keepBefore(context, justChosen())
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await use(page)
      await expectUnharmed(page)
      expect(await kept(page)).toBe(writeProgress(justChosen()))
      expect(await linkOf(page)).toMatch(new RegExp(`^${site.origin}${PAGES.plan[0]}#plan=1[\\w-]+z$`))
      expect(complaints).toEqual([])
    })

  test('leaves the plan of the reader as it was, whatever comes into an open page', async () => {
    await withOwn(async (page) => {
      await openPlan(page)
      for (const { id, value } of filledCases()) {
        await page.evaluate((hash) => {
          location.hash = hash
        }, `#plan=${value}`)
        if (id === 'empty') expect(await notice(page).or(shared(page)).count()).toBe(0)
        else {
          await notice(page).or(shared(page)).waitFor()
          expect(await shared(page).count(), id).toBe(id === 'valid' ? 1 : 0)
          if (id !== 'valid') expect(await notice(page).innerText(), id).toMatch(/^This link .*Your own plan is as it was\./s)
          await page.getByRole('button', { name: /^(?:Discard|Put the link away)$/ }).click()
          await notice(page).or(shared(page)).waitFor({ state: 'detached' })
          expect(new URL(page.url()).hash, id).toBe('')
        }
        await expectUnharmed(page)
        expect(await kept(page), id).toBe(writeProgress(justChosen()))
      }
    })
  })

  test.each(['valid', 'garbage', 'script', 'nul', 'long-64k'])('and so it does when the page is opened with it: %s', async (id) => {
    const value = filledCases().find((each) => each.id === id)?.value ?? ''
    await withOwn(async (page) => {
      // A plan in the query would have been sent to a server, so we neither make such links nor read them; a server may also
      // refuse an address as long as the longest here.
      const query = value.length < 5000 ? `?plan=${value}&utm_source=x` : ''
      await openPlan(page, `${query}#steps`)
      expect(await notice(page).or(shared(page)).count()).toBe(0)
      await openPlan(page, `${query}#plan=${value}`)
      await notice(page).or(shared(page)).waitFor()
      expect(await shared(page).count()).toBe(id === 'valid' ? 1 : 0)
    })
  })
})

describe.concurrent('What happens to a page', () => {
  const withReader = (progress: ReturnType<typeof justChosen>, use: (page: Page, context: BrowserContext) => Promise<void>, options = {}) =>
    withContext(site, { ...DESKTOP, ...options }, async (context) => {
      await keepBefore(context, progress)
      await use(await context.newPage(), context)
    })

  test('coming back out of the history it has read what happened elsewhere', async () => {
    await withReader(justChosen(), async (page) => {
      for (const [openIt, where] of [
        [openPlan, 'plan'],
        [openPathway, 'pathway'],
        [openStage, 'stage'],
      ] as const) {
        await page.goto('/robots.txt')
        await page.evaluate(([key, text]) => localStorage.setItem(key, text), [PROGRESS_KEY, writeProgress(justChosen())] as const)
        await openIt(page)
        expect(await stateOf(page, firstStep()), where).toBe('todo')
        // Playwright switches the cache off, so what the browser would say is said here.
        await page.evaluate(
          ([key, text]) => {
            localStorage.setItem(key, text)
            dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
          },
          [PROGRESS_KEY, writeProgress(someProgress())] as const,
        )
        await soon(async () => expect(await stateOf(page, firstStep()), where).toBe('done'))
      }
    })
  })

  test('with marks cleared in another tab it does not bring them back', async () => {
    await withReader(someProgress(), async (page, context) => {
      await openPathway(page)
      const other = await context.newPage()
      await other.goto('/robots.txt')
      await other.evaluate(() => localStorage.clear())
      await soon(async () => expect(await stateOf(page, firstStep())).toBe('todo'))
      const second = builtSteps()[1] ?? ''
      await unfold(page, second)
      await radio(step(page, second), 'Done').check()
      expect(Object.keys((await keptData(page)).steps)).toEqual([second])
    })
  })

  test.each([
    ['set back a year', '2025-03-01T10:00:00'],
    ['in 2099', '2099-03-01T10:00:00'],
  ])('with a clock %s no step is late and no date lies before the guide', async (_, time) => {
    await withReader(someProgress(), async (page) => {
      await page.clock.setFixedTime(new Date(time))
      await openPlan(page)
      expect(await page.locator('.late').count()).toBe(0)
      expect(await stateOf(page, firstStep())).toBe('done')
      const years =
        (await page.locator('.when b').allInnerTexts())
          .join(' ')
          .match(/20\d\d/g)
          ?.map(Number) ?? []
      expect(years.length).toBeGreaterThan(0)
      const built = Number(builtGuide().builtOn.slice(0, 4))
      expect(Math.min(...years)).toBeGreaterThanOrEqual(built)
      expect(Math.max(...years)).toBeLessThan(built + 30)
      const second = builtSteps()[1] ?? ''
      await radio(step(page, second), 'Done').check()
      expect((await keptData(page)).steps[second]?.doneOn).toBe(builtGuide().builtOn)
      expect(await page.locator('.screen').innerText()).not.toMatch(/(?:^|\s)[-−]\d/)
    })
  })

  test('on a device that writes Arabic digits it keeps to the digits of its language', async () => {
    await withReader(
      someProgress(),
      async (page) => {
        await openPlan(page)
        const text = await page.locator('.screen').innerText()
        expect(text).toMatch(/\d of \d+ steps done/)
        expect(text).toMatch(/31 Jan 2027/)
        expect(text).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/)
      },
      { locale: 'ar-EG' },
    )
  })

  test('before its scripts are there nothing can be pressed that would be lost', async () => {
    await withReader(someProgress(), async (page, context) => {
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      await context.route('**/_next/static/**/*.js', async (route) => {
        await held
        await route.continue()
      })
      await page.goto(PAGES.pathway[0], { waitUntil: 'commit' })
      const answer = page.getByLabel('I lead people')
      await answer.waitFor()
      await expectHeading(page, PAGES.pathway[1])
      expect(await answer.isDisabled()).toBe(true)
      expect(await page.locator('.island :is(input, select, textarea):not(:disabled)').count()).toBe(0)
      release()
      await pathwayAwake(page)
      await answer.check()
      expect(await page.locator('.start-answer').innerText()).toContain('Begin at stage 5')
      expect(await stateOf(page, firstStep())).toBe('done')
    })
  })

  test('without the steps of the guide it says so, saves the file, and goes on when it is asked again', async () => {
    await withReader(someProgress(), async (page, context) => {
      const guide = '**/plan/guide.json'
      await context.route(guide, (route) => route.abort())
      await page.goto(PAGES.plan[0])
      const again = page.getByRole('button', { name: 'Try again' })
      await again.waitFor()
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save my plan file' }).click()])
      expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject(JSON.parse(writeProgress(someProgress())))
      // The notice stays while it is asked again, so it is the answer that is waited for, never the button.
      await Promise.all([page.waitForEvent('requestfailed'), again.click()])
      await context.unroute(guide)
      await context.route(guide, (route) => route.fulfill({ status: 503, body: 'busy' }), { times: 1 })
      await Promise.all([page.waitForResponse((answer) => answer.status() === 503), again.click()])
      await again.focus()
      await page.keyboard.press('Enter')
      await planAwake(page)
      expect(await focused(page)).not.toBe('body')
      expect(await stateOf(page, firstStep())).toBe('done')
    })
  })

  test('says who nothing was kept for yet, and shows no file to save, when the guide cannot be had', async () => {
    await withPage(site, PHONE, async (page) => {
      await page.route('**/plan/guide.json', (route) => route.fulfill({ contentType: 'application/json', body: '{oops' }))
      await open(page, 'plan')
      await page.getByRole('button', { name: 'Try again' }).waitFor()
      expect(await page.getByRole('button', { name: 'Save my plan file' }).count()).toBe(0)
    })
  })
})
