import { SectionHeading } from '#components/article/section-heading.tsx'
import { CodeField } from '#components/embed/code-field.tsx'
import type { Embed } from '#lib/embed.ts'
import { EMBEDS } from '#lib/trail.ts'

/**
 * "Put this on your page": the code of everything that can be taken from one page of the guide, as `embedsOf` gives it. Nothing where
 * there is nothing to take. A page that names the script "embed-code" gives each code a button that copies it.
 */
export function EmbedCode({ embeds }: { embeds: readonly Embed[] }) {
  if (embeds.length === 0) return null
  return (
    <section>
      <SectionHeading id="embed">Put this on your page</SectionHeading>
      <p>
        Copy the code and paste it where your page takes HTML. It shows its source and its date, and follows this page when it changes.{' '}
        <a href={EMBEDS.address}>What you get, and everything else there is</a>.
      </p>
      {embeds.map((embed) => (
        <CodeField key={embed.address} embed={embed} name={embed.title} />
      ))}
    </section>
  )
}
