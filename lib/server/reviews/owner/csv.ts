import 'server-only'
import type { Review, ReviewGuest } from '@/lib/contract/reviews/review'
import { toCsvText } from '@/lib/csv'

const header = [
  'kind',
  'guest',
  'picture',
  'label',
  'pick',
  'rating',
  'other picture',
  'other label',
  'choice',
  'comment',
  'x',
  'y',
  'answer',
  'resolved',
  'time',
]

/** A row a verdict, a pair or a comment. Guests write these cells: `toCsvText` makes them harmless. */
export function reviewCsv({ pictures, guests, comments }: Review): string {
  const labels = new Map(pictures.map(({ id, label = '' }) => [id, label]))
  const named = (id: string) => [id, labels.get(id) ?? '']
  const rows = [
    ...guests.flatMap((guest) => verdictRows(guest, named)),
    ...guests.flatMap((guest) => pairRows(guest, named)),
    ...comments.map(({ author, pictureId, text, at, answer, isResolved, createdAt }) => [
      'comment',
      author,
      ...named(pictureId),
      ...['', '', '', '', ''],
      text,
      String(at?.x ?? ''),
      String(at?.y ?? ''),
      answer ?? '',
      isResolved ? 'yes' : 'no',
      createdAt,
    ]),
  ]
  return toCsvText([header, ...rows.map(padded)])
}

type Named = (id: string) => string[]

const verdictRows = ({ name, verdicts }: ReviewGuest, named: Named): string[][] =>
  Object.entries(verdicts).map(([id, { pick, rating }]) => [
    'verdict',
    name,
    ...named(id),
    pick ? 'yes' : 'no',
    String(rating ?? ''),
  ])

const pairRows = ({ name, pairs }: ReviewGuest, named: Named): string[][] =>
  pairs.map(({ left, right, choice }) => [
    'pair',
    name,
    ...named(left),
    ...['', ''],
    ...named(right),
    choice,
  ])

const padded = (row: string[]): string[] => header.map((_, at) => row[at] ?? '')
