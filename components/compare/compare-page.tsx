import RoleComparison from '#components/islands/role-comparison.tsx'
import { LineBadge } from '#components/lattice/line-badge.tsx'
import { SectionPage } from '#components/site/section-page.tsx'
import type { Library } from '#lib/content/library.ts'
import { FAMILIES, familyNames } from '#lib/family.ts'
import { formerNames } from '#lib/guide-outline.ts'
import { payCountries } from '#lib/pay-outline.ts'
import { mixedUpPairs, roleBrief } from '#lib/role-sheet.ts'
import { COMPARE } from '#lib/trail.ts'
import '../islands/islands.css'
import './compare.css'

/** All roles at a glance, and with a script two to four of them side by side. */
export function ComparePage({ library }: { library: Library }) {
  return (
    <SectionPage section={COMPARE} title={COMPARE.name} lead={COMPARE.about}>
      <RoleComparison
        roles={library.all('roles').map(roleBrief)}
        lines={familyNames.map((id) => ({ id, name: FAMILIES[id].name, badge: <LineBadge family={id} /> }))}
        pairs={mixedUpPairs(library)}
        former={formerNames(library).targets}
        countries={payCountries(library)}
      />
    </SectionPage>
  )
}
