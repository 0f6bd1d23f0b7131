import { publicAddressFault } from '../fields.ts'

/** What a publisher sets at build: see lib/site.ts. */
export interface Publisher {
  origin: string
  repository: string
  contact: string
  offline: string
}

/** What would lead readers astray on every page, each with the variable to correct. */
export function publisherFaults({ origin, repository, contact, offline }: Publisher): string[] {
  const say = (variable: string, value: string, fault: string | undefined) =>
    fault ? [`${variable}  "${value.slice(0, 80)}" ${fault}`] : []
  return [
    ...say('FLOORWALK_ORIGIN', origin, originFault(origin)),
    ...say('FLOORWALK_REPOSITORY', repository, publicAddressFault(repository) ?? endFault(repository)),
    ...say('FLOORWALK_CONTACT', contact, contactFault(contact)),
    ...say('FLOORWALK_OFFLINE', offline, /^(?:on|off)$/.test(offline) ? undefined : 'is neither on nor off. Write off, or leave it out.'),
  ]
}

/** Addresses of pages are put behind it as they are, so it is the bare origin. */
function originFault(origin: string): string | undefined {
  const fault = publicAddressFault(origin)
  if (fault) return fault
  const bare = new URL(origin).origin
  return origin === bare ? undefined : `is more than the origin of the site, or not written plainly. Write ${bare}`
}

const endFault = (address: string) => (/[/?#]$/.test(address) ? 'ends with a sign that paths are put behind. Take it away.' : undefined)

const contactFault = (contact: string) =>
  /^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(contact) ? undefined : 'is no plain mail address. Write it like editors@example.org'
