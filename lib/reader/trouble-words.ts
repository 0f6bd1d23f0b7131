import type { Trouble } from './store.ts'

/** What a reader is told when marks are not kept: why, and what holds until then. */
export const TROUBLE_WORDS: Record<Trouble, string> = {
  blocked: 'This browser keeps nothing for this site. Your marks hold until you close the page.',
  full: 'This device has no room left for more marks. The latest ones hold until you close the page.',
  newer:
    'Your marks were saved by a newer version of this guide. Load the page again before you change them; changes made here are not kept.',
}
