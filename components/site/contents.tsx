export interface ContentsItem {
  id: string
  text: string
}

/** The page's own stops. A native popover on a phone, a line down the margin on a wide screen. */
export function Contents({ items }: { items: ContentsItem[] }) {
  if (items.length < 3) return null
  return (
    <>
      <button className="on-page-open" type="button" popoverTarget="contents">
        On this page
      </button>
      <nav className="on-page" id="contents" popover="auto" aria-label="On this page">
        <ol>
          {items.map((item) => (
            <li key={item.id}>
              <a href={`#${item.id}`}>{item.text}</a>
            </li>
          ))}
        </ol>
      </nav>
    </>
  )
}
