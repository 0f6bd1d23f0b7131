import { describe, expect, it } from 'vitest'
import { startSlashKey } from '#components/islands/slash-key.ts'
import { FakeStorage } from './fake-storage.ts'

const page = () => new DOMParser().parseFromString('<input type="checkbox" checked data-slash>', 'text/html')
const boxOf = (document: Document) => document.querySelector('input') as HTMLInputElement
const press = (document: Document) => boxOf(document).dispatchEvent(new MouseEvent('click', { bubbles: true }))

describe('the choice about the key that leads to the search', () => {
  it('is kept, and shown the next time', () => {
    const storage = new FakeStorage()
    const first = page()
    startSlashKey(first, storage.open)
    press(first)
    expect(storage.texts.get('floorwalk-slash')).toBe('off')
    const second = page()
    startSlashKey(second, storage.open)
    expect(boxOf(second).checked).toBe(false)
    press(second)
    expect(storage.texts.get('floorwalk-slash')).toBe('on')
  })

  it('says that the key works where nothing can be read or kept', () => {
    const storage = new FakeStorage()
    storage.getterThrows = true
    const document = page()
    startSlashKey(document, storage.open)
    press(document)
    expect(boxOf(document).checked).toBe(true)
  })

  it('is no matter on a page without it', () => {
    expect(() => startSlashKey(new DOMParser().parseFromString('<p></p>', 'text/html'), new FakeStorage().open)).not.toThrow()
  })
})
