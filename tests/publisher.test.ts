import { describe, expect, it } from 'vitest'
import { publisherFaults } from '#lib/export/publisher.ts'
import { SITE } from '#lib/site.ts'

const good = {
  origin: 'https://guide.example.org',
  repository: 'https://git.example.org/floorwalk',
  contact: 'editors@example.org',
  offline: 'on',
}

describe('what a publisher sets', () => {
  it('may be left out, or be plain addresses', () => {
    expect(publisherFaults(SITE)).toEqual([])
    expect(publisherFaults(good)).toEqual([])
    expect(publisherFaults({ ...good, origin: 'https://guide.example.org:8443' })).toEqual([])
  })

  it.each([
    ['', 'is not an https address'],
    ['guide.example.org', 'is not an https address'],
    ['http://guide.example.org', 'is not an https address'],
    ['javascript:alert(1)', 'is not an https address'],
    ['https://guide.example.org/', 'Write https://guide.example.org'],
    ['https://guide.example.org/floorwalk', 'Write https://guide.example.org'],
    ['https://guide.example.org?x=1', 'Write https://guide.example.org'],
    ['https://Guide.example.org', 'Write https://guide.example.org'],
    ['https://guide.example.org:443', 'Write https://guide.example.org'],
    ['https://me:secret@guide.example.org', 'has a user name before the host'],
    ['https://localhost', 'points to a private or local host'],
    ['https://localhost:3000', 'points to a private or local host'],
    ['https://192.168.1.4', 'points to a private or local host'],
    ['https://203.0.113.7', 'points to a private or local host'],
    ['https://[2001:db8::7]', 'points to a private or local host'],
    ['https://guide.example.org.', 'not written plainly'],
    ['https://guide.example.org#top', 'Write https://guide.example.org'],
    ['https://guide.example.org\n', 'holds white space'],
    ['HTTPS://guide.example.org', 'is not an https address'],
    ['https://xn--gude-0ya.example.org', 'look-alike letters'],
    ['https://', 'is not an https address'],
    [' https://guide.example.org', 'holds white space'],
    ['https://gu\u0456de.example.org', 'look-alike letters'],
  ])('is refused as an origin: %j', (origin, message) => {
    const [fault, ...others] = publisherFaults({ ...good, origin })
    expect(fault).toMatch(/^FLOORWALK_ORIGIN {2}"/)
    expect(fault).toContain(message)
    expect(others).toEqual([])
  })

  it('is told all of it at once', () => {
    expect(
      publisherFaults({ origin: 'x', repository: 'https://git.example.org/floorwalk/', contact: 'us <us@example.org>', offline: 'no' }),
    ).toMatchInlineSnapshot(`
      [
        "FLOORWALK_ORIGIN  "x" is not an https address. Write it in full, with https:// before the host.",
        "FLOORWALK_REPOSITORY  "https://git.example.org/floorwalk/" ends with a sign that paths are put behind. Take it away.",
        "FLOORWALK_CONTACT  "us <us@example.org>" is no plain mail address. Write it like editors@example.org",
        "FLOORWALK_OFFLINE  "no" is neither on nor off. Write off, or leave it out.",
      ]
    `)
  })
})
