import { useEffect } from 'react'
import { SITE } from '#lib/site.ts'

/** Names the document after what the page shows, once `awake`. Next puts the built title back while it wakes, so this one stays on watch. */
export function useTitle(title: string, awake: boolean): void {
  useEffect(() => {
    if (!awake) return
    const wanted = `${title} · ${SITE.name}`
    const set = () => {
      if (document.title !== wanted) document.title = wanted
    }
    set()
    const watch = new MutationObserver(set)
    watch.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => watch.disconnect()
  }, [title, awake])
}
