import { showNewerNote } from './newer-note.ts'

/** What the worker has a page import when there is a newer version of it. */
showNewerNote(document, () => location.reload())
