import { GroupedEntries } from '#components/site/entry-list.tsx'
import type { Library } from '#lib/content/library.ts'

const GROUPS = {
  speed: 'How fast',
  efficiency: 'How much time',
  quality: 'How well',
  customer: 'What customers say',
  people: 'Who stays',
  planning: 'How well it was planned',
  money: 'What it costs',
} as const

export function MetricGroups({ library }: { library: Library }) {
  const metrics = library.all('metrics')
  return (
    <GroupedEntries
      groups={Object.entries(GROUPS).map(([group, name]) => ({ name, entries: metrics.filter((metric) => metric.data.group === group) }))}
      tag={(entry) => (entry.kind === 'metrics' ? entry.data.abbreviation : null)}
    />
  )
}
