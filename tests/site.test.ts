import { describe, expect, it } from 'vitest'
import { issueAddress, mailAddress } from '#lib/site.ts'

const words = ['Problem: “Pay” & more', 'Line 1\nLine 2 #a'] as const
const read = (address: string | undefined) => new URL(address ?? '').searchParams

describe('a report in the repository', () => {
  it.each(['https://github.com/floorwalk/guide', 'https://codeberg.org/floorwalk/guide', 'https://git.example.org/floorwalk'])(
    'is written by title and body: %s',
    (repository) => {
      const address = issueAddress(...words, repository)
      expect(address?.startsWith(`${repository}/issues/new?`)).toBe(true)
      expect([read(address).get('title'), read(address).get('body')]).toEqual([...words])
    },
  )

  it.each(['https://gitlab.com/floorwalk/guide', 'https://gitlab.example.org/a/b'])('is written as GitLab reads it: %s', (repository) => {
    const address = issueAddress(...words, repository)
    expect(address?.startsWith(`${repository}/-/issues/new?`)).toBe(true)
    expect([read(address).get('issue[title]'), read(address).get('issue[description]')]).toEqual([...words])
  })

  it.each(['https://bitbucket.org/floorwalk/guide', 'https://git.sr.ht/~floorwalk/guide'])(
    'is not offered where no host reads one: %s',
    (repository) => {
      expect(issueAddress(...words, repository)).toBeUndefined()
    },
  )
})

it('a mail carries its subject and its lines', () => {
  const { protocol, searchParams } = new URL(mailAddress(...words))
  expect([protocol, searchParams.get('subject'), searchParams.get('body')]).toEqual(['mailto:', ...words])
})
