import type { ReactNode } from 'react'
import type { Entry, Library } from '#lib/content/library.ts'
import type { RoleBlock } from '#lib/role.ts'
import { BLOCK_HEADINGS } from '#lib/role-blocks.ts'
import { Competencies, Equipment } from './competencies.tsx'
import { Certificates, Duties, FirstNinety, Learn, Questions, Routes, Shift, Tips, Work } from './lists.tsx'
import { Measures } from './measures.tsx'
import { AcrossTheMap, Moves } from './moves.tsx'
import { Outlook } from './outlook.tsx'
import { RolePay } from './role-pay.tsx'

/** What the printed sheet shows; it brings its own headings, since those of the text stay behind. */
const PRINTED: ReadonlySet<RoleBlock> = new Set([
  'shift',
  'duties',
  'measures',
  'competencies',
  'first-ninety',
  'pay',
  'moves',
  'questions',
])

/** Draws one block of a role's data. The id lets a link reach it wherever the writer put it. */
export function RoleBlockView({ block, role, library }: { block: RoleBlock; role: Entry<'roles'>; library: Library }) {
  const { data } = role
  const draw: Record<RoleBlock, () => ReactNode> = {
    place: () => <AcrossTheMap role={role} library={library} />,
    shift: () => <Shift setting={data.shift.setting} hours={data.shift.normal} />,
    'bad-day': () => <Shift setting={data.shift.badSetting} hours={data.shift.bad} />,
    duties: () => <Duties role={role} library={library} />,
    measures: () => <Measures role={role} library={library} />,
    competencies: () => <Competencies role={role} library={library} />,
    tools: () => <Equipment role={role} />,
    routes: () => <Routes role={role} library={library} />,
    'first-ninety': () => <FirstNinety role={role} />,
    pay: () => <RolePay role={role} library={library} />,
    outlook: () => <Outlook role={role} library={library} />,
    certifications: () => <Certificates role={role} library={library} />,
    work: () => <Work role={role} library={library} />,
    moves: () => <Moves role={role} library={library} />,
    tips: () => <Tips role={role} />,
    questions: () => <Questions items={data.questions} />,
    learn: () => <Learn role={role} />,
  }
  return (
    <div className="data-block" id={`block-${block}`} data-title={PRINTED.has(block) ? BLOCK_HEADINGS[block] : undefined}>
      {draw[block]()}
    </div>
  )
}
