import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { visit } from 'unist-util-visit'

/** The HTML of a page whose parts may be asynchronous, as the build writes it. */
export async function html(page: ReactNode): Promise<string> {
  const { prelude } = await prerender(page, {
    onError(error) {
      throw error
    },
  })
  return new Response(prelude as unknown as BodyInit).text()
}

export const parsed = (text: string): Root => fromHtml(text, { fragment: true })

export function elements(root: Root): Element[] {
  const found: Element[] = []
  visit(root, 'element', (element) => {
    found.push(element)
  })
  return found
}

/** The ids of a page in order, empty ones included. */
export const idsOf = (root: Root) =>
  elements(root).flatMap(({ properties }) => (properties.id === undefined ? [] : [String(properties.id)]))
