import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  builtPathway,
  builtStage,
  builtSteps,
  focused,
  justChosen,
  keepBefore,
  kept,
  keptData,
  linkOf,
  noteOf,
  openFields,
  openPathway,
  openPlan,
  planAwake,
  radio,
  said,
  sharedFragment,
  someProgress,
  stateOf,
  step,
  undo,
  unfold,
} from './browser-reader.ts'
import { DESKTOP, PAGES, PHONE, soon, withContext, withPage, withSite } from './browser-site.ts'

const site = withSite()

const [begin, toPlan] = [/^Begin at stage \d+$/, 'Make it your plan']

describe.concurrent('The whole way', () => {
  test('by thumb on a small phone', async () => {
    await withPage(site, { ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const [id = ''] = builtSteps()
      await openPathway(page)
      // Playwright taps only what is in view and not covered.
      await page.locator('.choice label').filter({ hasText: 'I lead people' }).tap()
      await page.getByRole('button', { name: begin }).tap()
      const stage = page.locator('.stage').nth(builtStage().order)
      await stage.locator('.stage-steps > summary').tap()
      await step(page, id).locator('.marks label').filter({ hasText: 'Done' }).tap()
      await step(page, id).locator('.mark-more > summary').tap()
      await noteOf(page, id).tap()
      await page.keyboard.type('Rowena said yes')
      await page.getByRole('link', { name: toPlan }).tap()
      await page.waitForURL(`**${PAGES.plan[0]}`)
      await planAwake(page)
      // Left without a press elsewhere, the note is there all the same.
      expect((await keptData(page)).steps[id]).toMatchObject({ state: 'done', note: 'Rowena said yes' })
      await page.getByLabel('Hours a week for it').selectOption('10')
      await page.getByText('Put my notes and proofs into it').tap()
      expect(await page.getByLabel('Put my notes and proofs into it').isChecked()).toBe(true)
      const link = await linkOf(page)
      await page.getByRole('button', { name: 'Copy the link' }).tap()
      await soon(async () => expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link))
      await page.getByRole('button', { name: 'Clear everything', exact: true }).tap()
      await page.getByRole('button', { name: 'Yes, clear everything' }).tap()
      await undo(page).tap()
      expect((await keptData(page)).steps[id]).toMatchObject({ note: 'Rowena said yes' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.viewport.width)
    })
  })

  test('by keyboard', async () => {
    await withPage(site, DESKTOP, async (page) => {
      const { press, tabTo } = keys(page)
      const [id = ''] = builtSteps()
      await openPathway(page)
      await tabTo(page.locator('fieldset.choices').first().locator('input').first())
      // Backwards from the first choice of six is the last.
      await press('ArrowUp')
      expect(await page.getByLabel('I lead people').isChecked()).toBe(true)
      await tabTo(page.getByRole('button', { name: begin }))
      await press('Enter')
      const stage = page.locator('.stage').nth(builtStage().order)
      await tabTo(stage.locator('.stage-steps > summary'))
      await press('Enter')
      await tabTo(radio(step(page, id), 'To do'))
      await press('ArrowRight')
      await press('ArrowRight')
      expect(await stateOf(page, id)).toBe('done')
      await tabTo(step(page, id).locator('.mark-more > summary'))
      await press('Space')
      await tabTo(noteOf(page, id))
      await page.keyboard.type('Rowena said yes')
      await press('Tab')
      await tabTo(page.getByRole('link', { name: toPlan }))
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${PAGES.plan[0]}`)
      await planAwake(page)

      await tabTo(page.getByLabel('Hours a week for it'))
      await press('ArrowDown')
      expect((await keptData(page)).plan.pace).toBe(4)
      await tabTo(page.getByLabel('Put my notes and proofs into it'))
      await press('Space')
      expect(await page.getByLabel('Put my notes and proofs into it').isChecked()).toBe(true)
      const before = await kept(page)
      await tabTo(page.getByRole('button', { name: 'Clear everything', exact: true }))
      await press('Enter')
      await tabTo(page.getByRole('button', { name: 'Yes, clear everything' }))
      await press('Enter')
      expect((await keptData(page)).steps).toEqual({})
      await tabTo(undo(page))
      await press('Enter')
      expect(await keptData(page)).toEqual(JSON.parse(before ?? ''))
      expect((await keptData(page)).steps[id]).toMatchObject({ state: 'done', note: 'Rowena said yes' })
    })
  })
})

/** Keys, each of which must leave the focus somewhere. */
function keys(page: Page) {
  const press = async (key: string) => {
    await page.keyboard.press(key)
    expect(await focused(page), `after ${key}`).not.toBe('body')
  }
  return {
    press,
    tabTo: async (target: Locator) => {
      for (let presses = 0; presses < 300; presses++) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await press('Tab')
      }
      throw new Error(`300 presses of Tab did not come to ${target}.`)
    },
  }
}

describe.concurrent('The focus stays in the page', () => {
  /** Presses a control by key and says where the focus is then. */
  const pressed = async (control: Locator) => {
    await control.focus()
    await control.press('Enter')
    return control.page().evaluate(() => {
      const { activeElement } = document
      return activeElement === document.body ? 'nowhere' : (activeElement?.textContent ?? '').trim().slice(0, 60)
    })
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })

  test('on the pathway, whatever goes away under it', async () => {
    await withContext(site, DESKTOP, async (context) => {
      await keepBefore(context, { ...someProgress(), plan: { ...justChosen().plan, target: 'ways-out-of-bpo' } })
      const page = await context.newPage()
      await openPathway(page)
      const stage = page.locator('.stage').first()
      expect(await pressed(stage.getByRole('button', { name: 'Open it again' }))).toContain('Put it behind me')
      expect(await pressed(stage.getByRole('button', { name: 'Put it behind me' }))).toContain('Open it again')
      expect(await pressed(button(page, 'Begin at stage 0 after all'))).toContain('You begin at stage 0')
      expect(await pressed(button(page, 'Let my plan lead here'))).toBe('Your plan')
      for (let acts = 0; acts < 5; acts++) expect(await pressed(undo(page))).toBe('Undo')
      await unfold(page, builtSteps()[0] ?? '')
      await openFields(page, builtSteps()[0] ?? '')
      await radio(step(page, builtSteps()[0] ?? ''), 'Done').focus()
      // The line that says what was done goes away; the focus is back where it was before.
      expect(await pressed(button(page, 'Hide this line'))).not.toBe('nowhere')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(`mark-${builtSteps()[0]}`)
    })
  })

  test('on the plan, whatever goes away under it', async () => {
    await withContext(site, DESKTOP, async (context) => {
      await keepBefore(context, someProgress())
      const page = await context.newPage()
      await openPlan(page, sharedFragment())
      expect(await pressed(button(page, 'Compare with mine'))).toBe('Compare with mine')
      expect(await pressed(button(page, 'Keep a copy: add it to mine'))).toBe('Added to your plan.')
      await openPlan(page, sharedFragment())
      expect(await pressed(button(page, 'Discard'))).toContain('Your own plan is as it was')
      await page.getByLabel('What to say').fill('Mine')
      expect(await pressed(button(page, 'Make it anew'))).toBe('Copy the text')
      expect(await pressed(button(page, /code image/))).toContain('code image')
      const clear = button(page, 'Clear everything')
      expect(await pressed(clear)).toBe('Clear everything')
      expect(await pressed(button(page, 'No, keep it'))).toBe('Clear everything')
      // A key held down asks; it does not answer.
      await clear.focus()
      await page.keyboard.down('Enter')
      await page.keyboard.down('Enter')
      await page.keyboard.up('Enter')
      expect(Object.keys((await keptData(page)).steps).length).toBeGreaterThan(0)
      expect(await pressed(button(page, 'Yes, clear everything'))).toContain('Bring back the plan')
      expect(await pressed(undo(page))).toBe('Undo')
    })
  })

  test('when a skill’s step is put into the plan, and when what could not be read is thrown away', async () => {
    await withContext(site, DESKTOP, async (context) => {
      await keepBefore(context, '{oops')
      const page = await context.newPage()
      await openPlan(page)
      expect(await pressed(button(page, 'I do not need it'))).toContain('is gone')
      const post = page.getByLabel('The post you want')
      await post.selectOption(await post.locator('optgroup').last().locator('option').first().innerText())
      const put = page.getByRole('button', { name: /^Put it in my plan/ }).first()
      expect(await pressed(put)).toContain('In your plan')
      expect(await page.locator('.plan-group').count()).toBe(1)
    })
  })
})

test.concurrent('everything cleared can be brought back after the page was left', async () => {
  await withContext(site, DESKTOP, async (context) => {
    await keepBefore(context, someProgress())
    const page = await context.newPage()
    await openPlan(page)
    const before = await keptData(page)
    await page.getByRole('button', { name: 'Clear everything', exact: true }).click()
    await page.getByRole('button', { name: 'Yes, clear everything' }).click()
    await page.reload()
    await planAwake(page)
    await page.getByRole('button', { name: /^Bring back the plan/ }).click()
    expect(await keptData(page)).toEqual(before)
    await said(page).filter({ hasText: 'is back' }).waitFor()
  })
})

describe.concurrent('In colours that the reader has forced', () => {
  test.each([
    ['pathway', openPathway],
    ['plan', (page: Page) => openPlan(page)],
  ] as const)('the states of steps are told apart on the %s', async (_, openIt) => {
    await withContext(site, { ...DESKTOP, forcedColors: 'active' }, async (context) => {
      const steps = builtSteps().slice(0, 4)
      await keepBefore(context, someProgress())
      const page = await context.newPage()
      await openIt(page)
      await unfold(page, steps[0] ?? '')
      const pictures = new Set<string>()
      const choices = new Set<string>()
      for (const id of steps) {
        await step(page, id).scrollIntoViewIfNeeded()
        const box = await step(page, id).boundingBox()
        if (!box) throw new Error('The step is not in view.')
        pictures.add((await page.screenshot({ clip: { x: box.x, y: box.y + 8, width: 28, height: 30 } })).toString('base64'))
        choices.add((await step(page, id).locator('.marks').screenshot()).toString('base64'))
      }
      expect(pictures.size).toBe(4)
      expect(choices.size).toBe(4)
    })
  })

  test('the stations of the line are told apart', async () => {
    await withContext(site, { ...DESKTOP, forcedColors: 'active' }, async (context) => {
      const { stages } = builtPathway()
      const own = someProgress()
      const done = stages.at(-1)?.steps.map(({ id }) => [id, { ...own.steps.values().next().value, state: 'done', changes: 1 }] as const)
      await keepBefore(context, { ...own, steps: new Map([...own.steps, ...((done ?? []) as [])]) })
      const page = await context.newPage()
      await openPathway(page)
      const states = await page.locator('.stage').evaluateAll((all) => all.map((stage) => stage.getAttribute('data-state') ?? ''))
      expect(new Set(states)).toEqual(new Set(['behind', 'doing', 'todo', 'done']))
      const circle = page.locator('.strip-picture g')
      const pictures = new Map<string, string>()
      for (const [index, state] of states.entries()) {
        const box = await circle.nth(index).locator('circle').boundingBox()
        if (!box) throw new Error('The station is not in view.')
        await circle.nth(index).scrollIntoViewIfNeeded()
        pictures.set(state, (await circle.nth(index).locator('circle').screenshot()).toString('base64'))
      }
      expect(new Set(pictures.values()).size).toBe(4)
    })
  })
})
