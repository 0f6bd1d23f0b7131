import type { Entry } from './content/library.ts'
import type { RoleBlock } from './role.ts'

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
