import { useEffect, useState } from 'react'
import { GUIDE_DATA, type GuideOutline } from '#lib/reader/outline.ts'

/** The guide's outline once it is there, whether asking for it failed, and how to ask again. */
export function useGuide(): { guide?: GuideOutline; failed: boolean; again: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<{ guide?: GuideOutline; failed: boolean }>({ failed: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is a reason to ask again
  useEffect(() => {
    let here = true
    const load = async () => {
      try {
        const answer = await fetch(GUIDE_DATA)
        if (!answer.ok) throw new Error(`${GUIDE_DATA} answers ${answer.status}.`)
        const guide = (await answer.json()) as GuideOutline
        if (!Array.isArray(guide?.pathways)) throw new Error(`${GUIDE_DATA} is not the outline of the guide.`)
        if (here) setState({ guide, failed: false })
      } catch {
        if (here) setState({ failed: true })
      }
    }
    load()
    return () => {
      here = false
    }
  }, [attempt])
  return { ...state, again: () => setAttempt(attempt + 1) }
}
