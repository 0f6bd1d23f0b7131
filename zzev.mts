import { chromium } from 'playwright-core'
import { serve } from './lib/commands/serve.ts'
import { BROWSER_FLAGS, findBrowser } from './lib/commands/browser.ts'
const site = await serve('out')
const b = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_FLAGS] })
const p = await b.newPage(); await p.goto(site.origin+'/search/')
console.log(await p.evaluate(async () => { const d=(document.querySelector('[data-search]') as HTMLElement).dataset; try { const m=await import(d.engine!); const i=await (await fetch(d.pages!)).json(); const s=m.createSearch(i); return s.ask('tl').found.length } catch(e) { return String((e as Error).stack) } }))
await b.close(); await site.close()
