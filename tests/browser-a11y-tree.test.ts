import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtStage, builtSteps, keepBefore, openPathway, openPlan, sharedFragment, someProgress, step, unfold } from './browser-reader.ts'
import { DESKTOP, open, PHONE, withContext, withPage, withSite } from './browser-site.ts'

const site = withSite()

/** What is said at this place: kinds, names and order. Addresses are held elsewhere. */
const said = async (place: Locator, wanted = /^(?!\s*- \/url:)/) =>
  (await place.ariaSnapshot())
    .split('\n')
    .filter((line) => wanted.test(line))
    .join('\n')

const LANDMARK = /^\s*- (?:banner|navigation|main|article|contentinfo|search|complementary)\b|\[level=1\]/

describe('What a screen reader says, in its order', () => {
  test('a role: landmarks', async () => {
    await withPage(site, PHONE, async (page) => {
      await open(page, 'role')
      expect(await said(page.locator('body'), LANDMARK)).toMatchInlineSnapshot(`
        "- banner:
          - search:
          - navigation "Main":
        - main:
          - article:
            - navigation "Breadcrumb":
            - heading "People lead line Operations manager" [level=1]:
            - navigation "Where it sits":
            - navigation "Previous and next":
        - contentinfo:
          - navigation "All sections":"
      `)
    })
  })

  test('a role: its trail', async () => {
    await withPage(site, PHONE, async (page) => {
      await open(page, 'role')
      expect(await said(page.getByRole('navigation', { name: 'Breadcrumb' }))).toMatchInlineSnapshot(`
        "- navigation "Breadcrumb":
          - list:
            - listitem:
              - link "Home":
            - listitem:
              - link "Roles":
            - listitem: Operations manager"
      `)
    })
  })

  test('a role: where it sits', async () => {
    await withPage(site, DESKTOP, async (page) => {
      await open(page, 'role')
      expect(await said(page.getByRole('navigation', { name: 'Where it sits' }))).toMatchInlineSnapshot(`
        "- navigation "Where it sits":
          - heading "Where it sits" [level=2]
          - list:
            - listitem:
              - 'link "Before it: Reporting analyst"':
            - listitem:
              - 'link "Before it: Workforce analyst"':
            - listitem:
              - 'link "Before it: Team leader"':
            - listitem:
              - 'link "Before it: Assistant manager"':
            - listitem:
              - text: "Operations manager you are here Change here for:"
              - list:
                - listitem:
                  - link "Transition manager":
                  - text: across
                - listitem:
                  - link "Client relationship manager":
                  - text: across
                - listitem:
                  - link "BPO manager (client side)":
                  - text: across
            - listitem:
              - 'link "Next: Service delivery manager"':
          - paragraph:
            - link "On the line map":"
      `)
    })
  })

  test('a role: the questions its board answers', async () => {
    await withPage(site, PHONE, async (page) => {
      await open(page, 'role')
      expect(await said(page.locator('.head'), /^\s*- (?:term|heading)/)).toMatchInlineSnapshot(`
        "- heading "People lead line Operations manager" [level=1]:
        - term: Half earn under
        - term: Answers for
        - term: Before it
        - term: Hours"
      `)
    })
  })

  test('the pathway: its stages', async () => {
    await withPage(site, PHONE, async (page) => {
      await open(page, 'pathway')
      expect(await said(page.locator('.stages'), /- '?link/)).toMatchInlineSnapshot(`
        "      - 'link "Stage 0: Choose and prepare"':
              - 'link "Stage 1: Get hired"':
              - 'link "Stage 2: First 90 days"':
              - 'link "Stage 3: Reliable performer"':
              - 'link "Stage 4: Visible contributor"':
              - 'link "Stage 5: First lead role"':
              - 'link "Stage 6: Wider scope"':
              - 'link "Stage 7: Become operations manager"':
              - 'link "Stage 8: Beyond"':"
      `)
    })
  })

  test('a stage: where it stands on the line', async () => {
    await withPage(site, PHONE, async (page) => {
      await open(page, 'stage')
      expect(await said(page.getByRole('navigation', { name: 'The line' }))).toMatchInlineSnapshot(`
        "- navigation "The line":
          - heading "The line" [level=2]
          - list:
            - listitem:
              - 'link "Stage 0: Choose and prepare"':
            - listitem:
              - 'link "Stage 1: Get hired"':
            - listitem:
              - 'link "Stage 2: First 90 days"':
            - listitem:
              - 'link "Stage 3: Reliable performer"':
            - listitem:
              - 'link "Stage 4: Visible contributor"':
            - listitem: First lead role you are here
            - listitem:
              - 'link "Stage 6: Wider scope"':
            - listitem:
              - 'link "Stage 7: Become operations manager"':
            - listitem:
              - 'link "Stage 8: Beyond"':"
      `)
    })
  })

  test('a step to mark: what it is, where the reader is with it, and what a fold holds', async () => {
    await withContext(site, PHONE, async (context) => {
      await keepBefore(context, someProgress())
      const page = await context.newPage()
      await openPathway(page)
      const id = builtSteps()[0] ?? ''
      await unfold(page, id)
      // The words of the step itself are the article's.
      const words = builtStage().steps[0]?.text ?? ''
      expect((await said(step(page, id))).replaceAll(words, '(the step)')).toMatchInlineSnapshot(`
        "- listitem:
          - heading "(the step)" [level=4]:
            - link "(the step)":
          - 'group "Where are you with: (the step)"':
            - text: "Where are you with: (the step)"
            - radio "To do"
            - text: To do
            - radio "Doing"
            - text: Doing
            - radio "Done" [checked]
            - text: Done
            - radio "Not for me"
            - text: Not for me
          - group: "Your proof : (the step)""
      `)
    })
  })

  test('a plan from a link: a region of its own', async () => {
    await withPage(site, PHONE, async (page) => {
      await openPlan(page, sharedFragment())
      expect(await said(page.locator('.incoming'), /- (?:region|heading|button)/)).toMatchInlineSnapshot(`
        "- region "Somebody shared this plan with you":
          - heading "Somebody shared this plan with you" [level=2]
            - button "Keep a copy"
            - button "Discard""
      `)
    })
  })
})
