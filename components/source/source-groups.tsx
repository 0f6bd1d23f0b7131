import { GroupedEntries } from '#components/site/entry-list.tsx'
import type { Library } from '#lib/content/library.ts'
import { RELIABILITY } from './source-page.tsx'

export function SourceGroups({ library }: { library: Library }) {
  const sources = library.all('sources')
  return (
    <GroupedEntries
      groups={Object.entries(RELIABILITY).map(([grade, name]) => ({
        name,
        entries: sources.filter((source) => source.data.reliability === grade),
      }))}
      tag={(entry) => (entry.kind === 'sources' ? entry.data.publisher : null)}
    />
  )
}
