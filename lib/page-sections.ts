import type { AnyEntry, Entry, Library } from './content/library.ts'
import type { Kind } from './fields.ts'
import type { SharedSection } from './reader/search-index.ts'
import type { RoleBlock } from './role.ts'
import { BLOCK_HEADINGS, blocksOf } from './role-blocks.ts'

/** A section of a page: where it is, what it is headed by, and everything it says. */
export interface PageSection {
  id: string
  heading: string
  text: string
}

/** Further words that people type when they look for a block of a role. */
const TYPED_FOR_BLOCK: Record<RoleBlock, string> = {
  place: 'boss report to hierarchy organisation chart team size span of control above below',
  shift: 'day in the life typical daily routine schedule hours',
  'bad-day': 'stress hard worst',
  duties: 'duties responsibilities tasks job description daily work role',
  measures: 'kpi metrics targets scorecard performance',
  competencies: 'skills qualities requirements required needed qualification',
  tools: 'tools software system equipment headset laptop',
  routes: 'become become one apply hired hiring entry requirements qualification qualifications degree experience fresher no experience',
  'first-ninety': 'first day week month training probation new',
  pay: 'salary salaries wage wages earn earnings income pay rate compensation package ctc money sahod sweldo magkano sueldo salario gana cuanto zarobki pensja wynagrodzenie kitna kitni tankhwah',
  outlook: 'future ai automation replace chatgpt demand',
  certifications: 'certificate certification certified course exam',
  work: 'companies industry accounts client',
  moves: 'promotion promoted next career path growth after move up',
  tips: 'tips mistakes advice',
  questions: 'faq questions',
  learn: 'books courses reading free',
}

const section = (id: string, heading: string, typed = ''): SharedSection => [id, heading, typed]

/** The sections that pages of each kind make of their data, in the order of the page. A page may lack some of them. */
export const SHARED_SECTIONS: Partial<Record<Kind, readonly SharedSection[]>> = {
  roles: [
    ...(Object.keys(BLOCK_HEADINGS) as RoleBlock[]).map((block) => section(block, BLOCK_HEADINGS[block], TYPED_FOR_BLOCK[block])),
    section('fits-yes', 'You may like it if', 'suitable right for me fit pros'),
    section('fits-no', 'Think twice if', 'cons disadvantages'),
    section('names', 'Other names for it', 'alias title also called other names isco soc code'),
  ],
  skills: [
    section('levels', 'What each level looks like', 'beginner advanced'),
    section('learn', 'How to learn it for nothing', 'learn improve practise free course training'),
    section('prove', 'How to prove it', 'cv resume interview example'),
    section('roles', 'Who needs it'),
  ],
  certifications: [
    section('who', 'Who it is for, and who not', 'worth it should'),
    section('facts', 'What it asks of you', 'requirements exam prerequisites eligibility free alternative study hours'),
    section('roles', 'Worth it for which role?'),
  ],
  metrics: [
    section('example', 'A worked example', 'calculate calculation formula example compute calculator'),
    section('gaming', 'How it is gamed, and where that shows', 'cheat manipulate fake'),
    section('normal', 'What is normal?', 'benchmark target average good standard industry'),
    section('roles', 'Who answers for it'),
  ],
  salaries: [
    section('parts', 'The parts of a payslip', 'allowance bonus incentive basic gross net take home'),
    section('rules', 'The rules', 'law labour legal overtime night holiday minimum wage probation hours'),
    section('roles', 'Pay, role by role', 'salary salaries wage earn sahod sueldo zarobki'),
    section('gaps', 'What nobody counts'),
    section('verify', 'Where to check an employer, and where to get help', 'complaint complain report scam help union'),
  ],
  pathways: [
    section('where', 'Where are you now?'),
    section('stages', 'The path at a glance', 'steps'),
    section('shown', 'What you can show'),
    section('time', 'How long, according to whom?', 'years time long take'),
    section('check', 'Check yourself', 'ready self assessment'),
    section('branches', 'Branches, and the way back'),
    section('stalls', 'If it stalls', 'stuck rejected passed over'),
    section('scripts', 'What to say to your manager', 'ask script'),
    section('after', 'After the goal'),
  ],
  stages: [
    section('entry', 'Ready to begin?'),
    section('steps', 'The steps'),
    section('exit', 'Ready to move on?'),
    section('time', 'How long, according to whom?', 'years time long take'),
    section('artefacts', 'What you hold at the end', 'portfolio evidence folder'),
    section('people', 'People to meet'),
    section('pitfalls', 'What goes wrong, and the way back', 'mistakes'),
    section('branches', 'Branches, and the way back'),
  ],
  'service-lines': [
    section('tasks', 'What people do in it', 'examples tasks'),
    section('roles', 'Roles, numbers, systems', 'tools software jobs'),
  ],
  industries: [
    section('outsourced', 'What it sends out'),
    section('rules', 'The rules that come with it', 'law regulation compliance'),
    section('words', 'Words you will hear', 'terms jargon'),
    section('roles', 'Roles and kinds of work', 'jobs'),
  ],
  guides: [
    section('checklist', 'The checklist', 'checklist ask'),
    section('verify', 'Where to check, country by country', 'check complaint report'),
    section('questions', 'Questions people ask', 'faq'),
  ],
}

