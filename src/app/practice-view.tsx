import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Model } from './model.ts'
import { ok, type Result } from '../base/result.ts'
import type { EngineError, Session, Snapshot } from '../client/api.ts'
import type { GuestDoor, Practice, Refused, States, Surfaces, ViewProps } from '../practices/practice.ts'
import { setAside } from '../practices/set-aside.ts'
import { app } from '../texts/app.ts'
import { toldApart } from './names.ts'

export type AnySurfaces = Surfaces<unknown, unknown, unknown>

/** The screens of each practice, by name; null while their code is on its way. */
export type LoadedSurfaces = ReadonlyMap<string, AnySurfaces>

/** Loads the screens of all practices once. */
export function useSurfaces(practices: readonly Practice[], ready: LoadedSurfaces | null): LoadedSurfaces | null {
  const [loaded, setLoaded] = useState<LoadedSurfaces | null>(ready)
  useEffect(() => {
    if (loaded !== null) return
    loadAllLetters(document.fonts)
    void Promise.all(practices.map(async (practice) => [practice.name, await practice.surfaces()] as const)).then((pairs) => setLoaded(new Map(pairs)))
  }, [])
  return loaded
}

/**
 * A browser fetches the letters of an alphabet when the first of them is to be drawn. Where nothing of the app is kept on the device the host would hear of that, and
 * with it of what somebody writes or reads.
 */
function loadAllLetters(fonts: Iterable<FontFace> | undefined): void {
  for (const font of fonts ?? []) void font.load().catch(() => undefined)
}

interface Here {
  readonly model: Model
  readonly session: Session
  readonly snapshot: Snapshot
}

/** What a page of a practice is given: that of `concern` also the cards of all others, and what they put on Today. */
export function propsOf(practice: string, page: string, at: Here, surfaces: LoadedSurfaces): ViewProps<unknown, unknown, unknown> {
  const views = propsAt(at, surfaces)
  return { ...views(practice, page), ...(practice === 'concern' ? ofOthers(views, surfaces) : {}) }
}

type Views = (practice: string, page: string) => ViewProps<unknown, unknown, unknown>

/** What the views of all practices are given now, with what the circle answered while all was well. */
export function propsAt(at: Here, surfaces: LoadedSurfaces): Views {
  const views = viewsAt(at)
  const beforehand = surfaces.get('before')?.beforehand?.(views('before', '')) ?? null
  return (practice, page) => ({ ...views(practice, page), beforehand })
}

function ofOthers(views: Views, surfaces: LoadedSurfaces): Pick<ViewProps<unknown, unknown, unknown>, 'cards' | 'waiting'> {
  const all = [...surfaces].filter(([name]) => name !== 'concern').map(([name, surface]) => ({ surface, props: views(name, '') }))
  return {
    cards: all.flatMap(({ surface, props }) => surface.cards?.(props) ?? []),
    waiting: all.flatMap(({ surface, props }) => surface.waits?.(props) ?? []),
  }
}

/** The same without what other practices lend. What is alike for all of them is worked out once: Today asks for every one. */
export function viewsAt(at: Here): Views {
  const { model, session, snapshot } = at
  const names = new Map(snapshot.circle.people.map((person) => [person.id, toldApart(person)] as const))
  const people = snapshot.circle.people.map((person) => ({ id: person.id, name: names.get(person.id) ?? '', present: person.present }))
  const rooms = new Map([...snapshot.rooms].map(([id, room]) => [id, { ...room, people: room.people.map((person) => ({ ...person, name: names.get(person.id) ?? person.name })) }] as const))
  const muted = new Set(snapshot.muted)
  const mutedOrAside = new Set([...muted, ...setAside(snapshot.rooms, snapshot.me.id)])
  const guests = guestDoor(at)
  async function actFor(practice: string, of: string, order: unknown): Promise<Refused | null> {
    const result = await session.act(of, order)
    if (result.ok) return null
    if (result.error.kind === 'refused-by-practice') return { rule: result.error.rule, textKey: result.error.textKey }
    // Not the practice's to explain: it stands above the page, and the words stay in their box.
    model.report(result.error)
    return { rule: result.error.kind, textKey: `${practice}.unsent` }
  }
  return (practice, page) => ({
    // The engine folds with the practice's own rules, so the shape is the practice's.
    states: snapshot.practices[practice] as States<unknown, unknown, unknown>,
    me: snapshot.me.id,
    people,
    today: snapshot.today,
    now: model.clock.now(),
    settings: snapshot.settings,
    changeSettings: (change) => void session.setSettings(change),
    // A yes is asked by letter too, and goes on: what of a concern is set aside, its own screens say.
    muted: practice === 'concern' ? muted : mutedOrAside,
    refused: snapshot.refused.filter((entry) => entry.type.startsWith(`${practice}.`)),
    act: (order) => actFor(practice, practice, order),
    actFor: (of, order) => actFor(practice, of, order),
    rooms,
    invitations: snapshot.roomInvitations,
    cards: [],
    waiting: [],
    hasPractice: (name) => snapshot.practices[name] !== undefined,
    beforehand: null,
    guests,
    yesNow: (yes) => session.yesNow(yes),
    draft: (key) => session.draft(`${practice}.${key}`),
    saveDraft: (key, text) => session.saveDraft(`${practice}.${key}`, text),
    saveDraftFor: (other, key, text) => session.saveDraft(`${other}.${key}`, text),
    page,
    go: (to, next) => model.go(next === '' ? to : `${to}/${next}`),
  })
}

const GUEST_LINK_DAYS = 7

function guestDoor({ model, session, snapshot }: Here): GuestDoor {
  async function told<Value, Failed extends EngineError>(done: Promise<Result<Value, Failed>>): Promise<Value | null> {
    const result = await done
    if (!result.ok) model.report(result.error)
    return result.ok ? result.value : null
  }
  return {
    invite: async (room) => (await told(session.invite({ uses: 1, days: GUEST_LINK_DAYS, note: '', guestOf: room })))?.link ?? null,
    links: snapshot.guests.links.map(({ roomId, link }) => ({ room: roomId, link })),
    knocking: snapshot.guests.knocks.map(({ id, roomId, name, words }) => ({ id, room: roomId, name, words })),
    letIn: async (id) => told(session.admit(id).then(asDone)).then((done) => done === true),
    turnAway: async (id) => told(session.refuseKnock(id).then(asDone)).then((done) => done === true),
  }
}

function asDone<Failed>(result: Result<null, Failed>): Result<true, Failed> {
  return result.ok ? ok(true) : result
}

export function Loading(): JSX.Element {
  return (
    <p role="status">
      <b>{app.t('app.opening')}</b> {app.t('app.opening.more')}
    </p>
  )
}
