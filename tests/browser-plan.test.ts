import { readFileSync } from 'node:fs'
import jsqr from 'jsqr'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Progress, UNMARKED } from '../lib/reader/progress.ts'
import {
  builtPathway,
  builtStage,
  builtSteps,
  justChosen,
  keepBefore,
  kept,
  keptData,
  linkOf,
  noteOf,
  openFields,
  openPathway,
  openPlan,
  openStage,
  pathwayAwake,
  planAwake,
  radio,
  said,
  someProgress,
  stateOf,
  step,
  undo,
  unfold,
} from './browser-reader.ts'
import { complaintsOf, DESKTOP, PAGES, PHONE, soon, withContext, withPage, withSite } from './browser-site.ts'

const site = withSite()

/** A reader who has been here before, on one page. */
const withReader = <T>(progress: Progress | string, use: (page: Page, context: BrowserContext) => Promise<T>, options: object = DESKTOP) =>
  withContext(site, options, async (context) => {
    await keepBefore(context, progress)
    return use(await context.newPage(), context)
  })

/** The steps of the stage that the tests mark. */
function stepsOfStage() {
  const [one, two, three, four] = builtSteps()
  if (!one || !two || !three || !four) throw new Error('The stage has fewer than four steps.')
  return [one, two, three, four] as const
}

/** Text of the file that an act hands to the reader, and its name. */
async function download(page: Page, act: () => Promise<void>): Promise<{ name: string; path: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  const path = await file.path()
  return { name: file.suggestedFilename(), path, text: readFileSync(path, 'utf8') }
}

