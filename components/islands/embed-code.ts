import { say } from './page-parts.ts'

/**
 * Gives every code to embed a button that copies it. What does not copy marks the code, so that readers can do it themselves; without
 * this script they mark it too. The blocks are marked `data-embed-code`; in each stand a field, a hidden button and a place to answer.
 */
export function startEmbedCodes(page: Document, copy: (text: string) => Promise<void>): void {
  for (const block of page.querySelectorAll('[data-embed-code]')) {
    const field = block.querySelector('textarea')
    const button = block.querySelector('button')
    if (!field || !button) continue
    button.hidden = false
    button.onclick = async () => {
      field.select()
      try {
        await copy(field.value)
        say(block.querySelector('output'), 'Copied.')
      } catch {
        say(block.querySelector('output'), 'This browser does not let pages copy. The code is marked: copy it yourself.')
      }
    }
  }
}
