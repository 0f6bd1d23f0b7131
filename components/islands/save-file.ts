/** Hands a text to the reader as a file, without a request: the browser asks where to put it. */
export function save({ name, text, type }: { name: string; text: string; type: string }) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read the file only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
