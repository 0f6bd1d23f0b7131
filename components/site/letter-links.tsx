/** Leads to the parts of a long alphabetical list, whose headings have the ids `letter-A` and so on. */
export function LetterLinks({ letters }: { letters: readonly string[] }) {
  return (
    <nav className="letters" aria-label="Letters">
      {letters.map((letter) => (
        <a key={letter} href={`#letter-${letter}`}>
          {letter}
        </a>
      ))}
    </nav>
  )
}