/** What the data of an entry says in each shared section that its page has. */
export function sharedSections(entry: AnyEntry, library: Library): PageSection[] {
  const texts = textsOf(entry, library)
  const placed = new Set(entry.kind === 'roles' ? entry.body.blocks.map((block) => block.name) : [])
  return (SHARED_SECTIONS[entry.kind] ?? []).flatMap(([id, heading]) => {
    const data = texts[id]
    return data === undefined ? [] : [{ id: placed.has(id) ? `block-${id}` : id, heading, text: wordsOfData(data) }]
  })
}

/** The headings of an entry's own text, each with what stands below it. */
export function ownSections({ body }: AnyEntry): PageSection[] {
  const sections: PageSection[] = []
  let next = 0
  for (const { kind, text } of body.passages) {
    const heading = body.headings[next]
    if (kind === 'heading' && heading) {
      next++
      if (heading.depth === 2) sections.push({ id: heading.id, heading: heading.text, text: '' })
      continue
    }
    const last = sections.at(-1)
    if (last) last.text += ` ${text}`
  }
  return sections
}

type Texts = Record<string, unknown>

/** By the id of the section: what it is made of, or nothing where the page leaves it out. */
function textsOf(entry: AnyEntry, library: Library): Texts {
  const some = <T>(list: readonly T[] | undefined) => (list && list.length > 0 ? list : undefined)
  switch (entry.kind) {
    case 'roles':
      return roleTexts(entry)
    case 'skills': {
      const { levels, learnFree, learnPaid, proveOnCv, proveInInterview } = entry.data
      const asked = library.all('roles').some((role) => role.data.competencies.some(({ skill }) => skill === entry.id))
      return { levels, learn: [learnFree, learnPaid], prove: [proveOnCv, proveInInterview], roles: asked ? '' : undefined }
    }
    case 'certifications': {
      const { forWhom, notFor, prerequisites, exam, freeAlternative, recognisedIn } = entry.data
      const judged = library.all('roles').some((role) => role.data.certifications.some(({ certification }) => certification === entry.id))
      return {
        who: [forWhom, notFor],
        facts: [prerequisites, exam, freeAlternative, recognisedIn],
        roles: judged ? '' : undefined,
      }
    }
    case 'metrics': {
      const { example, formula, inputs, gaming, rangesNote } = entry.data
      const answered = library.all('roles').some((role) => role.data.measuredBy.some(({ metric }) => metric === entry.id))
      return { example: [example, formula, inputs], gaming, normal: rangesNote ?? '', roles: answered ? '' : undefined }
    }
    case 'salaries': {
      const { payParts, rules, gaps, verifyAt, helpAt } = entry.data
      return { parts: payParts, rules, roles: '', gaps, verify: [verifyAt, helpAt] }
    }
    case 'pathways': {
      const { goal, timeNote, checks, stalls, scripts, after } = entry.data
      const branching = library.stagesOf(entry.id).some(({ data }) => data.branches.length > 0)
      return {
        where: '',
        stages: '',
        shown: goal ? '' : undefined,
        time: timeNote,
        check: some(checks),
        branches: branching ? '' : undefined,
        stalls,
        scripts: some(scripts),
        after: goal ? after : undefined,
      }
    }
    case 'stages': {
      const { entryGate, steps, exitGate, timeNote, artefacts, people, pitfalls, branches } = entry.data
      return { entry: entryGate, steps, exit: exitGate, time: timeNote, artefacts, people, pitfalls, branches: some(branches) }
    }
    case 'service-lines':
      return { tasks: entry.data.examples, roles: entry.data.tools }
    case 'industries':
      return { outsourced: entry.data.outsourced, rules: some(entry.data.rules), words: entry.data.words, roles: '' }
    case 'guides': {
      const { checklist, countries, questions } = entry.data
      return { checklist, verify: countries ? '' : undefined, questions }
    }
    default:
      return {}
  }
}

function roleTexts(role: Entry<'roles'>): Texts {
  const { data } = role
  const blocks: Record<RoleBlock, unknown> = {
    place: [data.spanNote, data.notToConfuseWith],
    shift: data.shift.normal,
    'bad-day': data.shift.bad,
    duties: data.duties,
    measures: data.measuredBy,
    competencies: data.competencies,
    tools: [data.tools, data.equipment],
    routes: [data.routes, data.degree, data.hiringSteps],
    'first-ninety': data.firstNinety,
    pay: '',
    outlook: [data.outlook, data.outlookNote],
    certifications: data.certifications,
    work: '',
    moves: [data.leadsTo, data.leadsOut],
    tips: data.tips,
    questions: data.questions,
    learn: data.learn,
  }
  return {
    ...Object.fromEntries(blocksOf(role).map((block) => [block, blocks[block]])),
    'fits-yes': data.fitsIf,
    'fits-no': data.notIf,
    names: data.occupationCodes.map(({ title }) => title),
  }
}

/** Fields that hold ids and addresses, not words. */
const NO_WORDS = new Set([
  'id',
  'source',
  'sources',
  'figure',
  'figures',
  'url',
  'readAt',
  'scheme',
  'code',
  'asOf',
  'mark',
  'stage',
  'kind',
])

function wordsOfData(data: unknown): string {
  if (typeof data === 'string') return data
  if (Array.isArray(data)) return data.map(wordsOfData).join(' ')
  if (typeof data === 'object' && data !== null)
    return Object.entries(data)
      .map(([name, value]) => (NO_WORDS.has(name) ? '' : wordsOfData(value)))
      .join(' ')
  return ''
}
