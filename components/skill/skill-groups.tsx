import { GroupedEntries } from '#components/site/entry-list.tsx'
import { FilteredList } from '#components/site/list-filter.tsx'
import type { Library } from '#lib/content/library.ts'
import { skillList } from '#lib/list-outline.ts'
import { SKILL_GROUPS } from '#lib/skill.ts'

/** Every skill by what it is for, with the questions it can be found by. */
export function SkillGroups({ library }: { library: Library }) {
  const list = skillList(library)
  const asked = library.all('roles').flatMap(({ data }) => data.competencies.map(({ skill }) => skill))
  return (
    <FilteredList list={list}>
      <GroupedEntries
        groups={SKILL_GROUPS}
        entries={library.all('skills')}
        groupOf={({ data }) => data.group}
        foot={({ id }) => `Asked of ${rolesInWords(asked.filter((skill) => skill === id).length)}`}
        list={list}
      />
    </FilteredList>
  )
}

const rolesInWords = (count: number) => (count === 0 ? 'no role yet' : count === 1 ? '1 role' : `${count} roles`)
