import { useState } from 'react'
import { oneToOne } from '#lib/reader/one-to-one.ts'
import type { GuideOutline } from '#lib/reader/outline.ts'
import type { PlanView } from '#lib/reader/plan-view.ts'
import { CopyButton } from './copy-button.tsx'

/** What to say in the next talk with one's manager: made from the plan, to be changed before it is said. */
export function OneToOne({ view, guide }: { view: PlanView; guide: GuideOutline }) {
  const made = oneToOne(view, guide)
  const [own, setOwn] = useState<string>()
  const text = own ?? made
  return (
    <>
      <p>Made from your marks. Change it until it sounds like you; the changed text is not kept.</p>
      <p className="field">
        <label htmlFor="plan-talk-text" className="sr-only">
          What to say
        </label>
        <textarea id="plan-talk-text" rows={9} value={text} onChange={({ target }) => setOwn(target.value)} />
      </p>
      <p className="acts-row">
        <CopyButton text={text}>Copy the text</CopyButton>
        {own !== undefined && own !== made ? (
          <button type="button" className="act quiet" onClick={() => setOwn(undefined)}>
            Make it anew
          </button>
        ) : null}
      </p>
    </>
  )
}
