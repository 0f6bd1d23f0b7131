import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { EmbedsPage } from '#components/embed/embeds-page.tsx'
import { startEmbedCodes } from '#components/islands/embed-code.ts'
import { EmbedCode } from '#components/record/embed-code.tsx'
import { loadLibrary } from '#lib/content/library.ts'
import { embedCode, embeds, embedsOf } from '#lib/embed.ts'

afterEach(cleanup)

const { library } = loadLibrary('tests/fixtures/small')
const fields = () => screen.getAllByRole('textbox') as HTMLTextAreaElement[]

describe('"Put this on your page"', () => {
  it('has the code of every embed of the page, each under its title, to be copied by hand', () => {
    const own = embedsOf(library, '/roles/operations-manager/')
    expect(own.length).toBe(2)
    render(<EmbedCode embeds={own} />)
    expect(screen.getByRole('heading', { name: /Put this on your page/ })).toBeTruthy()
    for (const embed of own) expect((screen.getByLabelText(embed.title) as HTMLTextAreaElement).value).toBe(embedCode(embed))
    expect(fields().every(({ readOnly }) => readOnly)).toBe(true)
    expect(screen.getAllByRole('link', { name: 'Look at it' }).map((link) => link.getAttribute('href'))).toEqual(
      own.map(({ address }) => address),
    )
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('is not there where there is nothing to take', () => {
    expect(render(<EmbedCode embeds={[]} />).container.innerHTML).toBe('')
  })
})

describe('the page of all embeds', () => {
  it('has the code of every one, and shows one of each kind', () => {
    const { container } = render(<EmbedsPage library={library} />)
    const codes = new Set(fields().map(({ value }) => value))
    expect(codes).toEqual(new Set(embeds(library).map(embedCode)))
    const shown = [...container.querySelectorAll('iframe')]
    expect(shown.map((frame) => frame.getAttribute('src')?.split('/')[2])).toEqual(['pay', 'place', 'line', 'pathway'])
    for (const frame of shown) expect([frame.title !== '', frame.getAttribute('loading')]).toEqual([true, 'lazy'])
  })
})

describe('the script of the codes', () => {
  const press = async () => {
    screen.getAllByRole('button', { name: 'Copy the code' })[0]?.click()
    await new Promise((resolve) => setTimeout(resolve))
  }
  const start = (copy: (text: string) => Promise<void>) => {
    render(<EmbedCode embeds={embedsOf(library, '/roles/operations-manager/')} />)
    startEmbedCodes(document, copy)
  }

  it('gives each code a button that copies it and says so', async () => {
    const copied: string[] = []
    start(async (text) => {
      copied.push(text)
    })
    expect(screen.getAllByRole('button')).toHaveLength(2)
    await press()
    expect(copied).toEqual([fields()[0]?.value])
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('Copied.')
  })

  it('marks the code where the browser does not copy', async () => {
    start(() => Promise.reject(new Error('no')))
    await press()
    const [field] = fields()
    expect([field?.selectionStart, field?.selectionEnd]).toEqual([0, field?.value.length])
    expect(screen.getAllByRole('status')[0]?.textContent).toContain('The code is marked')
  })

  it('leaves a page without codes alone', () => {
    expect(() => startEmbedCodes(new DOMParser().parseFromString('<p data-embed-code></p>', 'text/html'), async () => {})).not.toThrow()
  })
})