describe.concurrent('A reader who follows a pathway', () => {
  test('answers, begins, marks, writes, and finds everything again', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      const [one, two, three] = stepsOfStage()
      await openPathway(page)
      const questions = page.locator('fieldset.choices')
      expect(await questions.count()).toBe(3)
      await page.getByLabel('I lead people').check()
      await page.getByLabel('One team that is mine').check()
      await page.getByLabel('Help desk or IT support').check()
      await soon(async () => expect(await page.locator('.start-answer').innerText()).toContain(`Begin at stage ${builtStage().order}`))
      // One answer points to an earlier stage than the others, and the page says so.
      expect(await page.locator('.start-answer').innerText()).toContain('“Help desk or IT support” points to stage 3')
      expect(await kept(page)).toBeNull()
      await page.getByRole('button', { name: `Begin at stage ${builtStage().order}` }).click()
      expect(await page.locator('.stage[data-state=behind]').count()).toBe(builtStage().order)
      expect(await page.locator('.stage[aria-current=step]').innerText()).toContain(builtStage().title)

      await unfold(page, one)
      await radio(step(page, one), 'Done').check()
      await radio(step(page, two), 'Doing').check()
      await radio(step(page, three), 'Not for me').check()
      await openFields(page, one)
      await noteOf(page, one).fill('Rowena said yes.\nبعد الظهر 👩‍💻')
      await step(page, one).getByLabel('I want it done by').fill('2027-01-31')
      await step(page, one).getByLabel('Done on').fill('2026-11-20')
      await step(page, one)
        .getByLabel(/^Proof/)
        .fill('https://example.org/sheet')
      await step(page, one)
        .getByLabel(/^Proof/)
        .press('Tab')
      await step(page, one).getByRole('link', { name: 'Open the proof' }).waitFor()
      const before = await page.locator('.pathway-count').innerText()
      expect(before).toContain('1 of ')
      expect(before).toContain('1 under way')
      expect(before).toContain('1 not for you and not counted')

      await page.reload()
      await pathwayAwake(page)
      await unfold(page, one)
      expect(await page.locator('.pathway-count').innerText()).toBe(before)
      expect([await stateOf(page, one), await stateOf(page, two), await stateOf(page, three)]).toEqual(['done', 'doing', 'skip'])
      expect(await step(page, one).locator('.mark-more > summary').innerText()).toContain('Your note, date, proof')
      await openFields(page, one)
      expect(await noteOf(page, one).inputValue()).toBe('Rowena said yes.\nبعد الظهر 👩‍💻')
      expect(await step(page, one).getByLabel('I want it done by').inputValue()).toBe('2027-01-31')
      expect(await step(page, one).getByLabel('Done on').inputValue()).toBe('2026-11-20')
      expect(
        await step(page, one)
          .getByLabel(/^Proof/)
          .inputValue(),
      ).toBe('https://example.org/sheet')
      expect(await page.locator('.start-answer').innerText()).toContain(`You began at stage ${builtStage().order}`)
      expect(complaints).toEqual([])
    })
  })

  test('has two tabs that show the same and lose neither note', async () => {
    await withContext(site, DESKTOP, async (context) => {
      const [one, two] = stepsOfStage()
      const first = await context.newPage()
      await openPathway(first)
      const second = await context.newPage()
      await openPathway(second)
      for (const page of [first, second]) {
        await unfold(page, one)
        await openFields(page, one)
      }
      await radio(step(first, one), 'Doing').check()
      await soon(async () => expect(await stateOf(second, one)).toBe('doing'))
      await radio(step(second, two), 'Done').check()
      await soon(async () => expect(await stateOf(first, two)).toBe('done'))

      // Both have begun to write before either is kept.
      await noteOf(first, one).fill('from the first tab')
      await noteOf(second, one).fill('from the second tab')
      await noteOf(first, one).blur()
      await soon(async () => expect((await keptData(second)).steps[one]?.note).toContain('from the first tab'))
      await noteOf(second, one).blur()
      for (const page of [first, second]) {
        await soon(async () => expect(await noteOf(page, one).inputValue()).toContain('from the first tab'))
        await soon(async () => expect(await noteOf(page, one).inputValue()).toContain('from the second tab'))
      }

      await radio(step(first, two), 'Not for me').check()
      await soon(async () => expect(await stateOf(second, two)).toBe('skip'))
      await undo(first).click()
      await soon(async () => expect(await stateOf(second, two)).toBe('done'))
      expect(await stateOf(first, two)).toBe('done')
      expect((await keptData(first)).steps[one]?.note).toContain('from the second tab')
    })
  })

  test('opens a stage that lies behind again, and takes acts back in their order', async () => {
    await withReader(someProgress(), async (page) => {
      await openPathway(page)
      const stage = page.locator('.stage').first()
      const before = await kept(page)
      const reopen = stage.getByRole('button', { name: 'Open it again' })
      await reopen.click()
      expect(await stage.getAttribute('data-state')).toBe('todo')
      await stage.getByRole('button', { name: 'Put it behind me' }).click()
      await reopen.waitFor()
      await page.getByRole('button', { name: 'Begin at stage 0 after all' }).click()
      expect(await page.locator('.stage[data-state=behind]').count()).toBe(0)
      for (let acts = 0; acts < 3; acts++) await undo(page).click()
      expect(await page.locator('.stage[data-state=behind]').count()).toBe(builtStage().order)
      expect(await undo(page).getAttribute('aria-disabled')).toBe('true')
      await undo(page).click({ force: true })
      const { starts } = JSON.parse(before ?? '')
      expect((await keptData(page)).starts[builtPathway().id]).toMatchObject({ stage: starts[builtPathway().id].stage, reopened: [] })
    })
  })

  test('finds the marks on the page of the stage, and those made there in the plan', async () => {
    await withReader(someProgress(), async (page) => {
      const [one, two, three, four] = stepsOfStage()
      await openStage(page)
      expect(await Promise.all([one, two, three, four].map((id) => stateOf(page, id)))).toEqual(['done', 'doing', 'skip', 'todo'])
      await radio(step(page, four), 'Doing').check()
      expect(await page.locator('[data-marks-line]').innerText()).toContain(`1 of ${builtSteps().length - 1} steps done`)
      await openPathway(page)
      expect(await stateOf(page, four)).toBe('doing')
      await openStage(page)
      await page.locator('[data-marks-line]').getByRole('link').click()
      await page.waitForURL(`**${PAGES.plan[0]}`)
      await planAwake(page)
      expect(await stateOf(page, four)).toBe('doing')
      expect(await page.locator('.next').innerText()).toContain(builtStage().steps[3]?.text)
      // The day that the step had stays through a change of state on a page that does not show it.
      expect((await keptData(page)).steps[four]).toMatchObject({ state: 'doing', target: '2027-01-31' })
    })
  })
})

