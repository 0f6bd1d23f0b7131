import { describe, expect, it } from 'vitest'
import { getLibrary } from '#lib/content/library.ts'
import { addressIn, LANGUAGES, languageAlternates } from '#lib/languages.ts'
import { pageMetadata } from '#lib/metadata.ts'
import { SITE } from '#lib/site.ts'

const page = { title: 'Trainer', description: 'Runs the room.', address: '/roles/trainer/' }

describe('a page in several languages', () => {
  it('names every version, itself included, and one for everybody else', () => {
    expect(languageAlternates('/roles/trainer/', ['en', 'fil', 'es-CO'])).toEqual({
      en: `${SITE.origin}/roles/trainer/`,
      'es-CO': `${SITE.origin}/es-CO/roles/trainer/`,
      fil: `${SITE.origin}/fil/roles/trainer/`,
      'x-default': `${SITE.origin}/roles/trainer/`,
    })
  })

  it('is told the same from each version, in whatever order they are given', () => {
    const told = ['en', 'fil', 'es-CO'].map(() => languageAlternates('/', ['fil', 'es-CO', 'en']))
    for (const each of told) expect(each).toEqual(languageAlternates('/', ['en', 'es-CO', 'fil']))
    for (const language of ['en', 'fil', 'es-CO']) expect(told[0]?.[language]).toBe(new URL(addressIn(language, '/'), SITE.origin).href)
  })

  it('sends everybody else to one that there is, where the guide’s own language is missing', () => {
    expect(languageAlternates('/guides/x/', ['fil', 'es-CO'])?.['x-default']).toBe(`${SITE.origin}/es-CO/guides/x/`)
  })

  it('says nothing as long as there is one', () => {
    expect(LANGUAGES).toEqual(['en'])
    expect(languageAlternates('/roles/trainer/')).toBeUndefined()
    expect(pageMetadata(page, getLibrary()).alternates).toEqual({ canonical: `${SITE.origin}/roles/trainer/` })
  })

  it('would print its versions beside its own address', () => {
    expect(pageMetadata(page, getLibrary(), ['en', 'fil']).alternates).toEqual({
      canonical: `${SITE.origin}/roles/trainer/`,
      languages: {
        en: `${SITE.origin}/roles/trainer/`,
        fil: `${SITE.origin}/fil/roles/trainer/`,
        'x-default': `${SITE.origin}/roles/trainer/`,
      },
    })
  })
})
