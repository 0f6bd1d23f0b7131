import { memo, type ReactNode, useId, useState } from 'react'
import type { RetiredStep, StepOutline } from '#lib/reader/outline.ts'
import { dayText } from '#lib/reader/plan-dates.ts'
import { type MarkFields as Fields, type Mark, STATE_NAMES, STATES, type State } from '#lib/reader/progress.ts'
import { cleanText } from '#lib/reader/progress-format.ts'
import { stateChange, stepChange } from '#lib/reader/state-change.ts'
import { useActs } from './acts.tsx'
import { DayField } from './day-field.tsx'
import { useDraft } from './draft.ts'
import { readerStore, useAwake } from './reader-store.ts'

interface Props {
  step: StepOutline
  mark: Mark
  today: string
  retired: readonly RetiredStep[]
  /** Where the step is told in full. */
  address: string
  /** What else is to be said of the step. */
  note?: ReactNode
  level?: 3 | 4
}

/** One step to mark: where the reader is with it, and a fold for note, dates and proof. */
export const StepMarks = memo(function StepMarks({ step, mark, today, retired, address, note, level = 4 }: Props) {
  const { act } = useActs()
  const Heading = `h${level}` as const
  const choose = (state: State) =>
    act(stateChange(readerStore().get().progress, step.id, state, today, retired), `${STATE_NAMES[state]}: ${step.text}`)
  const keep = (fields: Fields, said: string, notedFrom?: string) =>
    act(stepChange(readerStore().get().progress, step.id, fields, retired, notedFrom), said)
  return (
    <li className="mark-step" data-state={mark.state} id={step.id}>
      <Heading>
        <a href={`${address}#${step.id}`}>{step.text}</a>
      </Heading>
      {note}
      <StateChoice step={step} state={mark.state} onChoose={choose} />
      <MarkDetails step={step} mark={mark} today={today} keep={keep} />
    </li>
  )
})

function StateChoice({ step, state, onChoose }: { step: StepOutline; state: State; onChoose: (state: State) => void }) {
  const awake = useAwake()
  return (
    <fieldset className="marks" disabled={!awake}>
      <legend className="sr-only">Where are you with: {step.text}</legend>
      {STATES.map((each) => (
        <label key={each}>
          <input type="radio" name={`mark-${step.id}`} value={each} checked={each === state} onChange={() => onChoose(each)} />
          <span>{STATE_NAMES[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The words on the closed fold: what is in it, so that nobody has to open it to find out. */
function foldText({ note, target, evidence }: Mark): string {
  const has = [...(note ? ['note'] : []), ...(target ? ['date'] : []), ...(evidence ? ['proof'] : [])]
  return has.length > 0 ? `Your ${has.join(', ')}` : 'Note, dates, proof'
}

interface DetailsProps {
  step: StepOutline
  mark: Mark
  today: string
  keep: (fields: Fields, said: string, notedFrom?: string) => void
}

function MarkDetails(props: DetailsProps) {
  const { step, mark } = props
  // Seventy closed folds with five fields each would be most of the page.
  const [open, setOpen] = useState(false)
  return (
    <details className="mark-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {foldText(mark)}
        <span className="sr-only">: {step.text}</span>
      </summary>
      {open ? <DetailsFields {...props} /> : null}
    </details>
  )
}

const LONGEST_NOTE = 4000
const LONGEST_EVIDENCE = 1000

function DetailsFields({ step, mark, today, keep }: DetailsProps) {
  const id = useId()
  const note = useDraft(mark.note, (text, from) => keep({ note: cleanText(text) }, 'Note written.', from))
  const evidence = useDraft(mark.evidence, (text) => keep({ evidence: cleanText(text) }, 'Proof written.'))
  const keepDay = (field: 'target' | 'doneOn', name: string) => (day: string) =>
    keep({ [field]: day }, day === '' ? `${name}: taken out.` : `${name}: ${dayText(day)}.`)
  const link = webAddress(mark.evidence)
  return (
    <div className="mark-fields">
      <p className="src">You have it when: {step.evidence}</p>
      <p className="field">
        <label htmlFor={`${id}-note`}>Note, for you alone</label>
        <textarea
          id={`${id}-note`}
          rows={3}
          maxLength={LONGEST_NOTE}
          value={note.value}
          onChange={(event) => note.onChange(event.target.value)}
          onBlur={note.onBlur}
        />
      </p>
      <div className="field-pair">
        <DayField id={`${id}-target`} label="I want it done by" value={mark.target} onDay={keepDay('target', 'To be done by')} />
        {mark.state === 'done' ? (
          <DayField id={`${id}-done`} label="Done on" value={mark.doneOn} max={today} onDay={keepDay('doneOn', 'Done on')} />
        ) : null}
      </div>
      <p className="field">
        <label htmlFor={`${id}-proof`}>Proof: a link, or where it lies</label>
        <input
          id={`${id}-proof`}
          type="text"
          inputMode="url"
          autoComplete="off"
          maxLength={LONGEST_EVIDENCE}
          value={evidence.value}
          onChange={(event) => evidence.onChange(event.target.value)}
          onBlur={evidence.onBlur}
        />
      </p>
      {link ? (
        <p className="src">
          <a href={link} rel="noreferrer nofollow">
            Open the proof
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** The text as an address that may be linked; undefined for anything but http and https. */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined
  return new URL(trimmed).href
}
