import type { ReactNode } from 'react'
import type { Library } from '#lib/content/library.ts'
import type { StartQuestion, StartRole, StartRules } from '#lib/reader/start-rules.ts'
import { AnswerRules } from './answer-rules.tsx'

/**
 * The questions as a form, and the place where the three roles appear: `components/islands/start.ts` fills it in. `textOf` is the
 * text of a question, for the fold below it.
 */
export function StartForm({ rules, library, textOf }: { rules: StartRules; library: Library; textOf: (id: string) => ReactNode }) {
  return (
    <>
      <form className="start-form" data-start autoComplete="off">
        {rules.questions.map((question, place) => (
          <Question
            key={question.id}
            question={question}
            summary={library.get('start-questions', question.id).data.summary}
            text={textOf(question.id)}
            roles={rules.roles}
          >
            {`${place + 1} of ${rules.questions.length}`}
          </Question>
        ))}
        <div className="start-bar" data-start-bar hidden>
          <p role="status" />
          <div className="start-acts">
            <button type="submit" className="start-act main" data-start-show>
              Show the three roles
            </button>
            <button type="button" className="start-act" data-start-clear>
              Clear all
            </button>
          </div>
        </div>
      </form>
      <section aria-labelledby="your-three" data-start-result hidden>
        <h2 id="your-three" tabIndex={-1}>
          Three roles to look at
        </h2>
        <div />
      </section>
    </>
  )
}

function Question({
  question,
  summary,
  text,
  roles,
  children,
}: {
  question: StartQuestion
  summary: string
  text: ReactNode
  roles: readonly StartRole[]
  children: string
}) {
  const { id, title, options } = question
  return (
    <fieldset className="start-question" id={id} aria-describedby={`line-${id}`}>
      <legend>
        <small>{children}</small> <h2>{title}</h2>
      </legend>
      <p id={`line-${id}`}>{summary}</p>
      {options.map((option) => (
        <label key={option.id}>
          <input type="radio" name={id} value={option.id} /> <span>{option.label}</span>
        </label>
      ))}
      <label className="start-skip">
        <input type="radio" name={id} value="" defaultChecked /> <span>Skip this question</span>
      </label>
      <details>
        <summary>What this question decides</summary>
        {text}
        {options.map((option) => (
          <AnswerRules key={option.id} option={option} roles={roles} />
        ))}
      </details>
    </fieldset>
  )
}
