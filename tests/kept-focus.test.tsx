import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFocus } from '#components/islands/kept-focus.ts'

let stop = () => {}

/** A page with an island in it; `inside` is the island's markup. */
function page(inside: string): HTMLElement {
  document.body.innerHTML = `<main tabindex="-1"><button id="before">Elsewhere</button><div>${inside}</div></main>`
  const island = document.querySelector<HTMLElement>('main > div')
  if (!island) throw new Error('no island')
  stop = keepFocus(island)
  return island
}

const at = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}

/** Takes a control away while it has the focus, and gives what has it then. */
async function without(selector: string): Promise<Element | null> {
  at(selector).focus()
  at(selector).remove()
  // Watchers are told once the current task is done.
  await Promise.resolve()
  return document.activeElement
}

const LINE = '<div class="acts" data-shown="true"><p role="status" tabindex="-1">Done.</p><button id="hide">×</button></div>'

describe('the focus of a control that goes away', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
  })
  afterEach(() => stop())

  it('goes to what stands in its row', async () => {
    page(`<p class="acts-row"><button id="stays"></button><button id="goes"></button></p>${LINE}`)
    expect(await without('#goes')).toBe(at('#stays'))
  })

  it('goes to the line that says what was done where the row is gone too', async () => {
    page(`<p class="acts-row" id="row"><button id="goes"></button></p>${LINE}`)
    at('#goes').focus()
    at('#row').remove()
    await Promise.resolve()
    expect(document.activeElement).toBe(at('[role=status]'))
  })

  it('goes back to where it was before when it is the line itself that goes', async () => {
    page(`<button id="own"></button>${LINE}`)
    at('#own').focus()
    at('#hide').focus()
    at('.acts').setAttribute('data-shown', 'false')
    at('#hide').remove()
    await Promise.resolve()
    expect(document.activeElement).toBe(at('#own'))
  })

  it('goes to the text of the page where nothing else is left', async () => {
    page('<button id="goes"></button>')
    expect(await without('#goes')).toBe(at('main'))
  })

  it('is left alone where the reader has moved on, or has pressed elsewhere', async () => {
    page('<button id="goes"></button>')
    at('#goes').focus()
    at('#before').focus()
    at('#goes').remove()
    await Promise.resolve()
    expect(document.activeElement).toBe(at('#before'))

    page('<button id="goes"></button>')
    at('#goes').focus()
    at('main').dispatchEvent(new Event('pointerdown', { bubbles: true }))
    at('#goes').remove()
    await Promise.resolve()
    expect(document.activeElement).toBe(document.body)
  })

  it('is found again where the control was pressed a second time', async () => {
    page('<button id="goes"></button>')
    at('#goes').focus()
    at('#goes').dispatchEvent(new Event('pointerdown', { bubbles: true }))
    at('#goes').remove()
    await Promise.resolve()
    expect(document.activeElement).toBe(at('main'))
  })
})
