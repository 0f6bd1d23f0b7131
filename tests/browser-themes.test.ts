import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectHeading, open, PAGES, type PageName, soon, withContext, withPage, withSite } from './browser-site.ts'

const site = withSite()

const DAY = 'rgb(250, 247, 240)'
const NIGHT = 'rgb(13, 21, 30)'

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const themeSwitch = (page: Page) => page.getByRole('button', { name: 'Switch between day and night colours' })
/** What the script remembers of a reader. */
const remembered = (page: Page) => page.evaluate(() => ({ ...localStorage }))

/** Notes on the way in whether the theme was there before there was anything to paint. */
const watchTheme = (context: BrowserContext) =>
  context.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver((changes) => {
      for (const { target } of changes)
        seen.push(`${(target as HTMLElement).dataset.theme} ${document.body ? 'after' : 'before'} the body, ${document.readyState}`)
    }).observe(document, { subtree: true, attributeFilter: ['data-theme'] })
  })

describe.concurrent('Day and night', () => {
  test.each([
    ['light', DAY],
    ['dark', NIGHT],
  ] as const)('a system that is %s gets its colours', async (colorScheme, expected) => {
    await withPage(site, { colorScheme }, async (page) => {
      await open(page, 'role')
      expect(await background(page)).toBe(expected)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(colorScheme)
      expect(await remembered(page)).toEqual({})
    })
  })

  test('the switch turns the page at once, and the next page arrives turned before anything is painted', async () => {
    await withContext(site, { colorScheme: 'light' }, async (context) => {
      await watchTheme(context)
      const page = await context.newPage()
      await open(page, 'home')
      await themeSwitch(page).click()
      expect(await background(page)).toBe(NIGHT)
      expect(await remembered(page)).toEqual({ 'floorwalk-theme': 'night' })
      await page.reload()
      expect(await background(page)).toBe(NIGHT)
      await open(page, 'stage')
      expect(await background(page)).toBe(NIGHT)
      expect(await page.evaluate(() => (window as never as { seen: string[] }).seen)).toEqual(['night before the body, loading'])
      await themeSwitch(page).click()
      expect(await background(page)).toBe(DAY)
      await open(page, 'home')
      expect(await background(page)).toBe(DAY)
    })
  })

  test('a reader of a dark system can have day', async () => {
    await withPage(site, { colorScheme: 'dark' }, async (page) => {
      await open(page, 'home')
      await themeSwitch(page).click()
      await page.reload()
      expect(await background(page)).toBe(DAY)
    })
  })

  const USELESS = [
    ['a tag', '"><script>'],
    ['another spelling', 'NIGHT'],
    ['nothing', ''],
    ['the word null', 'null'],
    ['a hundred thousand letters', 'x'.repeat(100_000)],
  ] as const
  test.each(USELESS)('what it cannot use is left alone: %s', async (_, kept) => {
    await withContext(site, { colorScheme: 'light' }, async (context) => {
      await context.addInitScript((text) => {
        localStorage.setItem('floorwalk-theme', text)
        localStorage.setItem('floorwalk-country', text)
      }, kept)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await open(page, 'role')
      await themeSwitch(page).waitFor()
      expect(await page.evaluate(() => document.documentElement.hasAttribute('data-theme'))).toBe(false)
      expect(await background(page)).toBe(DAY)
      expect(await page.locator('.board-pay li:visible').count()).toBeGreaterThan(1)
      expect(complaints).toEqual([])
    })
  })
})

