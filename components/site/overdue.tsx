import type { AnyEntry } from '#lib/content/library.ts'
import { today } from '#lib/fields.ts'
import { formatWhen } from '#lib/money.ts'

/** A notice when the article should have been reviewed before the site was built. */
export function Overdue({ entry }: { entry: AnyEntry }) {
  if (entry.data.reviewBy >= today()) return null
  return (
    <p className="overdue" role="note">
      This page was to be reviewed by {formatWhen(entry.data.reviewBy)}. Check its figures against their sources before you rely on them.
    </p>
  )
}
