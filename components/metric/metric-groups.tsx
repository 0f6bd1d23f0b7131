import { GroupedEntries } from '#components/site/entry-list.tsx'
import { FilteredList } from '#components/site/list-filter.tsx'
import type { Library } from '#lib/content/library.ts'
import { metricList } from '#lib/list-outline.ts'
import { GOOD_DIRECTIONS, METRIC_GROUPS } from '#lib/metric.ts'

/** Every metric by the question it answers, with the questions it can be found by. */
export function MetricGroups({ library }: { library: Library }) {
  const list = metricList(library)
  return (
    <FilteredList list={list}>
      <GroupedEntries
        groups={METRIC_GROUPS}
        entries={library.all('metrics')}
        groupOf={({ data }) => data.group}
        tag={({ data }) => data.abbreviation}
        foot={({ data }) => GOOD_DIRECTIONS[data.goodDirection]}
        list={list}
      />
    </FilteredList>
  )
}
