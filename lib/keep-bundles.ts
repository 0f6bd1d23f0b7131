import type { Library } from './content/library.ts'
import { FIGURE_AGES, OFFLINE, PLAN } from './trail.ts'

/** What readers may keep on their phone in one go. What its pages load and ask for comes with it. */
export interface KeepBundle {
  id: string
  title: string
  /** What is in it, for somebody who decides whether it is worth the data. */
  about: string
  pages: readonly string[]
}

/** The bundle of a pathway, by the pathway's id. */
export const pathwayBundle = (id: string) => `pathway-${id}`

/** The publications have twice as many pages as all the rest, and few readers open one: they are a bundle of their own. */
const isSource = (address: string) => /^\/sources\/./.test(address) && address !== FIGURE_AGES.address

export function keepBundles(library: Library): KeepBundle[] {
  const addresses = library.addresses()
  return [
    ...library.all('pathways').map(({ id, address, data }) => ({
      id: pathwayBundle(id),
      title: data.title,
      about: `The pathway, its ${library.stagesOf(id).length} stages with every step, and your plan.`,
      pages: [address, ...library.stagesOf(id).map((stage) => stage.address), PLAN.address, OFFLINE.address],
    })),
    {
      id: 'guide',
      title: 'The whole guide',
      about: 'Every page, the search, the map, the comparison and the planner. Without the pages of the publications.',
      pages: addresses.filter((address) => !isSource(address)),
    },
    {
      id: 'sources',
      title: 'The publications',
      about: 'A page for each publication behind the figures: what it measures and leaves out.',
      pages: [...addresses.filter(isSource), OFFLINE.address],
    },
  ]
}
