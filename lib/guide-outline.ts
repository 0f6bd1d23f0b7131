import type { Entry, Library } from './content/library.ts'
import { today } from './fields.ts'
import { monthsOf } from './figure.ts'
import { formatFigure, formatReading } from './money.ts'
import type {
  FormerNames,
  GuideOutline,
  PathwayOutline,
  RetiredStep,
  RoleOutline,
  SkillOutline,
  SourcedTime,
  StageOutline,
} from './reader/outline.ts'
import { LEVELS, type Level } from './skill.ts'

/** 1 foundation … 4 expert. */
const levelNumber = (level: Level) => LEVELS.indexOf(level) + 1

/** What pages hand to scripts of everything that a plan needs. */
export function guideOutline(library: Library): GuideOutline {
  return {
    builtOn: today(),
    pathways: library.all('pathways').map((pathway) => pathwayOutline(pathway, library)),
    roles: library.all('roles').map(roleOutline),
    skills: library.all('skills').map(skillOutline),
    former: formerNames(library),
  }
}

/** What roles, pathways, stages and skills were called before. */
export function formerNames(library: Library): FormerNames {
  const names = (kind: 'roles' | 'pathways' | 'stages' | 'skills') =>
    library.all(kind).flatMap(({ id, data }) => (data.formerSlugs ?? []).map((former) => [id.replace(/[^/]+$/, former), id] as const))
  return {
    targets: Object.fromEntries([...names('roles'), ...names('pathways')]),
    stages: Object.fromEntries(names('stages')),
    skills: Object.fromEntries(names('skills')),
  }
}

export function pathwayOutline({ id, address, data }: Entry<'pathways'>, library: Library): PathwayOutline {
  const stages = library.stagesOf(id)
  return {
    id,
    title: data.title,
    address,
    ...(data.goal ? { goal: data.goal } : {}),
    questions: data.entryQuestions,
    stages: stages.map((stage) => stageOutline(stage, library)),
    retired: retiredSteps({ id }, library),
  }
}

/** The steps that a pathway no longer has. */
export const retiredSteps = ({ id }: Pick<Entry<'pathways'>, 'id'>, library: Library): RetiredStep[] =>
  library
    .stagesOf(id)
    .flatMap(({ data }) =>
      (data.retiredSteps ?? []).map(({ id: step, text, successor }) => ({ id: step, text, ...(successor ? { successor } : {}) })),
    )

function stageOutline({ id, address, data }: Entry<'stages'>, library: Library): StageOutline {
  const stay = (data.stay ?? []).map((figure) => library.figure(figure).figure)
  const months = stay.flatMap((figure) => monthsOf(figure) ?? [])
  return {
    id: id.slice(id.indexOf('/') + 1),
    title: data.title,
    purpose: data.purpose,
    address,
    ...(data.role ? { role: data.role } : {}),
    ...(months.length > 0
      ? {
          stay: {
            months: [Math.min(...months), Math.max(...months)],
            sources: (data.stay ?? []).map((each) => sourcedTime(each, library)),
          },
        }
      : {}),
    steps: data.steps.map(({ id: step, text, evidence, effort, optional, competencies, prerequisites }) => ({
      id: step,
      text,
      evidence,
      hours: [effort.low, effort.high],
      ...(optional ? { optional } : {}),
      builds: competencies.map(({ skill, level }) => [skill, levelNumber(level)] as const),
      ...(prerequisites ? { after: prerequisites } : {}),
    })),
  }
}

function sourcedTime(id: string, library: Library): SourcedTime {
  const { figure } = library.figure(id)
  const source = library.get('sources', figure.source)
  return {
    text: formatFigure(figure),
    label: figure.label,
    when: formatReading(figure),
    fit: figure.fitNote,
    source: source.data.title,
    address: source.address,
  }
}

export const roleOutline = ({ id, address, data }: Entry<'roles'>): RoleOutline => ({
  id,
  title: data.title,
  address,
  asks: data.competencies.map(({ skill, level, need }) => ({ skill, level: levelNumber(level), need })),
})

export const skillOutline = ({ id, address, data }: Entry<'skills'>): SkillOutline => ({ id, title: data.title, address })

/** A pathway of which only what its steps build matters: for pages about another one. */
export const leanOutline = ({ id, title, address, stages, retired }: PathwayOutline): PathwayOutline => ({
  id,
  title,
  address,
  questions: [],
  stages: stages.map((stage) => ({
    id: stage.id,
    title: stage.title,
    purpose: '',
    address: stage.address,
    steps: stage.steps.flatMap(({ id: step, builds }) =>
      builds.length > 0 ? [{ id: step, text: '', evidence: '', hours: [0, 0], builds }] : [],
    ),
  })),
  retired,
})
