import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { stubPage } from '../lib/export/redirects.ts'
import { PAGES, type PageName, PHONE, withContext, withSite } from './browser-site.ts'

const site = withSite()
const OLD = '/roles/an-older-name/'

/** Where a reader comes to from an old address, on a host that knows no redirects and only serves files. */
async function cameTo(name: PageName, hash: string, options: BrowserContextOptions = {}) {
  const to = PAGES[name][0]
  return withContext(site, { ...PHONE, ...options }, async (context) => {
    const page = await context.newPage()
    const policy = (await context.request.get(to)).headers()['content-security-policy'] ?? ''
    await page.route(`**${OLD}`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': policy },
        body: stubPage({ from: OLD, to }, PAGES[name][1], site.origin),
      }),
    )
    await page.goto(OLD + hash)
    await page.waitForURL(`**${to}*`)
    const target = hash ? page.locator(`[id="${hash.slice(1)}"]`) : undefined
    const inView =
      target && options.javaScriptEnabled !== false
        ? await target.evaluate((element) => element.getBoundingClientRect().top < innerHeight)
        : undefined
    return { address: page.url().replace(site.origin, ''), inView }
  })
}

describe('A page at an old address', () => {
  test('leads to the section that the reader came for', async () => {
    expect(await cameTo('role', '#questions')).toEqual({ address: `${PAGES.role[0]}#questions`, inView: true })
  })

  test('leads to the page where no section was named', async () => {
    expect((await cameTo('role', '')).address).toBe(PAGES.role[0])
  })

  test('leads to the page without scripts too', async () => {
    const { address } = await cameTo('role', '#questions', { javaScriptEnabled: false })
    expect(address.replace('#questions', '')).toBe(PAGES.role[0])
  })
})
