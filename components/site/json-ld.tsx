import { type JsonLd as Data, jsonForScript } from '#lib/json-ld.ts'

export function JsonLd({ data }: { data: Data[] }) {
  return data.map((each) => (
    <script
      key={String('@type' in each ? each['@type'] : '')}
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: jsonForScript(each) }}
    />
  ))
}
