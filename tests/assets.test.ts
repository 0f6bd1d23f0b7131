import { describe, expect, it } from 'vitest'
import { bundledPageScript, ENHANCE_BYTES, lastingCopy, minifiedEnhance, pageScriptFaults, withAddresses } from '#lib/export/assets.ts'
import { PAGE_SCRIPT_NAMES, PAGE_SCRIPTS } from '#lib/export/page-scripts.ts'

/** Text that hardly shrinks. */
function noise(length: number): string {
  let seed = 1
  return Array.from({ length }, () => {
    seed = (seed * 48271) % 2147483647
    return String.fromCharCode(97 + (seed % 26))
  }).join('')
}

describe('the script of still pages', () => {
  it('is made small and keeps its names to itself', () => {
    const made = minifiedEnhance('// remark\nconst greeting = 1\nwindow.x = greeting + 1\n')
    expect(made).toEqual({ code: '(()=>{window.x=2;})();' })
  })

  it('is refused when it outgrows its budget', () => {
    expect(minifiedEnhance(`window.x=${JSON.stringify(noise(4000))}`)).toHaveProperty(
      'fault.message',
      expect.stringMatching(new RegExp(`^has \\d+ bytes \\(brotli\\); ${ENHANCE_BYTES} are allowed\\.`)),
    )
  })
})

describe('a page script', () => {
  it.each(PAGE_SCRIPT_NAMES)(
    '%s is one file that asks for no other, holds nothing of the framework and keeps within its budget',
    (name) => {
      const code = bundledPageScript(name)
      expect(code.length).toBeGreaterThan(500)
      expect(code).not.toMatch(/\bimport\s*[\w{"'*]|\brequire\(|react/i)
      expect(pageScriptFaults(name, Buffer.from(code))).toEqual([])
    },
  )

  it('says what it is for', () => {
    expect(bundledPageScript('stage-marks')).toContain('Where are you with')
  })

  it('is refused when it outgrows its budget', () => {
    expect(pageScriptFaults('stage-marks', Buffer.from(noise(20_000)))).toEqual([
      {
        page: '/scripts/stage-marks.js',
        message: expect.stringMatching(new RegExp(`^has \\d+ bytes \\(brotli\\); ${PAGE_SCRIPTS['stage-marks'].bytes} are allowed\\.`)),
      },
    ])
  })
})

describe('lasting names', () => {
  it('follow the content', () => {
    const copy = (text: string) => lastingCopy(new Map([['fonts/a.woff2', Buffer.from(text)]]), 'fonts/a.woff2')
    expect(copy('1')).toEqual(['/fonts/a.woff2', expect.stringMatching(/^\/_next\/static\/a\.[0-9a-f]{10}\.woff2$/)])
    expect(copy('1')).toEqual(copy('1'))
    expect(copy('1')?.[1]).not.toBe(copy('2')?.[1])
  })

  it('replace whole addresses only, in pages, style sheets and payloads', () => {
    const text = String.raw`src="/e.js" href="/e.js.map" url(/e.js) url('/e.js') \"/e.js\" https://other.example/e.js`
    expect(withAddresses(text, [['/e.js', '/n.js']])).toBe(
      String.raw`src="/n.js" href="/e.js.map" url(/n.js) url('/n.js') \"/n.js\" https://other.example/e.js`,
    )
  })
})
