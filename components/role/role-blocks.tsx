import type { ReactNode } from 'react'
import type { Entry, Library } from '#lib/content/library.ts'
import type { RoleBlock } from '#lib/role.ts'
import { Competencies, Equipment } from './competencies.tsx'
import { Certificates, Duties, FirstNinety, Learn, Questions, Routes, Shift, Tips, Work } from './lists.tsx'
import { Measures } from './measures.tsx'
import { AcrossTheMap, Moves } from './moves.tsx'
import { Outlook } from './outlook.tsx'
import { RolePay } from './role-pay.tsx'

/** What each block is headed by when the writer did not place it. A question, because readers come with one. */
export const BLOCK_HEADINGS: Record<RoleBlock, string> = {
  place: 'Who is above you, and who looks to you?',
  shift: 'What does a shift look like, hour by hour?',
  'bad-day': 'And on a bad day?',
  duties: 'What do you do all week?',
  measures: 'What will you be measured on?',
  competencies: 'What must you be able to do?',
  tools: 'What do you work with?',
  routes: 'How do people get in?',
  'first-ninety': 'What happens in the first ninety days?',
  pay: 'What does it pay?',
  outlook: 'Will the job still be there?',
  certifications: 'Which certificates help?',
  work: 'Where is the work?',
  moves: 'Where can you go from here?',
  tips: 'What goes wrong, and how do you recover?',
  questions: 'Questions people ask',
  learn: 'What can you read next?',
}

/** What the printed sheet shows; it brings its own headings, since those of the text stay behind. */
const PRINTED: ReadonlySet<RoleBlock> = new Set(['shift', 'duties', 'measures', 'competencies', 'pay'])

/** Blocks of a role that have something to say. Pay always has: an empty cell is an answer too. */
export function blocksOf(role: Entry<'roles'>): RoleBlock[] {
  const { data } = role
  const empty: Partial<Record<RoleBlock, boolean>> = {
    place: data.reportsTo.length + data.manages.length + (data.span?.length ?? 0) + (data.notToConfuseWith?.length ?? 0) === 0,
    outlook: data.outlook.length === 0,
    certifications: data.certifications.length === 0,
    work: data.serviceLines.length + data.industries.length === 0,
    learn: !data.learn,
  }
  return (Object.keys(BLOCK_HEADINGS) as RoleBlock[]).filter((block) => !empty[block])
}

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
