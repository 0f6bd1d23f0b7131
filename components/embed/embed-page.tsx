import { LineBadge } from '#components/lattice/line-badge.tsx'
import type { EmbedView } from '#lib/embed-view.ts'
import { LICENCE, SITE } from '#lib/site.ts'
import { LineStops } from './line-stops.tsx'
import { OutLink } from './out-link.tsx'
import { PathwayStages } from './pathway-stages.tsx'
import { PayFigures } from './pay-figures.tsx'
import { RolePlace } from './role-place.tsx'
import './embed.css'

/**
 * A part of the guide as it stands in a frame on another site: what it shows, on what it rests, whose it is, and the way to its page.
 * It has no landmarks: the page around it has its own, and a guest's would stand among them.
 */
export function EmbedPage({ embed }: { embed: EmbedView }) {
  return (
    <article className="embed" data-line={embed.line}>
      <div className="embed-body">
        <h1>
          {embed.line ? <LineBadge family={embed.line} /> : null}
          <OutLink href={embed.page}>{embed.name}</OutLink>
        </h1>
        <p className="embed-about">{embed.about}</p>
        <Shown embed={embed} />
      </div>
      <div className="embed-foot">
        <OutLink className="embed-sign" href={embed.page}>
          <svg viewBox="0 0 34 20" aria-hidden="true">
            <path d="M2 16h10l8-12h12" />
            <circle cx="12" cy="16" r="3.2" />
            <circle cx="20" cy="4" r="3.2" />
          </svg>
          {SITE.name}
        </OutLink>
        <p>
          {embed.foot}{' '}
          <OutLink href={LICENCE.url} relation="license">
            {LICENCE.name}
          </OutLink>
        </p>
      </div>
    </article>
  )
}

function Shown({ embed }: { embed: EmbedView }) {
  switch (embed.kind) {
    case 'pay':
      return <PayFigures embed={embed} />
    case 'place':
      return <RolePlace embed={embed} />
    case 'line':
      return <LineStops embed={embed} />
    case 'pathway':
      return <PathwayStages embed={embed} />
  }
}
