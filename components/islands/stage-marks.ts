import { trustedToday } from '#lib/reader/plan-dates.ts'
import { markOf, type Progress, STATE_NAMES, STATES, type State } from '#lib/reader/progress.ts'
import { countOf, markFor, stageState } from '#lib/reader/standing.ts'
import { stateChange } from '#lib/reader/state-change.ts'
import type { Store } from '#lib/reader/store.ts'
import { TROUBLE_WORDS } from '#lib/reader/trouble-words.ts'
import { element, say } from './page-parts.ts'

/**
 * Lets readers mark the steps of a stage page, which stays a still page: no framework comes with it. The page says in attributes
 * what this needs: `data-step` the words of a step, `data-former` the retired ids it stands for, `data-built` the day of the build.
 */
export function startStageMarks(page: Document, store: Store): void {
  const steps = [...page.querySelectorAll<HTMLElement>('li[data-step]')].map((item) => {
    const { id } = item
    const retired = (item.dataset.former ?? '')
      .split(' ')
      .filter(Boolean)
      .map((former) => ({ id: former, text: '', successor: id }))
    const { fieldset, choices } = choicesFor(page, id, item.dataset.step ?? '')
    fieldset.addEventListener('change', () => {
      const state = STATES.find((each) => choices.get(each)?.checked)
      const builtOn = item.closest<HTMLElement>('[data-built]')?.dataset.built ?? ''
      if (state) store.change(stateChange(store.get().progress, id, state, trustedToday(new Date(), builtOn), retired))
    })
    item.append(fieldset)
    return { item, id, retired, choices }
  })
  const stations = [...page.querySelectorAll<HTMLElement>('[data-pathway] > [data-stage]')]
  const line = page.querySelector<HTMLElement>('[data-marks-line]')
  const [count, warning] = line?.querySelectorAll('[role=status] > span') ?? []

  const show = () => {
    const { progress, trouble } = store.get()
    const states = steps.map(({ item, id, retired, choices }) => {
      const { state } = markFor(progress, id, retired)
      item.dataset.state = state
      // The elements stay, so the focus does: only what is checked changes.
      for (const [each, input] of choices) input.checked = each === state
      return state
    })
    showStations(stations, progress)
    say(count, countWords(states))
    say(warning, trouble ? TROUBLE_WORDS[trouble] : '')
  }

  show()
  if (line) line.hidden = false
  store.subscribe(show)
  page.defaultView?.addEventListener('storage', store.refresh)
  // A page that comes back from the browser's memory has missed what other tabs did meanwhile.
  page.defaultView?.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.refresh()
  })
}

/** Fills the stations of the line in. Marks on retired steps count on the pages of their own stages; here they may wait. */
function showStations(stations: readonly HTMLElement[], progress: Progress) {
  const start = progress.starts.get(stations[0]?.parentElement?.dataset.pathway ?? '')
  const first = stations.findIndex(({ dataset }) => dataset.stage === start?.stage)
  for (const [order, { dataset }] of stations.entries()) {
    const states = (dataset.steps ?? '').split(' ').map((id) => markOf(progress, id).state)
    dataset.state = stageState(countOf(states), order < first && !start?.reopened.includes(dataset.stage ?? ''))
  }
}

/** The same markup as the marks of live pages, so that one style sheet fits both. */
function choicesFor(page: Document, id: string, step: string) {
  const fieldset = element(page, 'fieldset', 'marks')
  fieldset.append(element(page, 'legend', 'sr-only', `Where are you with: ${step}`))
  const choices = new Map<State, HTMLInputElement>()
  for (const state of STATES) {
    const input = element(page, 'input')
    input.type = 'radio'
    input.name = `mark-${id}`
    input.value = state
    choices.set(state, input)
    const label = element(page, 'label')
    label.append(input, element(page, 'span', '', STATE_NAMES[state]))
    fieldset.append(label)
  }
  return { fieldset, choices }
}

/** "2 of 9 steps done in this stage" or, on one line of a phone too, "2 of 8 steps done, 1 not for you". */
function countWords(states: readonly State[]): string {
  const { done, total, skipped } = countOf(states)
  if (total === 0) return 'No step of this stage is for you'
  return `${done} of ${total} steps done${skipped > 0 ? `, ${skipped} not for you` : ' in this stage'}`
}
