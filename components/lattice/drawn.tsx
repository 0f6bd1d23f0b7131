import { createElement, type ReactNode } from 'react'
import type { Shape } from '#lib/drawing.ts'

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A drawing in the page: its colours are classes of `line-map.css`, so that they follow day and night. */
export function Drawn({ shape, label }: { shape: Shape; label: string }): ReactNode {
  return element({ ...shape, at: { ...shape.at, role: 'group', 'aria-label': label } })
}

function element(shape: Shape | string): ReactNode {
  if (typeof shape === 'string') return shape
  const { tag, at = {}, fill, stroke, names, inside = [] } = shape
  const className = [names, fill && `f-${fill}`, stroke && `s-${stroke}`].filter(Boolean).join(' ')
  const attributes = Object.fromEntries(
    Object.entries(at)
      .filter(([name]) => name !== 'xmlns')
      .map(([name, value]) => [name.startsWith('aria-') ? name : camel(name), value]),
  )
  return createElement(tag, { ...attributes, ...(className ? { className } : {}) }, ...inside.map(element))
}
