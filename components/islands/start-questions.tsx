import { useId, useState } from 'react'
import type { PathwayOutline } from '#lib/reader/outline.ts'
import type { Start } from '#lib/reader/progress.ts'
import { chooseStart } from '#lib/reader/start-stage.ts'
import { useActs } from './acts.tsx'
import { useAwake } from './reader-store.ts'

/**
 * The questions that choose a stage to begin with. Without scripts every answer is a link to its stage; with them the answers
 * together give one stage, and the page says why.
 */
export function StartQuestions({ pathway, start }: { pathway: PathwayOutline; start: Start | undefined }) {
  const awake = useAwake()
  const { act } = useActs()
  const id = useId()
  const [answers, setAnswers] = useState<(number | undefined)[]>([])
  const begun = pathway.stages.findIndex((stage) => stage.id === start?.stage)
  const choice = chooseStart(pathway, answers)
  const begin = (stage: string, order: number) =>
    act(
      { what: 'start', pathway: pathway.id, stage, reopened: [] },
      order === 0 ? 'You begin at stage 0. Nothing is behind you.' : `You begin at stage ${order}. What comes before is behind you.`,
    )
  return (
    <div className="start-questions">
      {pathway.questions.map(({ question, options }, place) => (
        <fieldset key={question} className="choices" disabled={!awake}>
          <legend>{question}</legend>
          {options.map((option, index) => {
            const order = pathway.stages.findIndex((stage) => stage.id === option.stage)
            return (
              <div key={option.label} className="choice">
                <label>
                  <input
                    type="radio"
                    name={`${id}-${place}`}
                    checked={answers[place] === index}
                    onChange={() => setAnswers(pathway.questions.map((_, each) => (each === place ? index : answers[each])))}
                  />
                  <span>{option.label}</span>
                </label>
                <a href={pathway.stages[order]?.address}>
                  <span className="sr-only">{option.label}: start at </span>stage {order}
                </a>
              </div>
            )
          })}
        </fieldset>
      ))}
      <div className="start-answer" role="status">
        {choice ? (
          <>
            <p>
              <b>
                Begin at stage {choice.order}, {choice.stage.title.toLowerCase()}.
              </b>{' '}
              “{choice.label}” points there, and no answer points further.
              {choice.order > 0 ? ' What comes before counts as behind you, and you can open any of it again.' : ''}
            </p>
            {choice.earlier.map(({ label, stage, order }) => (
              <p key={label}>
                “{label}” points to stage {order}, {stage.title.toLowerCase()}. Look there for steps you still want, and open it again if
                there are any.
              </p>
            ))}
          </>
        ) : null}
        {!choice && begun >= 0 ? (
          <p>
            You began at stage {begun}, {pathway.stages[begun]?.title.toLowerCase()}. Answer again to change that.
          </p>
        ) : null}
      </div>
      {choice || begun > 0 ? (
        <p className="acts-row">
          {choice ? (
            <button type="button" className="act main" onClick={() => begin(choice.stage.id, choice.order)}>
              Begin at stage {choice.order}
            </button>
          ) : null}
          {begun > 0 ? (
            <button
              type="button"
              className="act quiet"
              onClick={() => {
                setAnswers([])
                begin(pathway.stages[0]?.id ?? '', 0)
              }}
            >
              Begin at stage 0 after all
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}
