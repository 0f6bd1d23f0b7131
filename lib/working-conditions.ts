import type { Conditions } from './reader/role-sheet.ts'
import type { Role } from './role.ts'

type Work = Role['work']

/** Each choice of a role's working conditions as it stands in a list. */
const WORDS: { [Field in 'contact' | 'home' | 'nights' | 'degree']: Record<Work[Field], string> } = {
  contact: {
    voice: 'Mostly by voice',
    written: 'Mostly in writing',
    both: 'By voice and in writing',
    none: 'Little or no customer contact',
  },
  home: { usual: 'often from home', possible: 'from home at times', rare: 'seldom from home' },
  nights: { usual: 'nights are usual', possible: 'nights happen', rare: 'nights are rare' },
  degree: { 'not-asked': 'no degree asked', sometimes: 'a degree asked at times', usual: 'a degree usually asked' },
}

/** The same choices, each in its words. */
export const conditionsOf = ({ contact, home, nights, degree }: Work): Conditions => ({
  contact: WORDS.contact[contact],
  home: WORDS.home[home],
  nights: WORDS.nights[nights],
  degree: WORDS.degree[degree],
})

/** "Mostly by voice · seldom from home · nights are usual · no degree asked": how a role works, in one line. */
export const conditionsLine = (work: Work) => {
  const { contact, home, nights, degree } = conditionsOf(work)
  return [contact, home, nights, degree].join(' · ')
}
