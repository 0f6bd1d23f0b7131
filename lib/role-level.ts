/** The levels of responsibility, from a role's `level: 1` upwards: what each is called, and its permanent id in addresses. */
export const ROLE_LEVELS = [
  { id: 'first-job', name: 'First job' },
  { id: 'specialist', name: 'Senior or specialist' },
  { id: 'first-lead', name: 'First lead' },
  { id: 'leads-leaders', name: 'Leads leaders' },
  { id: 'programme', name: 'Runs a programme' },
  { id: 'programmes', name: 'Several programmes' },
  { id: 'site', name: 'Site and above' },
] as const

/** The level of a role, by its number from 1. */
export function roleLevel(level: number): (typeof ROLE_LEVELS)[number] {
  const found = ROLE_LEVELS[level - 1]
  if (!found) throw new Error(`There is no level ${level}.`)
  return found
}
