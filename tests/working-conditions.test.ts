import { expect, it } from 'vitest'
import { conditionsLine } from '#lib/working-conditions.ts'

const rest = { serviceLines: [], note: 'Adverts.' }

it('says how a role works in one line', () => {
  expect(conditionsLine({ contact: 'voice', home: 'rare', nights: 'usual', degree: 'not-asked', ...rest })).toBe(
    'Mostly by voice · seldom from home · nights are usual · no degree asked',
  )
  expect(conditionsLine({ contact: 'none', home: 'usual', nights: 'rare', degree: 'usual', ...rest })).toBe(
    'Little or no customer contact · often from home · nights are rare · a degree usually asked',
  )
})
