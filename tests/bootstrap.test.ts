import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
// @ts-expect-error plain JavaScript without types: it must run before anything is installed
import { inStep, nodeIsNewEnough } from '#lib/commands/bootstrap.mjs'

describe('the version of Node', () => {
  it.each([
    ['20.9.0', true],
    ['20.20.2', true],
    ['22.1.0', true],
    ['24.0.0', true],
    ['20.8.1', false],
    ['18.20.0', false],
    ['9.9.9', false],
  ])('%s is enough: %s', (version, enough) => {
    expect(nodeIsNewEnough(version)).toBe(enough)
  })
})

describe('installed packages', () => {
  const lock = {
    packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/other-system': { version: '2.0.0', optional: true } },
  }

  it('are in step when every version is the one of the lock file, parts for other systems aside', () => {
    expect(inStep(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  })

  it('are out of step when one is older or missing', () => {
    expect(inStep(lock, { packages: { 'node_modules/a': { version: '0.9.0' } } })).toBe(false)
    expect(inStep(lock, { packages: {} })).toBe(false)
    expect(inStep(lock, {})).toBe(false)
  })
})

it('a command that does not exist is refused with the list of those that do', () => {
  const { status, stderr } = spawnSync(process.execPath, ['lib/commands/bootstrap.mjs', 'destroy'], { encoding: 'utf8' })
  expect(stderr.trim()).toBe('Write one of these after npm run: start, dev, test, check, new, build, edition, released.')
  expect(status).toBe(1)
})
