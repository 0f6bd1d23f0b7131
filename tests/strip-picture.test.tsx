import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { StripPicture } from '#components/islands/strip-picture.tsx'
import { countOf, stageState, stagesStanding } from '#lib/reader/standing.ts'
import { begun, pathway, stage, withStates } from './made-guide.ts'

afterEach(cleanup)

const UP = pathway('up', [stage('a', ['a1']), stage('b', ['b1']), stage('c', ['c1']), stage('d', ['d1', 'd2']), stage('e', ['e1'])])

describe('the picture of a line', () => {
  it('draws each standing with a form of its own, so that nobody needs the colour', () => {
    const progress = withStates({ b1: 'done', c1: 'skip', d1: 'doing' }, begun('up', 'b'))
    const { container } = render(<StripPicture standing={stagesStanding(progress, UP)} />)
    const stations = [...container.querySelectorAll('g')].map((group) => [
      group.querySelector('text')?.textContent,
      ...[...group.querySelectorAll('circle, path')].map((shape) => shape.getAttribute('class')),
    ])
    expect(stations).toEqual([
      ['0', 'ring dashed', 'bar'],
      ['1', 'full', 'tick'],
      ['2', 'ring dashed', 'bar'],
      ['3', 'ring', 'half'],
      ['4', 'ring'],
    ])
  })

  it('is kept from screen readers, which have the list', () => {
    const { container } = render(<StripPicture standing={stagesStanding(withStates({}), UP)} />)
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    expect(container.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 200 52')
  })
})

it.each([
  [['todo', 'todo'], 'todo'],
  [['todo', 'doing'], 'doing'],
  [['todo', 'done'], 'doing'],
  [['todo', 'skip'], 'todo'],
  [['done', 'skip'], 'done'],
  [['done', 'done'], 'done'],
  [['skip', 'skip'], 'skip'],
  [[], 'todo'],
] as const)('a stage whose steps are %j stands at %s', (states, standing) => {
  expect(stageState(countOf(states), false)).toBe(standing)
})

it('a stage that lies behind the reader stands there, whatever its steps', () => {
  expect(stageState(countOf(['done', 'todo']), true)).toBe('behind')
})
