import type { LatticeCountry, LatticeRole } from './lattice-outline.ts'
import type { NightRule } from './pay-outline.ts'

const OFTEN = { rare: 0, possible: 1, usual: 2 } as const
/** From here on a post has leads below it. */
const LEADS_LEADERS = 4

/** Why the cash of a month may fall although the post is a better one. */
export interface NightLoss {
  /** Fewer nights are worked in the new post. */
  fewer: boolean
  /** The new post stands higher and leads people, so that rules for managers may apply. */
  leads: boolean
  /** Rules of the country that say who is not covered, a rate by law first. */
  rules: readonly NightRule[]
}

/**
 * Whether night pay may go with a move; undefined where the old post hardly has nights, or nothing of it changes. Which posts a
 * rule leaves out it says itself: nothing here decides that.
 */
export function nightLoss(from: LatticeRole, to: LatticeRole, country: LatticeCountry | undefined): NightLoss | undefined {
  const fewer = OFTEN[to.nights] < OFTEN[from.nights]
  const leads = to.level > from.level && (to.line === 'lead' || to.level >= LEADS_LEADERS)
  if (from.nights === 'rare' || !(fewer || leads)) return undefined
  const exempting = (country?.night ?? []).filter(({ exempt }) => exempt !== undefined)
  const rates = exempting.filter(({ figure }) => figure !== undefined)
  return { fewer, leads, rules: rates.length > 0 ? rates : exempting }
}
