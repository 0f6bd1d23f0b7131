interface Props {
  links: readonly { address: string; text: string }[]
}

/** Links in one running line, a dot between each two. */
export const LinkLine = ({ links }: Props) =>
  links.map(({ address, text }, index) => (
    <span key={address}>
      {index > 0 ? ' · ' : ''}
      <a href={address}>{text}</a>
    </span>
  ))
