import { useState } from 'react'
import { isDay } from '#lib/reader/progress-format.ts'

interface Props {
  id: string
  label: string
  value: string
  max?: string
  /** Gets a real day, or empty text when it was taken out. */
  onDay: (day: string) => void
}

/** A date as the browser lets people enter it. Half-typed ones, such as the year 0002, and days past `max` are not taken. */
export function DayField({ id, label, value, max = '2099-12-31', onDay }: Props) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setText(value)
  }
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        min="2000-01-01"
        max={max}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          if (target.value !== value && (target.value === '' || (isDay(target.value) && target.value <= max))) onDay(target.value)
        }}
      />
    </p>
  )
}
