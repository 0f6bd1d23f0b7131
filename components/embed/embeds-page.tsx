import { LineBadge } from '#components/lattice/line-badge.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import type { Library } from '#lib/content/library.ts'
import { type Embed, embeds, embedsOf } from '#lib/embed.ts'
import { EMBED_KINDS, type EmbedKind } from '#lib/embed-address.ts'
import { NARROW } from '#lib/embed-height.ts'
import { pageScript } from '#lib/export/page-scripts.ts'
import { LICENCE } from '#lib/site.ts'
import { EMBEDS } from '#lib/trail.ts'
import { CodeField } from './code-field.tsx'
import './embeds-page.css'

const KINDS: Record<EmbedKind, string> = {
  pay: 'What a job pays in one country',
  place: 'Where a job sits',
  line: 'One line of the map',
  pathway: 'A pathway, stage by stage',
}

/** How to show a part of the guide elsewhere: what it is, one of each kind to look at, and the code of every one. */
export function EmbedsPage({ library }: { library: Library }) {
  const all = embeds(library)
  const ofKind = (kind: EmbedKind) => all.filter((embed) => embed.kind === kind)
  return (
    <SectionPage section={EMBEDS} title="Put it on your page" lead={EMBEDS.about}>
      <h2>What you get</h2>
      <ul className="bullets">
        <li>A frame with one part of the guide in it. It names its source, its date and its licence, and leads to the whole page.</li>
        <li>Under five kilobytes, without a script or a cookie. Nothing in it counts your readers or follows them.</li>
        <li>Day or night colours, as each reader’s system asks. It fits columns from 240 to 900 pixels.</li>
        <li>It follows the guide: a figure that is corrected here is corrected on your page.</li>
        <li>
          It costs nothing. You may use it under <a href={LICENCE.url}>{LICENCE.name}</a>: leave the name and the link where they are.
        </li>
      </ul>
      <h2>How to do it</h2>
      <p>
        Choose a frame below and copy its code. Paste it where your page takes HTML. The height in the code fits columns from {NARROW}{' '}
        pixels; in a narrower one the frame scrolls, so give it more. If your system puts frames in a sandbox, let them open tabs that leave
        it, or the links in them lead nowhere.
      </p>
      {EMBED_KINDS.map((kind) => (
        <Kind key={kind} kind={kind} example={smallest(ofKind(kind))} />
      ))}
      <h2>Every frame there is</h2>
      <h3>Jobs: place and pay</h3>
      {library.all('roles').map((role) => (
        <details className="embed-fold" key={role.id}>
          <summary>
            <LineBadge family={role.data.family} /> {role.data.title}
          </summary>
          <Codes of={embedsOf(library, role.address)} />
        </details>
      ))}
      <h3>Lines and pathways</h3>
      {[...ofKind('line'), ...ofKind('pathway')].map((embed) => (
        <details className="embed-fold" key={embed.address}>
          <summary>{embed.title}</summary>
          <Codes of={[embed]} />
        </details>
      ))}
      <script type="module" src={pageScript('embed-code')} data-own="embed-code" />
    </SectionPage>
  )
}

const smallest = (of: readonly Embed[]) => [...of].sort((a, b) => a.height - b.height)[0]

/** One of a kind as it looks on another page, and its code. */
const Kind = ({ kind, example }: { kind: EmbedKind; example: Embed | undefined }) =>
  example ? (
    <section>
      <h2>{KINDS[kind]}</h2>
      <iframe className="embed-example" src={example.address} title={example.title} height={example.height} loading="lazy" />
      <Codes of={[example]} />
    </section>
  ) : null

const Codes = ({ of }: { of: readonly Embed[] }) =>
  of.map((embed) => <CodeField key={embed.address} embed={embed} name={`Code for “${embed.title}”`} />)
