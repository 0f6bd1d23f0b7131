import type { ReactNode } from 'react'
import type { AnyEntry, Library } from '#lib/content/library.ts'
import type { Family } from '#lib/family.ts'
import { breadcrumbs, type Node } from '#lib/json-ld.ts'
import type { Crumb } from '#lib/trail.ts'
import { ArticleFoot } from './article-foot.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { Contents, type ContentsItem } from './contents.tsx'
import { JsonLd } from './json-ld.tsx'
import { Overdue } from './overdue.tsx'
import { Pager } from './pager.tsx'

interface Props {
  entry: AnyEntry
  library: Library
  trail: Crumb[]
  title: ReactNode
  /** Stands between the lead and the text: facts that answer at once. */
  board?: ReactNode
  /** Beside the text on a wide screen, below the board on a phone. */
  aside?: ReactNode
  contents: ContentsItem[]
  sources: string[]
  jsonLd: Node[]
  line?: Family | undefined
  /** Prints as a sheet of its data, without the running text. */
  sheet?: boolean
  pager?: { previous?: Crumb | undefined; next?: Crumb | undefined }
  children: ReactNode
}

/** The frame of every article: trail, title, one-sentence answer, board, text, sources, neighbours. */
export function ArticlePage({
  entry,
  library,
  trail,
  title,
  board,
  aside,
  contents,
  sources,
  jsonLd,
  line,
  sheet,
  pager,
  children,
}: Props) {
  const items = sources.length > 0 ? [...contents, { id: 'sources', text: 'Sources' }] : contents
  return (
    <article className={sheet ? 'page sheet' : 'page'} data-line={line}>
      <JsonLd data={[...jsonLd, breadcrumbs(trail)]} />
      <Breadcrumb trail={trail} />
      <header className="head">
        <h1>{title}</h1>
        <p className="lead">{entry.data.summary}</p>
        <Overdue entry={entry} />
        {board}
      </header>
      <Contents items={items} />
      {aside}
      <div className="text">
        {children}
        <ArticleFoot entry={entry} library={library} sources={sources} />
        <Pager previous={pager?.previous} next={pager?.next} />
      </div>
    </article>
  )
}

/** The stops of an article's own text, for the contents line. */
export const bodyContents = (entry: AnyEntry): ContentsItem[] =>
  entry.body.headings.filter((heading) => heading.depth === 2).map(({ id, text }) => ({ id, text }))
