import { useEffect, useRef, useState } from 'react'

const PAUSE = 700

/**
 * Text in the reader's hands. It is kept when they pause, leave the field or leave the page. `keep` gets the new text and the
 * one they began from. While nothing is being written, the field follows `value`, which another tab may change.
 */
export function useDraft(value: string, keep: (text: string, from: string) => void) {
  const [draft, setDraft] = useState<string>()
  const state = useRef({ draft, value, from: value, keep })
  state.current = { ...state.current, draft, value, keep }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const settle = () => {
    clearTimeout(timer.current)
    const now = state.current
    if (now.draft === undefined) return
    if (now.draft !== now.from) now.keep(now.draft, now.from)
    now.draft = undefined
    setDraft(undefined)
  }
  const latest = useRef(settle)
  latest.current = settle

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') latest.current()
    }
    document.addEventListener('visibilitychange', leave)
    addEventListener('pagehide', latest.current)
    return () => {
      latest.current()
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('pagehide', latest.current)
    }
  }, [])

  return {
    value: draft ?? value,
    onChange(text: string) {
      if (state.current.draft === undefined) state.current.from = value
      state.current.draft = text
      setDraft(text)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latest.current(), PAUSE)
    },
    onBlur: settle,
  }
}
