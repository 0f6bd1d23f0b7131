import { jsonLdText, type Node } from '#lib/json-ld.ts'

/** What the page is about, for machines: one script, whatever it holds. */
export const JsonLd = ({ data }: { data: Node[] }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(data) }} />
)
