import { useEffect, useState } from 'react'
import { GUIDE_DATA, type GuideOutline } from '#lib/reader/outline.ts'
import { fetchJson, hasList } from './fetch-json.ts'

const isGuide = (found: unknown): found is GuideOutline => hasList(found, 'pathways')

/** The guide's outline once it is there, whether asking for it failed, and how to ask again. */
export function useGuide(): { guide?: GuideOutline; failed: boolean; again: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<{ guide?: GuideOutline; failed: boolean }>({ failed: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is a reason to ask again
  useEffect(() => {
    let here = true
    const load = async () => {
      try {
        const guide = await fetchJson(GUIDE_DATA, isGuide)
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
