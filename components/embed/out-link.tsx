import type { ReactNode } from 'react'

interface Props {
  href: string
  className?: string
  /** What the target is to the page, beside "noopener". */
  relation?: string
  children: ReactNode
}

/**
 * A link out of a frame. It opens a tab of its own: inside the frame a page of the guide would be refused, and in place of the page
 * around the frame it would take readers away from what they were reading, where that is allowed at all.
 */
export const OutLink = ({ href, className, relation, children }: Props) => (
  <a className={className} href={href} target="_blank" rel={relation ? `noopener ${relation}` : 'noopener'}>
    {children}
  </a>
)