describe.concurrent('A browser that keeps nothing', () => {
  test.each(['throws when it is asked', 'is not there', 'is full'] as const)('works where storage %s', async (how) => {
    await withContext(site, { colorScheme: 'light' }, async (context) => {
      await context.addInitScript((kind) => {
        const refuse = (name: string) => {
          throw new DOMException('Refused', name)
        }
        if (kind === 'is full') Storage.prototype.setItem = () => refuse('QuotaExceededError')
        else Object.defineProperty(window, 'localStorage', { get: () => (kind === 'is not there' ? null : refuse('SecurityError')) })
      }, how)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await open(page, 'role')
      await themeSwitch(page).click()
      expect(await background(page)).toBe(NIGHT)
      await page.getByRole('combobox', { name: 'Show pay for' }).selectOption('united-kingdom')
      expect(await page.locator('.board-pay li:visible').allInnerTexts()).toEqual([expect.stringContaining('United Kingdom')])
      await page.reload()
      expect(await background(page)).toBe(DAY)
      expect(complaints).toEqual([])
    })
  })
})

describe.concurrent('The country of a reader', () => {
  const countries = (page: Page) => page.locator('.countries > [data-country]')
  /** Names in the order in which they stand on the page. */
  const fromTop = async (page: Page) =>
    (
      await countries(page).evaluateAll((all) =>
        all.map((each) => ({ id: each.getAttribute('data-country') ?? '', top: each.getBoundingClientRect().top })),
      )
    )
      .sort((a, b) => a.top - b.top)
      .map(({ id }) => id)

  test('moves to the front of the pay, stands alone on the board, and is remembered on every role', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await open(page, 'role')
      const before = await fromTop(page)
      expect(before.length).toBeGreaterThan(1)
      const last = before.at(-1) ?? ''
      const choice = page.getByRole('combobox', { name: 'Show pay for' })
      await choice.selectOption(last)
      const chosen = async () => {
        expect(await fromTop(page)).toEqual([last, ...before.slice(0, -1)])
        expect(
          await page
            .locator('.board-pay [data-country]:visible')
            .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-country'))),
        ).toEqual([last])
      }
      await chosen()
      await page.reload()
      await page.locator('.country-choice').waitFor()
      expect(await choice.inputValue()).toBe(last)
      await chosen()
      await page.goto('/roles/team-leader/')
      await expectHeading(page, 'Team leader')
      await soon(async () => expect(await page.locator('.board-pay [data-country]:visible').count()).toBe(1))
      await choice.selectOption('')
      await open(page, 'role')
      await page.locator('.country-choice').waitFor()
      expect(await fromTop(page)).toEqual(before)
      expect(await page.locator('.board-pay [data-country]:visible').count()).toBeGreaterThanOrEqual(before.length)
    })
  })
})

