import { SectionHeading } from '#components/article/section-heading.tsx'
import { ChangeList } from '#components/changes/change-list.tsx'
import { changesOn, counts } from '#lib/changes.ts'
import type { Library } from '#lib/content/library.ts'
import { formatWhen } from '#lib/money.ts'
import { CHANGES } from '#lib/trail.ts'

/** What changed on one page and, of a role, about the role: every edition that touched it, newest first. Nothing where no edition is. */
export function Changes({ address, library }: { address: string; library: Library }) {
  const [first] = library.editions()
  if (!first) return null
  const steps = changesOn(address, library)
  return (
    <section>
      <SectionHeading id="changed">What changed here</SectionHeading>
      {steps.length === 0 ? (
        <p>
          Nothing that is counted has changed here since <a href={CHANGES.address}>the first edition</a> of {formatWhen(first.date)}.
        </p>
      ) : null}
      {steps.map(({ date, since, changes }) => (
        <section key={date ?? 'open'}>
          <h3>{date ? formatWhen(date) : `Since the edition of ${formatWhen(since)}`}</h3>
          <p className="src">
            {counts(changes)}. <a href={CHANGES.address}>What these words mean</a>
          </p>
          <ChangeList changes={changes} library={library} here={address} />
        </section>
      ))}
    </section>
  )
}
