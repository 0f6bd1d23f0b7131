'use client'
import { useEffect, useRef } from 'react'
import { Island } from './island.tsx'
import { startKeeping, surroundingsOf } from './keep-offline.ts'

/** The control that keeps one list, on a live page. The same code makes it on the page about reading offline. */
export default function KeepControl({ id, name }: { id: string; name: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const surroundings = surroundingsOf(window)
    if (place.current && surroundings) void startKeeping(place.current, surroundings)
  }, [])
  return (
    <Island>
      <div className="keep" ref={place} data-keep={id} data-keep-name={name} hidden />
    </Island>
  )
}