describe.concurrent('A plan', () => {
  test('is made from a pathway with one press', async () => {
    await withPage(site, PHONE, async (page) => {
      await openPathway(page)
      await page.getByRole('link', { name: 'Make it your plan' }).click()
      await page.waitForURL(`**${PAGES.plan[0]}`)
      await planAwake(page)
      expect(await page.getByLabel('The post you want').inputValue()).toBe(builtPathway().goal)
      expect((await keptData(page)).plan.target).toBe(builtPathway().goal)
    })
  })

  test('counts steps, gives dates for the hours of the reader, and follows another post', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const complaints = complaintsOf(page)
      await openPlan(page)
      expect(await page.locator('.plan-group').count()).toBe(0)
      await page.getByLabel('The post you want').selectOption(builtPathway().goal ?? '')
      const count = page.locator('.plan-count')
      const steps = builtPathway().stages.reduce((sum, stage) => sum + stage.steps.length, 0)
      expect(await count.innerText()).toContain(`0 of ${steps} steps done`)
      expect(await page.locator('.when > li').count()).toBe(builtPathway().stages.length)
      const lastDate = () => page.locator('.when > li').last().locator('b').first().innerText()
      const slow = await lastDate()
      expect(slow).toMatch(/20\d\d/)
      await page.getByLabel('Hours a week for it').selectOption('20')
      expect(await lastDate()).not.toBe(slow)
      const [one] = stepsOfStage()
      await unfold(page, one)
      await radio(step(page, one), 'Done').check()
      expect(await count.innerText()).toContain(`1 of ${steps} steps done`)
      await page.getByLabel('In this stage since, if you like').fill('2026-05-01')
      await page.getByLabel(/^Name on the printed plan/).fill('Maya')
      await page.getByLabel(/^Name on the printed plan/).blur()

      const other = await page.getByLabel('The post you want').locator('optgroup').last().locator('option').first().innerText()
      await page.getByLabel('The post you want').selectOption({ label: other })
      expect(await page.locator('.screen').innerText()).toContain('No pathway leads to this post yet')
      // What is marked is no part of the new way and stays on the list.
      expect(await page.locator('.screen').innerText()).toContain('from other pathways')
      await page.reload()
      await planAwake(page)
      expect(await keptData(page)).toMatchObject({
        plan: { pace: 20, since: '2026-05-01', name: 'Maya' },
        steps: { [one]: { state: 'done' } },
      })
      expect(await page.getByLabel('The post you want').locator('option:checked').innerText()).toBe(other)
      expect(complaints).toEqual([])
    })
  })

  test('lets a skill be claimed, and the text for a talk be changed', async () => {
    await withReader(justChosen(), async (page) => {
      await openPlan(page)
      const claim = page.locator('.claim select').first()
      const before = await page.locator('.skill-levels').innerText()
      await claim.selectOption('4')
      expect(await page.locator('.skill-levels').innerText()).not.toBe(before)
      expect(await page.locator('.skill-levels').innerText()).toContain('by your own word')
      const talk = page.getByLabel('What to say')
      expect((await talk.inputValue()).length).toBeGreaterThan(100)
      await talk.fill('My own words')
      await page.getByRole('button', { name: 'Make it anew' }).click()
      expect(await talk.inputValue()).not.toBe('My own words')
    })
  })
})

