import type { ReactNode } from 'react'

/** A heading with a link to itself that can be copied. The link stands beside the heading, not in its name. */
export function SectionHeading({
  level = 2,
  id,
  former = [],
  children,
}: {
  level?: 2 | 3 | 4
  id?: string
  /** Anchors that the section had before: they still lead to it. */
  former?: readonly string[]
  children?: ReactNode
}) {
  const Tag = `h${level}` as const
  if (!id) return <Tag>{children}</Tag>
  return (
    <div className={level === 2 ? 'heading' : `heading heading-${level}`}>
      <Tag id={id}>
        {children}
        <FormerAnchors ids={former} />
      </Tag>
      <a className="anchor" href={`#${id}`} aria-label="Link to this section">
        #
      </a>
    </div>
  )
}

/** Old anchors inside of what they lead to now. */
export const FormerAnchors = ({ ids }: { ids: readonly string[] }) => ids.map((id) => <span key={id} id={id} />)
