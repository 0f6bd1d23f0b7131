import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#lib/content/library.ts'
import { headlinePay } from '#lib/headline-pay.ts'
import { formatWhen } from '#lib/money.ts'
import { cardAddress, cardText, shareCard } from '#lib/share-card.ts'
import { libraryWith, swap } from './content-tree.ts'

const { library } = loadLibrary()
const small = loadLibrary('tests/fixtures/small').library
const card = (address: string) => shareCard(address, small)

describe('the card of a page', () => {
  it('exists for every page of the guide, says something, and is no other page’s', () => {
    const addresses = library.addresses().map((address) => {
      const made = shareCard(address, library)
      expect(made.title.trim(), address).not.toBe('')
      expect(made.fact.trim(), address).not.toBe('')
      expect(made.note?.trim(), address).not.toBe('')
      expect(cardText(made), address).not.toMatch(/undefined|NaN|\[object|\.\./)
      return cardAddress(made)
    })
    expect(new Set(addresses).size).toBe(library.addresses().length)
  })

  it('exists for every page of a guide that has hardly anything', () => {
    for (const address of small.addresses()) expect(card(address).fact, address).not.toBe('')
  })

  it('is the home page’s where there is no page', () => {
    expect(card('/404.html')).toEqual(card('/'))
    expect(card('/roles/nobody/')).toEqual(card('/'))
  })

  it('has an address that changes with what it says, and with nothing else', () => {
    const changed = libraryWith({ 'roles/team-leader.mdx': swap('title: Team leader', 'title: Team captain') })
    const address = (from: typeof small, place: string) => cardAddress(shareCard(place, from))
    expect(address(changed, '/roles/team-leader/')).not.toBe(address(small, '/roles/team-leader/'))
    expect(address(changed, '/metrics/occupancy/')).toBe(address(small, '/metrics/occupancy/'))
    expect(address(small, '/')).toMatch(/^\/cards\/[0-9a-f]{10}\.png$/)
  })
})

describe('pay on the card of a role', () => {
  const FITS = ['exact', 'close', 'wider']

  it('is the official median that fits best, with its country, its date and whom it counts; else it is said to be missing', () => {
    let missing = 0
    for (const role of library.all('roles')) {
      const { fact, note = '' } = shareCard(role.address, library)
      const known = headlinePay(role.id, library).filter(({ amount }) => amount)
      if (known.length === 0) {
        missing++
        expect(fact).toBe('No reliable pay figure yet')
        expect(note).not.toMatch(/\d/)
        continue
      }
      const best = Math.min(...known.map(({ records: [record] }) => FITS.indexOf(record?.fit ?? '')))
      const [first] = known.filter(({ records: [record] }) => record?.fit === FITS[best])
      expect(fact).toBe(first?.amount)
      expect(note).toContain(formatWhen(first?.records[0]?.asOf ?? ''))
      expect(note.includes('close group') || note.includes('wider group')).toBe(best > 0)
    }
    expect(missing).toBeGreaterThan(0)
  })

  it('says so when nothing official is known', () => {
    expect(card('/roles/team-leader/')).toMatchObject({ fact: 'No reliable pay figure yet', line: 'lead', place: 'Roles › People lead' })
  })
})

describe('the fact', () => {
  it('of a stage is its number as on its page, and its station', () => {
    const stages = small.stagesOf('operations-manager')
    expect(stages.map(({ address }) => card(address).stops?.here)).toEqual(stages.map((_, index) => index))
    expect(card(stages[1]?.address ?? '').fact).toBe(`Stage 1 on a line from 0 to ${stages.length - 1}`)
  })

  it('of a source is its publisher, its date and its grade', () => {
    expect(shareCard('/sources/ons-ashe-2025/', library)).toMatchObject({
      fact: 'Office for National Statistics',
      note: expect.stringMatching(/ · official publication or law$/),
      stops: { count: 4, here: 0, names: ['A', 'B', 'C', 'D'] },
    })
  })

  it('of a certification that is not simply open is what became of it', () => {
    for (const { address, data } of library.all('certifications')) {
      const { fact } = shareCard(address, library)
      if (data.state === 'active') expect(fact, address).toMatch(/^(?:Needed|Helps|Skip it) in \d+ roles?|^Open to start$/)
      else expect(fact, address).not.toMatch(/roles?|Open/)
    }
  })

  it('of a metric is its formula without the remarks behind it', () => {
    expect(shareCard('/metrics/abandonment-rate/', library).fact).toBe('abandonment = abandoned calls / offered calls')
  })

  it('of a country is signed with its money', () => {
    const signs = library.all('salaries').map(({ address }) => shareCard(address, library).sign)
    expect(signs).toContainEqual({ letters: '₱' })
    expect(signs).toContainEqual({ letters: 'zł' })
    expect(signs).toContainEqual({ letters: '₹' })
  })
})