describe.concurrent('Sharing', () => {
  test('copies the address where the browser cannot share', async () => {
    await withContext(site, { permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
      await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'share', { value: undefined }))
      const page = await context.newPage()
      await open(page, 'role')
      const button = page.getByRole('button', { name: 'Share' })
      await button.click()
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(site.origin + PAGES.role[0])
      await button.waitFor()
    })
  })

  test('hands title and address to a browser that can, and says nothing when the reader turns back', async () => {
    await withContext(site, {}, async (context) => {
      await context.addInitScript(() => {
        const shared: ShareData[] = []
        Object.assign(window, { shared })
        const share = async (data: ShareData) => {
          shared.push(data)
          throw new DOMException('Turned back', 'AbortError')
        }
        Object.defineProperty(Navigator.prototype, 'share', { value: share })
      })
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await open(page, 'role')
      await page.getByRole('button', { name: 'Share' }).click()
      expect(await page.evaluate(() => (window as never as { shared: ShareData[] }).shared)).toEqual([
        { title: await page.title(), url: site.origin + PAGES.role[0] },
      ])
      expect(await page.locator('[data-share]').innerText()).toBe('Share')
      expect(complaints).toEqual([])
    })
  })

  test.each([
    ['role', '#questions', 'h2'],
    ['stage', '#steps', 'h2'],
    ['glossary', '#nesting', 'h3'],
  ] as const)('from a section of %s hands over its address and its heading, at its sign and at the foot', async (name, hash, heading) => {
    await withContext(site, {}, async (context) => {
      await context.addInitScript(() => {
        const shared: ShareData[] = []
        Object.assign(window, { shared })
        Object.defineProperty(Navigator.prototype, 'share', { value: async (data: ShareData) => shared.push(data) })
      })
      const page = await context.newPage()
      await open(page, name)
      await themeSwitch(page).waitFor()
      await page.locator(`.anchor[href="${hash}"]`).focus()
      await page.keyboard.press('Enter')
      const foot = page.getByRole('button', { name: 'Share' })
      if (name !== 'glossary') await foot.click()
      const words = await page.locator(`${heading}${hash}`).evaluate((element) => element.firstChild?.textContent)
      const shared = await page.evaluate(() => (window as never as { shared: ShareData[] }).shared)
      expect(words?.trim().length).toBeGreaterThan(3)
      expect(shared).toEqual(Array(name === 'glossary' ? 1 : 2).fill({ title: words, url: site.origin + PAGES[name][0] + hash }))
    })
  })

  test('says so when copying is refused', async () => {
    await withContext(site, {}, async (context) => {
      await context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'share', { value: undefined })
        Clipboard.prototype.writeText = () => Promise.reject(new DOMException('Refused', 'NotAllowedError'))
      })
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await open(page, 'role')
      await page.getByRole('button', { name: 'Share' }).click()
      await page.getByRole('button', { name: 'Copy it from the address bar' }).waitFor()
      expect(complaints).toEqual([])
    })
  })

  test('the sign beside a heading copies the address of its section', async ({ expect }) => {
    await withContext(site, { permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
      await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'share', { value: undefined }))
      const page = await context.newPage()
      await open(page, 'role')
      await themeSwitch(page).waitFor()
      const anchor = page.locator('.anchor').first()
      await anchor.focus()
      await page.keyboard.press('Enter')
      await soon(async () =>
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          site.origin + PAGES.role[0] + (await anchor.getAttribute('href')),
        ),
      )
    })
  })
})

describe.concurrent('Finding a page', () => {
  /** Where the keys go: the landmark around the field, or nothing. */
  const focused = (page: Page) =>
    page.evaluate(
      () => (document.activeElement as HTMLInputElement | null)?.name === 'q' && document.activeElement?.closest('header, main')?.tagName,
    )
  const field = (page: Page) => page.getByRole('searchbox', { name: 'What are you looking for?' })
  /** Keys are listened to once the script is there, and with it the switch. */
  const openReady = async (page: Page, name: PageName) => {
    await open(page, name)
    await themeSwitch(page).waitFor()
  }

  test('a slash leads on any page into the field of the header, and on the page of the search into its own', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await openReady(page, 'role')
      await page.keyboard.press('/')
      expect(await focused(page)).toBe('HEADER')
      await page.keyboard.type('team captain')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search/?q=team+captain')
      await page.locator('[data-results] a').first().waitFor()
      await page.locator('h1').click()
      await themeSwitch(page).waitFor()
      await page.keyboard.press('/')
      expect(await focused(page)).toBe('MAIN')
      expect(await field(page).inputValue()).toBe('team captain')
    })
  })

  test('a slash can be switched off, and stays off', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await openReady(page, 'search')
      const box = page.getByRole('checkbox', { name: 'The key / leads to the search on every page' })
      expect(await box.isChecked()).toBe(true)
      await box.uncheck()
      await openReady(page, 'role')
      await page.keyboard.press('/')
      expect(await focused(page)).toBe(false)
      await openReady(page, 'search')
      expect(await box.isChecked()).toBe(false)
      await box.check()
      await openReady(page, 'role')
      await page.keyboard.press('/')
      expect(await focused(page)).toBe('HEADER')
    })
  })

  test('a slash that is typed, chosen with or meant for the browser stays one', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await openReady(page, 'search')
      await field(page).pressSequentially('a/b')
      expect(await field(page).inputValue()).toBe('a/b')
      await openReady(page, 'role')
      await page.getByRole('combobox', { name: 'Show pay for' }).focus()
      await page.keyboard.press('/')
      await page.locator('h1').click()
      for (const modifier of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${modifier}+/`)
      expect(await focused(page)).toBe(false)
    })
  })
})
