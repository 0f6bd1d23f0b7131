import { describe, expect, it } from 'vitest'
import {
  ENHANCE_BYTES,
  lastingCopy,
  minifiedEnhance,
  STAGE_MARKS_BYTES,
  stageMarksFaults,
  stageMarksScript,
  withAddresses,
} from '#lib/export/assets.ts'

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

describe('the script of stage pages', () => {
  it('is one file that asks for no other, holds nothing of the framework and keeps its names to itself', () => {
    const code = stageMarksScript()
    expect(code).toContain('Where are you with')
    expect(code).not.toMatch(/\bimport\b|\brequire\(|react/i)
    expect(code).toMatch(/^"use strict";\(\(\)=>\{[\s\S]*\}\)\(\);$/)
    expect(stageMarksFaults(Buffer.from(code))).toEqual([])
  })

  it('is refused when it outgrows its budget', () => {
    expect(stageMarksFaults(Buffer.from(noise(20_000)))).toEqual([
      {
        page: '/stage-marks.js',
        message: expect.stringMatching(new RegExp(`^has \\d+ bytes \\(brotli\\); ${STAGE_MARKS_BYTES} are allowed\\.`)),
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
