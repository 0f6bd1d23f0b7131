// Small conveniences. Every page is complete without this file.
const root = document.documentElement
const all = (selector, each) => document.querySelectorAll(selector).forEach(each)
const recall = (key) => {
  try {
    return localStorage.getItem(`floorwalk-${key}`)
  } catch {
    // Blocked: nothing is known.
  }
}
const keep = (key, value, place = 'localStorage') => {
  try {
    window[place].setItem(`floorwalk-${key}`, value)
  } catch {
    // Blocked or full: the choice holds for this page only.
  }
}
const say = (button, text) => {
  const before = button.textContent
  button.textContent = text
  setTimeout(() => (button.textContent = before), 2000)
}
const { clipboard, connection, serviceWorker } = navigator

// The display face comes when everything else is there, and not to a reader who asks for less data.
if (!connection?.saveData) {
  delete root.dataset.late
  keep('face', 'here', 'sessionStorage')
}

all('[data-theme-switch]', (button) => {
  button.hidden = false
  button.onclick = () => {
    const night = root.dataset.theme ? root.dataset.theme === 'night' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = night ? 'day' : 'night'
    keep('theme', root.dataset.theme)
  }
})

// A sign beside a heading shares its section. The button at the foot shares the section that the address names, else the page.
if (navigator.share || clipboard)
  all('[data-share], .anchor', (control) => {
    control.hidden = false
    control.onclick = async () => {
      const url = control.href || location.href
      const sign = [...document.querySelectorAll('.anchor')].find((anchor) => anchor.href === url)
      try {
        if (navigator.share) await navigator.share({ title: sign ? sign.parentNode.firstChild.textContent : document.title, url })
        else {
          await clipboard.writeText(url)
          say(control, 'Copied')
        }
      } catch (error) {
        if (error.name !== 'AbortError') say(control, 'Copy it from the address bar')
      }
    }
  })

// A section chosen from the popover is what the reader wants to see, not the popover.
all('#contents a', (link) => {
  link.onclick = () => link.closest(':popover-open')?.hidePopover()
})

all('[data-country-choice]', (select) => {
  const choose = () => {
    const id = select.value
    all('[data-country]', (part) => part.classList.toggle('chosen', part.dataset.country === id))
    all('.board-pay [data-country]', (part) => {
      part.hidden = id && part.dataset.country !== id
    })
  }
  select.value = recall('country')
  // A country that is not in the list any more, or none: all of them.
  select.value ||= ''
  choose()
  select.closest('[hidden]').hidden = false
  select.onchange = () => {
    keep('country', select.value)
    choose()
  }
})

// A key alone can be hit by accident, or by a voice that is taken for typing: the page of the search lets readers switch it off.
addEventListener('keydown', (event) => {
  const alone = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
  if (!alone || recall('slash') === 'off' || event.target.closest('input, textarea, select, [contenteditable]')) return
  event.preventDefault()
  // The last keeps it: on the page of the search its own field comes after that of the header.
  all('[name=q]', (field) => field.focus())
})

// Pages stay readable without a connection. A newer version of an open page brings its note with it.
if (serviceWorker) {
  serviceWorker.onmessage = (event) => import(event.data)
  serviceWorker.register('/sw.js').catch(() => {})
}
