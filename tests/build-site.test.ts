import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'floorwalk-build-'))
  cpSync('tests/fixtures/small', path.join(folder, 'content'), { recursive: true })
  const role = path.join(folder, 'content', 'roles', 'team-leader.mdx')
  writeFileSync(role, readFileSync(role, 'utf8').replace('skill: coaching', 'skill: coachingg'))
  mkdirSync(path.join(folder, 'out'))
  writeFileSync(path.join(folder, 'out', 'index.html'), 'an older site')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a build of content with a fault', () => {
  it('prints the fault, ends with status 1, says what to do last, and leaves no older site behind', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'lib/commands/build.ts', '--content', path.join(folder, 'content'), '--out', path.join(folder, 'out')],
      { encoding: 'utf8' },
    )
    expect(stdout).toContain('"coachingg" is not a skill. Did you mean "coaching"?')
    expect(stderr.trim().split('\n').at(-1)).toBe('Correct the places above; npm run check prints them again. Nothing was built.')
    expect(status).toBe(1)
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })
})

describe('a build for an address that is none', () => {
  it('names the variable, and builds nothing', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'lib/commands/build.ts', '--content', 'tests/fixtures/small', '--out', path.join(folder, 'out')],
      { encoding: 'utf8', env: { ...process.env, FLOORWALK_ORIGIN: 'https://guide.example.org/' } },
    )
    expect(stderr).toContain('FLOORWALK_ORIGIN  "https://guide.example.org/" is more than the origin of the site')
    expect(status).toBe(1)
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })
})
