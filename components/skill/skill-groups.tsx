import { GroupedEntries } from '#components/site/entry-list.tsx'
import type { Library } from '#lib/content/library.ts'

const GROUPS = {
  people: 'With people',
  language: 'With words',
  process: 'With processes',
  data: 'With numbers',
  technical: 'With systems',
  domain: 'With rules and contracts',
} as const

export function SkillGroups({ library }: { library: Library }) {
  const skills = library.all('skills')
  return (
    <GroupedEntries
      groups={Object.entries(GROUPS).map(([group, name]) => ({ name, entries: skills.filter((skill) => skill.data.group === group) }))}
    />
  )
}
