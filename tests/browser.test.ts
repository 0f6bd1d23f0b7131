import { afterEach, describe, expect, it, vi } from 'vitest'
import { BROWSER_FLAGS, findBrowser } from '#lib/commands/browser.ts'

afterEach(() => vi.unstubAllEnvs())

describe('the browser to test with', () => {
  it('is the one that FLOORWALK_BROWSER names', () => {
    vi.stubEnv('FLOORWALK_BROWSER', process.execPath)
    expect(findBrowser()).toBe(process.execPath)
  })

  it('is refused in one sentence when the variable names nothing', () => {
    vi.stubEnv('FLOORWALK_BROWSER', '/nowhere/chromium')
    expect(() => findBrowser()).toThrow('FLOORWALK_BROWSER names /nowhere/chromium, which is not there. Correct the variable or unset it.')
  })

  it('asks the network nothing of its own accord', () => {
    expect(BROWSER_FLAGS).toContain('--disable-background-networking')
  })
})
