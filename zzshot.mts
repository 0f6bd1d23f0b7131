import { chromium } from 'playwright-core'
import { serve } from './lib/commands/serve.ts'
import { statSync } from 'node:fs'
import { BROWSER_FLAGS, findBrowser } from './lib/commands/browser.ts'
const site = await serve('out')
const b = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_FLAGS] })
for (const [name, w, h, scheme] of [['phone',360,800,'light'],['desk',1440,900,'dark']] as const) {
  const c = await b.newContext({ viewport: { width: w, height: h }, baseURL: site.origin, colorScheme: scheme })
  const p = await c.newPage()
  p.on('console', m=>console.log(m.text())); p.on('requestfailed',r=>console.log('FAIL',r.url(),r.failure()?.errorText));p.on('response',r=>console.log(r.status(),r.url()));p.on('pageerror', e=>console.log(e))
  await p.goto('/search/'); await p.screenshot({ path: `/tmp/s-${name}-idle.png` })
  await p.fill('#find','tl salary philippines'); await p.waitForTimeout(1500); console.log(await p.locator('[role=status]').innerText(), await p.locator('[data-results]').innerHTML()); await p.waitForTimeout(700); await p.screenshot({ path: `/tmp/s-${name}-found.png`, fullPage: name==='phone' })
  console.log(p.url(), await p.title(), await p.locator('[role=status]').innerText())
  await p.fill('#find','zzxqv kkw'); await p.waitForTimeout(900); await p.screenshot({ path: `/tmp/s-${name}-none.png` })
  await p.fill('#find','shrinkege'); await p.waitForTimeout(900); await p.screenshot({ path: `/tmp/s-${name}-typo.png` })
  await c.close()
}
await b.close(); await site.close()
