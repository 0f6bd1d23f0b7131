import type { Kind } from '../fields.ts'
import * as amounts from './amount-rows.ts'
import type { Dataset } from './dataset.ts'
import * as pathways from './pathway-rows.ts'
import * as roles from './role-rows.ts'
import * as skills from './skill-rows.ts'
import * as trade from './trade-rows.ts'

/** Datasets that belong together, as the page and the descriptor list them. */
export interface Shelf {
  id: string
  title: string
  datasets: readonly Dataset[]
}

/** Every dataset of the open data. A new one is a new line here. */
export const SHELVES: readonly Shelf[] = [
  {
    id: 'jobs',
    title: 'Jobs and the moves between them',
    datasets: [
      roles.ROLES,
      roles.COMPETENCIES,
      roles.MOVES,
      roles.MOVE_EVIDENCE,
      roles.DUTIES,
      roles.ROLE_METRICS,
      roles.ROLE_CERTIFICATIONS,
      roles.OCCUPATION_CODES,
      roles.ROLE_NAMES,
      roles.ROLE_CONFUSIONS,
      roles.QUICK_FACTS,
      roles.SHIFT_HOURS,
      roles.WAYS_IN,
      roles.WAYS_OUT,
      roles.DEGREE_RULES,
      roles.FIRST_NINETY,
      roles.OUTLOOK,
      roles.TIPS,
      roles.EQUIPMENT,
      roles.ROLE_LEARNING,
    ],
  },
  {
    id: 'numbers',
    title: 'Pay, figures and their sources',
    datasets: [
      amounts.PAY,
      amounts.FIGURES,
      amounts.SOURCES,
      amounts.COUNTRIES_OF_PAY,
      amounts.PAY_DISAGREEMENTS,
      amounts.PAY_PARTS,
      amounts.PAY_RULES,
      amounts.ADDRESSES,
    ],
  },
  {
    id: 'skills',
    title: 'Skills, metrics and certifications',
    datasets: [
      skills.SKILLS,
      skills.SKILL_LEVELS,
      skills.SKILL_LEARNING,
      skills.SKILL_NAMES,
      skills.METRICS,
      skills.METRIC_INPUTS,
      skills.METRIC_GAMING,
      skills.CERTIFICATIONS,
      skills.CERTIFICATION_CLASHES,
    ],
  },
  {
    id: 'pathways',
    title: 'Pathways, stages and steps',
    datasets: [
      pathways.PATHWAYS,
      pathways.STAGES,
      pathways.STEPS,
      pathways.STEP_COMPETENCIES,
      pathways.STEP_RESOURCES,
      pathways.STEP_COUNTRIES,
      pathways.RETIRED_STEPS,
      pathways.STAGE_GATES,
      pathways.STAGE_ARTEFACTS,
      pathways.STAGE_PEOPLE,
      pathways.STAGE_PITFALLS,
      pathways.STAGE_BRANCHES,
      pathways.PATHWAY_ENTRIES,
      pathways.PATHWAY_CHECKS,
      pathways.PATHWAY_STALLS,
      pathways.PATHWAY_SCRIPTS,
      pathways.PATHWAY_AFTER,
    ],
  },
  {
    id: 'trade',
    title: 'The trade, its words and its questions',
    datasets: [
      trade.SERVICE_LINES,
      trade.INDUSTRIES,
      trade.INDUSTRY_RULES,
      trade.INDUSTRY_WORDS,
      trade.GLOSSARY,
      trade.TERM_NAMES,
      trade.TERM_CONFUSIONS,
      trade.GUIDES,
      trade.CHECKLISTS,
      trade.QUESTIONS,
      trade.LIST_ITEMS,
      trade.START_QUESTIONS,
      trade.START_ANSWERS,
      trade.START_RULES,
    ],
  },
]

export const DATASETS: readonly Dataset[] = SHELVES.flatMap(({ datasets }) => datasets)

/** The dataset whose `id` names the articles of a kind. */
export const datasetOfKind = (kind: Kind): string => (kind === 'salaries' ? amounts.COUNTRIES_OF_PAY.name : kind)
