import type { ReactNode } from 'react'
import { pageScript } from '#lib/export/page-scripts.ts'
import type { ListOutline } from '#lib/list-outline.ts'
import { countWords, type ListFilter, type ListOption, VIEW } from '#lib/reader/list-filter.ts'
import './list-filter.css'

/**
 * A list with its questions, and the script that answers them: it shows the form, hides what does not match and keeps the address.
 * The items inside carry their traits in `data-traits`, sections the trait of their items in `data-group`.
 */
export function FilteredList({ list, note, children }: { list: ListOutline; note?: string; children: ReactNode }) {
  return (
    <div className="filtered" data-list={list.noun}>
      <form className="list-filter" hidden autoComplete="off" aria-label={`Filter ${list.noun}`}>
        <details>
          <summary>
            <b>Filter</b> <span data-chosen="">{list.hint}</span>
          </summary>
          <div className="list-fields">
            {list.filters.map((filter) =>
              filter.options.length === 1 ? <Box key={filter.name} filter={filter} /> : <Choice key={filter.name} filter={filter} />,
            )}
            {list.views.length > 0 ? (
              <label>
                <span>Grouped by</span>
                <select name={VIEW}>
                  {list.views.map(({ value, text }) => (
                    <option key={value} value={value}>
                      {text}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
          </div>
          {note ? <p className="src">{note}</p> : null}
          <button type="submit" data-show="">
            Show the list
          </button>
        </details>
      </form>
      <div className="list-answer" hidden>
        <p role="status" tabIndex={-1}>
          <span data-count="">{countWords(list.total, list.total, list.noun)}</span> <span data-unused="" />
        </p>
        <p data-ways-out="" hidden>
          <span>Nothing fits all of that. Drop one:</span>
          {list.filters.map(({ name, label }) => (
            <button type="button" key={name} data-drop={name} hidden>
              Without “{label}”
            </button>
          ))}
        </p>
        <button type="button" data-clear="" hidden>
          Clear
        </button>
      </div>
      <div>{children}</div>
      <script type="module" src={pageScript('lists')} data-own="lists" />
    </div>
  )
}

function Choice({ filter: { name, label, options } }: { filter: ListFilter }) {
  const groups = new Map<string, ListOption[]>()
  for (const option of options) groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option])
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">Any</option>
        {[...groups].map(([group, members]) =>
          group ? (
            <optgroup key={group} label={group}>
              <Options options={members} />
            </optgroup>
          ) : (
            <Options key={group} options={members} />
          ),
        )}
      </select>
    </label>
  )
}

const Options = ({ options }: { options: readonly ListOption[] }) =>
  options.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ))

function Box({ filter: { name, label, options } }: { filter: ListFilter }) {
  return (
    <label className="list-box">
      <input type="checkbox" name={name} value={options[0]?.value} /> <span>{label}</span> <span data-left="" />
    </label>
  )
}