describe.concurrent('A link that holds a plan', () => {
  const NOTE = 'Asked Rowena on Monday'

  /** The link of a reader with marks, notes in it only when wanted. */
  const sharedLink = (notes = false, name = false) =>
    withReader(someProgress(), async (page) => {
      await openPlan(page)
      if (notes) await page.getByLabel('Put my notes and proofs into it').check()
      if (name) await page.getByLabel('Put my name into it').check()
      return linkOf(page)
    })

  test('is short, says nothing private unless asked, and is what gets copied', async () => {
    await withReader(
      someProgress(),
      async (page) => {
        await openPlan(page)
        const link = await linkOf(page)
        const bytes = (of: string) => Buffer.from(of.replace(/^[^#]*#plan=1|z$/g, ''), 'base64url').toString('utf8')
        expect(link.startsWith(`${site.origin}${PAGES.plan[0]}#plan=`)).toBe(true)
        expect(link.length).toBeLessThanOrEqual(2000)
        expect(bytes(link)).not.toMatch(/Rowena|Maya|example/)
        await page.getByRole('button', { name: 'Copy the link' }).click()
        await soon(async () => expect(await said(page).innerText()).toBe('Copied.'))
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
        await page.getByLabel('Put my notes and proofs into it').check()
        expect(await page.locator('.notice').innerText()).toContain('can read your notes')
        expect(bytes(await linkOf(page))).toContain(NOTE)
        expect(bytes(await linkOf(page))).not.toContain('Maya')
        await page.getByLabel('Put my name into it').check()
        expect(bytes(await linkOf(page))).toContain('Maya')
        await page.getByLabel('Put my notes and proofs into it').uncheck()
        await page.getByLabel('Put my name into it').uncheck()
        expect(await linkOf(page)).toBe(link)
        expect(await page.locator('.notice').count()).toBe(0)
      },
      { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] },
    )
  })

  test('that would be too long is refused with a way out, and is short again without the notes', async () => {
    const long = someProgress()
    const [one] = stepsOfStage()
    const progress = {
      ...long,
      steps: new Map(long.steps).set(one, { ...UNMARKED, state: 'done' as const, note: 'x'.repeat(1900), changes: 1 }),
    }
    await withReader(progress, async (page) => {
      await openPlan(page)
      await page.getByLabel('Put my notes and proofs into it').check()
      expect(await linkOf(page)).toBe('')
      expect(await page.getByRole('button', { name: 'Copy the link' }).count()).toBe(0)
      expect(await page.locator('.notice').allInnerTexts()).toContainEqual(expect.stringContaining('send the file'))
    })
  })

  test('opens to look at, touches nothing, and becomes the plan of a new reader only when they say so', async () => {
    const link = await sharedLink(true, true)
    await withPage(site, PHONE, async (page) => {
      const complaints = complaintsOf(page)
      await openPlan(page, new URL(link).hash)
      const incoming = page.getByRole('region', { name: 'Somebody shared this plan with you' })
      expect(await incoming.innerText()).toContain('Maya')
      await incoming.locator('summary').click()
      const [one, two] = builtStage().steps
      expect(await incoming.locator('.read-only').innerText()).toContain(one?.text)
      expect(await incoming.locator('.read-only').innerText()).toContain(NOTE)
      expect(await incoming.locator('input, select, textarea').count()).toBe(0)
      expect(await page.evaluate(() => localStorage.length)).toBe(0)
      await page.reload()
      await incoming.waitFor()
      expect(await page.evaluate(() => localStorage.length)).toBe(0)
      await incoming.getByRole('button', { name: 'Keep a copy' }).click()
      await incoming.waitFor({ state: 'detached' })
      expect(page.url()).toBe(site.origin + PAGES.plan[0])
      expect((await keptData(page)).steps[two?.id ?? '']).toMatchObject({ state: 'doing', note: NOTE })
      expect(await stateOf(page, one?.id ?? '')).toBe('done')
      expect(complaints).toEqual([])
    })
  })

  test('leaves a plan of one’s own as it was, byte for byte, while it is looked at, compared and discarded', async () => {
    const link = await sharedLink()
    const [one, two] = stepsOfStage()
    const own = { ...justChosen(), steps: new Map([[one, { ...UNMARKED, state: 'doing' as const, note: 'mine', changes: 3 }]]) }
    await withReader(own, async (page) => {
      await openPlan(page, new URL(link).hash)
      const before = await kept(page)
      const incoming = page.getByRole('region', { name: 'Somebody shared this plan with you' })
      const compare = incoming.getByRole('button', { name: 'Compare with mine' })
      await compare.click()
      expect(await compare.getAttribute('aria-expanded')).toBe('true')
      const row = incoming.getByRole('row').filter({ hasText: builtStage().steps[0]?.text ?? '' })
      expect(await row.getByRole('cell').allInnerTexts()).toEqual(['doing', 'done'])
      expect(await incoming.getByRole('table').innerText()).toContain('Hours a week')
      await compare.click()
      expect(await incoming.getByRole('table').count()).toBe(0)
      await incoming.getByRole('button', { name: 'Discard' }).click()
      await incoming.waitFor({ state: 'detached' })
      expect(page.url()).toBe(site.origin + PAGES.plan[0])
      expect(await kept(page)).toBe(before)

      await openPlan(page, new URL(link).hash)
      await incoming.getByRole('button', { name: 'Keep a copy: add it to mine' }).click()
      // Mine was changed more often and stays; what I had not marked comes in.
      expect((await keptData(page)).steps[one]).toMatchObject({ state: 'doing', note: 'mine' })
      expect((await keptData(page)).steps[two]).toMatchObject({ state: 'doing' })
      await undo(page).click()
      expect(await keptData(page)).toEqual(JSON.parse(before ?? ''))

      await openPlan(page, new URL(link).hash)
      await incoming.getByRole('button', { name: 'Keep it instead of mine' }).click()
      expect((await keptData(page)).steps[one]).toMatchObject({ state: 'done' })
      await undo(page).click()
      expect(await keptData(page)).toEqual(JSON.parse(before ?? ''))
    })
  })

  test('is read when it comes into an open page', async () => {
    const link = await sharedLink()
    await withPage(site, PHONE, async (page) => {
      await openPlan(page)
      await page.evaluate((hash) => {
        location.hash = hash
      }, new URL(link).hash)
      await page.getByRole('region', { name: 'Somebody shared this plan with you' }).waitFor()
    })
  })

  test('is drawn as a code that a camera reads', async () => {
    await withReader(
      someProgress(),
      async (page) => {
        await openPlan(page)
        await page.getByRole('button', { name: /code image/ }).click()
        const image = page.getByRole('img', { name: /^Code image/ })
        await image.waitFor()
        await image.scrollIntoViewIfNeeded()
        const picture = (await image.screenshot({ scale: 'css' })).toString('base64')
        const pixels = await page.evaluate(async (png) => {
          const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]))
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
          const drawing = canvas.getContext('2d')
          drawing?.drawImage(bitmap, 0, 0)
          const { data = [] } = drawing?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {}
          return { data: [...data], width: bitmap.width, height: bitmap.height }
        }, picture)
        expect(jsqr(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height)?.data).toBe(await linkOf(page))
      },
      // By night, on a dark ground, it must stay dark on light.
      { ...PHONE, colorScheme: 'dark' },
    )
  })
})

