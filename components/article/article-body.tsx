import { getMDXComponent } from 'mdx-bundler/client'
import type { ComponentType, ReactNode } from 'react'
import type { AnyEntry, Library } from '#lib/content/library.ts'
import { compileArticle } from '#lib/mdx/compile.ts'
import { figureIds, type TagName } from '#lib/mdx/vocabulary.ts'
import { Figure, FigureList } from './figure.tsx'
import { SectionHeading } from './section-heading.tsx'

type Children = { children?: ReactNode }
type Attributes = Record<string, string> & Children

const CALLOUTS = { tip: 'Do this', trap: 'Where it goes wrong', law: 'The rule', country: 'Where you are matters' } as const

/** What each tag of the vocabulary renders for this entry. `data` draws a block of the entry's own data. */
function tags(library: Library, data: (block: string) => ReactNode): Record<TagName, ComponentType<Attributes>> {
  return {
    Figure: ({ id = '' }) => <Figure id={id} library={library} />,
    Compare: ({ figures = '', children }) => (
      <div className="compare">
        <FigureList ids={figureIds(figures)} library={library} />
        <div className="why">
          <b>Why they differ.</b> {children}
        </div>
      </div>
    ),
    Callout: ({ kind = 'tip', children }) => (
      <div className="callout" data-kind={kind}>
        <b>{CALLOUTS[kind as keyof typeof CALLOUTS]}</b>
        {children}
      </div>
    ),
    Situation: ({ title = '', children }) => (
      <div className="situation">
        <b>{title}</b>
        {children}
      </div>
    ),
    Data: ({ block = '' }) => data(block),
  }
}

type HeadingAttributes = Children & { id?: string }

/** Headings with the anchors that the entry says they had before. */
function headings(entry: AnyEntry) {
  const former = (id = '') => (entry.data.formerAnchors ?? []).filter(({ to }) => to === `#${id}`).map((each) => each.id)
  return {
    h2: ({ id, children }: HeadingAttributes) => (
      <SectionHeading id={id} former={former(id)}>
        {children}
      </SectionHeading>
    ),
    h3: ({ id, children }: HeadingAttributes) => (
      <SectionHeading level={3} id={id} former={former(id)}>
        {children}
      </SectionHeading>
    ),
  }
}

const MARKDOWN = {
  table: ({ children }: Children) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <div className="table-scroll" role="group" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  // GitHub-style alignment arrives as an inline style, which the security policy forbids.
  // The corner above row names is empty, and an empty header would be read out as one.
  th: ({ children }: Children) => (children ? <th scope="col">{children}</th> : <td />),
  td: ({ children }: Children) => <td>{children}</td>,
}

const NOTHING = () => null

/** The text of an article. Compiled once, evaluated at build only: browsers never see the evaluator. */
export async function ArticleBody({
  entry,
  library,
  data = NOTHING,
}: {
  entry: AnyEntry
  library: Library
  data?: (block: string) => ReactNode
}) {
  const Body = evaluate(await compileArticle(entry.file, entry.text))
  return (
    <div className="prose">
      <Body components={{ ...MARKDOWN, ...headings(entry), ...tags(library, data) }} />
    </div>
  )
}

/** Outside of any component, so that a new component type per article is not one per render. */
function evaluate(code: string): ComponentType<{ components: Record<string, unknown> }> {
  return getMDXComponent(code) as never
}
