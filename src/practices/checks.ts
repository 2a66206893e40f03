export const checks = [
  { id: 'PR-room', text: 'an event is of the room it is folded in' },
  { id: 'PR-kind', text: 'a kind of event stands only where the practice lets it' },
  { id: 'PR-newer', text: 'nobody acts past what a newer app wrote in that room' },
  { id: 'CI6-late', text: 'a word belongs to the meeting that is open' },
  { id: 'AP1-other', text: 'giver and receiver of thanks are two people' },
  { id: 'AP4-offer', text: 'an offer carries the giver’s own yes over the words that came' },
  { id: 'AP4-text', text: 'a yes is over exactly the words that are shown' },
  { id: 'AP4-circle', text: 'a yes is for this commons' },
  { id: 'AP4-receiver-named', text: 'a yes names this thank-you and this receiver' },
  { id: 'AP4-giver', text: 'the giver said yes' },
  { id: 'AP4-receiver', text: 'the receiver said yes' },
  { id: 'AP6-again', text: 'what was taken back is not shown again' },
] as const