describe.concurrent('Files', () => {
  test('bring everything back after it was cleared', async () => {
    await withReader(someProgress(), async (page) => {
      await openPlan(page)
      const before = await keptData(page)
      const file = await download(page, () => page.getByRole('button', { name: 'Plan file', exact: true }).click())
      expect(file.name).toMatch(/^floorwalk-plan-20\d\d-\d\d-\d\d\.json$/)
      expect(JSON.parse(file.text)).toMatchObject({ kind: 'floorwalk-plan', ...before })

      await page.evaluate(() => localStorage.setItem('not-ours', 'stays'))
      const clear = page.getByRole('button', { name: 'Clear everything', exact: true })
      const yes = page.getByRole('button', { name: 'Yes, clear everything' })
      await clear.click()
      await page.getByRole('button', { name: 'No, keep it' }).click()
      expect(await keptData(page)).toEqual(before)
      await clear.click()
      await yes.click()
      expect((await keptData(page)).steps).toEqual({})
      expect(await page.locator('.plan-group').count()).toBe(0)
      await undo(page).click()
      expect(await keptData(page)).toEqual(before)

      await clear.click()
      await yes.click()
      await page.getByLabel('Choose a plan file').setInputFiles(file.path)
      const incoming = page.getByRole('region', { name: 'The plan in this file' })
      await incoming.waitFor()
      expect((await keptData(page)).steps).toEqual({})
      await incoming.getByRole('button', { name: 'Keep a copy' }).click()
      expect(await keptData(page)).toEqual(before)
      expect(await page.evaluate(() => localStorage.getItem('not-ours'))).toBe('stays')
    })
  })

  test('that cannot be used change nothing and say why', async () => {
    await withReader(someProgress(), async (page) => {
      const complaints = complaintsOf(page)
      await openPlan(page)
      const before = await kept(page)
      const choose = (text: string) =>
        page.getByLabel('Choose a plan file').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) })
      for (const text of [
        '',
        '{oops',
        '[]',
        '{"name":"other","version":"1.2.3"}',
        '{"version":999,"kind":"floorwalk-plan"}',
        '\u0000\u0001',
      ]) {
        await choose('{"kind":"floorwalk-plan","version":2}')
        await page.getByRole('region', { name: 'The plan in this file' }).waitFor()
        await choose(text)
        await page.locator('.notice[role=alert]').filter({ hasText: 'Nothing was changed.' }).waitFor()
        expect(await page.getByRole('region', { name: 'The plan in this file' }).count()).toBe(0)
      }
      expect(await kept(page)).toBe(before)
      expect(complaints).toEqual([])
    })
  })

  test('for notes apps and calendars hold the steps', async () => {
    await withReader(someProgress(), async (page) => {
      await openPlan(page)
      const [one, two, , dated] = builtStage().steps
      const list = await download(page, () => page.getByRole('button', { name: 'Checklist' }).click())
      expect(list.name).toMatch(/\.md$/)
      expect(list.text).toContain('- [x] ')
      for (const text of [one?.text, two?.text, 'Asked Rowena on Monday']) expect(list.text.replaceAll('\\', '')).toContain(text)
      const dates = await download(page, () => page.getByRole('button', { name: 'Calendar' }).click())
      expect(dates.name).toMatch(/\.ics$/)
      expect(dates.text).toMatch(/^BEGIN:VCALENDAR\r\n/)
      const unfolded = dates.text.replace(/\r\n[ \t]/g, '').replace(/\\([,;])/g, '$1')
      expect(unfolded).toContain(dated?.text)
      expect(unfolded).toContain('20270131')
      expect(dates.text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    })
  })
})

describe.concurrent('On paper', () => {
  const longNotes = (): Progress => ({
    ...justChosen(),
    steps: new Map(
      builtPathway().stages.flatMap(({ steps }) =>
        steps.map(({ id }, index) => [
          id,
          {
            ...UNMARKED,
            state: (['todo', 'doing'] as const)[index % 2] ?? 'todo',
            target: '2027-01-31',
            note: 'Rowena wants the adherence numbers first, then coaching notes. '.repeat(4).slice(0, 200),
            evidence: 'https://example.org/a/long/way/to/the/shared/folder/of/the/team/'.repeat(4).slice(0, 200),
            changes: 1,
          },
        ]),
      ),
    ),
  })

  test.each([
    ['that was just chosen', justChosen],
    ['with marks, some stages behind', someProgress],
    ['with a long note and proof at every step', longNotes],
  ] as const)('a plan %s is one page and one more for every stage with open steps', async (_, progress) => {
    await withReader(progress(), async (page) => {
      await openPlan(page)
      const { starts } = progress()
      const open = builtPathway().stages.length - (starts.size > 0 ? builtStage().order : 0)
      expect(await page.locator('.paper-page').count()).toBe(1 + open)
      for (const format of ['A4', 'Letter'] as const) {
        const pdf = await page.pdf({ format, displayHeaderFooter: false })
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1 + open)
      }
      await page.emulateMedia({ media: 'print' })
      const paper = await page.locator('.paper').innerText()
      for (const stage of builtPathway().stages.slice(-open))
        for (const { id, text } of stage.steps) if (progress().steps.get(id)?.state !== 'skip') expect(paper).toContain(text)
      expect(
        await page.evaluate(
          () => [...document.querySelectorAll('button, input, select, textarea')].filter((each) => each.checkVisibility()).length,
        ),
      ).toBe(0)
    })
  })
})
