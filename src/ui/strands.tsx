/**
 * A concern as strands: what has grown from the day it began, at the bottom, up to a good ending, at the top.
 *
 * Every row draws its own piece of all strands, so rows may be of any height and their text is ordinary text. Above today a step only stands beside its strand.
 * Source: the strand grammar, docs/concern.md.
 */
import type { JSX } from 'preact'
import { Glyph, type GlyphId } from './glyphs.tsx'

export type Lane = 'hurt' | 'holders' | 'named' | 'circle' | 'kelp'

export type StepNode = Extract<GlyphId, 'n-offered' | 'n-open' | 'n-done' | 'n-aside' | 'n-paused'>

export interface StrandStep {
  readonly key: string
  readonly lane: Lane
  readonly node: StepNode
  /** Offered or set aside: on a stem beside the strand, which grows on without it. */
  readonly beside: boolean
  readonly title: string
  readonly href: string | null
  /** Whose strand it is, in words. */
  readonly whose: string
  /** The word of its state. A node never stands without one. */
  readonly word: string
  readonly more: string | null
}

export interface Strands {
  /** What the list is, for those who hear it. */
  readonly label: string
  /** From the inline start. */
  readonly lanes: readonly Lane[]
  /** The surface: a good ending, in somebody's words, or open water. */
  readonly ending: { readonly title: string; readonly more: string | null; /** Somebody else's words: they go on no paper. */ readonly screenOnly?: boolean }
  /** Above today, in no order. */
  readonly coming: readonly StrandStep[]
  /** Today's line, such as "Today, 14 April". */
  readonly now: string
  /** Newest first. */
  readonly grown: readonly StrandStep[]
  /** The holdfast: the day it began, and by whom. */
  readonly began: { readonly title: string; readonly more: string | null }
}

const laneWidth = 24

export function Strands(props: { readonly strands: Strands }): JSX.Element {
  const { label, lanes, ending, coming, now, grown, began } = props.strands
  const rows = 1 + coming.length + 1 + grown.length + 1
  const tips = new Map(lanes.map((lane) => [lane, grown.findIndex((step) => step.lane === lane && !step.beside)]))
  /** Whether a strand has grown as far as the row of this step of `grown`: up to its tip it is solid. */
  const hasGrown = (lane: Lane, index: number): boolean => {
    const tip = tips.get(lane) ?? -1
    return tip >= 0 && index > tip
  }
  const piece = (row: number): Piece => ({ lanes, row, rows })
  return (
    <ol class="strands" reversed style={{ '--lanes': lanes.length }} aria-label={label}>
      <li class="edge-top">
        <Sea />
        <Water piece={piece(0)} />
        <h3 class={ending.screenOnly === true ? 'title ending noprint' : 'title ending'} dir="auto">
          {ending.title}
        </h3>
        {ending.more !== null && <p class="small soft">{ending.more}</p>}
      </li>
      {coming.map((step, index) => (
        <li key={step.key} style={atLane(lanes, step)}>
          <Water piece={piece(1 + index)} />
          <StepWords step={step} />
        </li>
      ))}
      <li class="now">
        <Water piece={piece(1 + coming.length)} />
        <span>{now}</span>
      </li>
      {grown.map((step, index) => (
        <li key={step.key} style={atLane(lanes, step)}>
          <Grown piece={piece(2 + coming.length + index)} tip={tips.get(step.lane) === index ? step.lane : null} isSolid={(lane) => hasGrown(lane, index)} />
          <StepWords step={step} />
        </li>
      ))}
      <li class="edge-low">
        <Holdfast lanes={lanes} isSolid={(lane) => (tips.get(lane) ?? -1) >= 0} />
        <h3 class="name">{began.title}</h3>
        {began.more !== null && <p class="small soft">{began.more}</p>}
      </li>
    </ol>
  )
}

interface Piece {
  readonly lanes: readonly Lane[]
  readonly row: number
  readonly rows: number
}

function atLane(lanes: readonly Lane[], step: StrandStep): { readonly '--at': number } {
  return { '--at': Math.max(0, lanes.indexOf(step.lane)) }
}

function StepWords(props: { readonly step: StrandStep }): JSX.Element {
  const { step } = props
  return (
    <>
      <div class={step.beside ? `spot ${step.lane} side` : `spot ${step.lane}`}>
        {step.beside && (
          <svg class="stem flip" viewBox="0 0 12 24" aria-hidden="true">
            <path d="M1 24C1 14 4 9 12 4" />
          </svg>
        )}
        <Glyph id={step.node} class="node" />
      </div>
      <h3 class="name" dir="auto">
        {step.href === null ? step.title : <a href={step.href}>{step.title}</a>}
      </h3>
      <p class={`whose ${step.lane}`}>{step.whose}</p>
      <p class="small">
        <b>{step.word}</b>
        {step.more !== null && <span class="after">{step.more}</span>}
      </p>
    </>
  )
}

/** Open water: it may grow, it does not have to. */
function Water(props: { readonly piece: Piece }): JSX.Element {
  return <Lanes width={props.piece.lanes.length} paths={props.piece.lanes.map((lane, at) => ({ lane, open: true, d: across(props.piece, at) }))} />
}

function Grown(props: { readonly piece: Piece; readonly tip: Lane | null; readonly isSolid: (lane: Lane) => boolean }): JSX.Element {
  const { piece, tip } = props
  const width = piece.lanes.length
  const at = tip === null ? -1 : piece.lanes.indexOf(tip)
  const centre = centreOf(at)
  const others = piece.lanes.flatMap((lane, index) => (index === at ? [] : [{ lane, open: !props.isSolid(lane), d: across(piece, index) }]))
  if (tip === null || at < 0) return <Lanes width={width} paths={others} />
  const below = swayed(piece, at, piece.row + 1)
  return (
    <>
      <Lanes width={width} paths={others} />
      <Lanes width={width} part="up" paths={[{ lane: tip, open: true, d: `M${swayed(piece, at, piece.row)} 0L${centre} 60` }]} />
      <Lanes width={width} part="on" paths={[{ lane: tip, open: false, d: `M${centre} 0C${centre} 40 ${below} 60 ${below} 100` }]} />
    </>
  )
}

function Lanes(props: { readonly width: number; readonly part?: 'up' | 'on'; readonly paths: readonly { readonly lane: Lane; readonly open: boolean; readonly d: string }[] }): JSX.Element {
  return (
    <svg class={props.part === undefined ? 'lanes flip' : `lanes ${props.part} flip`} viewBox={`0 0 ${laneWidth * props.width} 100`} preserveAspectRatio="none" aria-hidden="true">
      {props.paths.map(({ lane, open, d }) => (
        <path key={lane} class={open ? `${lane} open` : lane} d={d} />
      ))}
    </svg>
  )
}

function Sea(): JSX.Element {
  return (
    <svg class="sea" viewBox="0 0 400 14" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 8C22 2 40 3 62 8s44 5 70 0 46-6 74-1 44 6 70 1 40-6 62-2 40 6 62 1" />
    </svg>
  )
}

/** The rock and what holds on to it. */
function Holdfast(props: { readonly lanes: readonly Lane[]; readonly isSolid: (lane: Lane) => boolean }): JSX.Element {
  const { lanes } = props
  const width = laneWidth * lanes.length
  const rock = Array.from({ length: 13 }, (_, step) => (step / 12) * width)
  return (
    <svg class="root flip" viewBox={`0 0 ${width} 120`} preserveAspectRatio="none" aria-hidden="true">
      <path class="plain thin" d={`M0 117L${rock.map((x) => `${near(x)} ${near(rockAt(x, lanes.length))}`).join(' ')}L${width} 117`} fill="var(--pool)" />
      {lanes.flatMap((lane, at) => {
        const from = centreOf(at)
        const meet = near(width / 2 + 6 * (at - (lanes.length - 1) / 2))
        const foot = width * (0.5 + 0.2 * (at - (lanes.length - 1) / 2))
        return [
          <path key={lane} class={props.isSolid(lane) ? lane : `${lane} open`} d={`M${from} 0C${from} 40 ${meet} 34 ${meet} 70`} />,
          ...[-1, 0, 1].map((side) => {
            const x = near(foot + side * Math.min(7.2, width * 0.2083))
            const y = near(rockAt(x, lanes.length) + (side === 0 ? 9 : 4))
            return <path key={`${lane}${side}`} class={props.isSolid(lane) ? `${lane} hair` : `${lane} hair open`} d={`M${meet} 66C${meet} ${83 + 3 * side} ${x} 78 ${x} ${y}`} />
          }),
        ]
      })}
    </svg>
  )
}

function centreOf(at: number): number {
  return laneWidth * at + laneWidth / 2
}

/** A strand leans a little from row to row; at the surface and at the rock it stands straight. */
function swayed(piece: Piece, at: number, row: number): number {
  const edge = row === 0 || row >= piece.rows - 1
  return near(centreOf(at) + (edge ? 0 : 3.2 * Math.sin(1.35 * row + 2.2 * at)))
}

function across(piece: Piece, at: number): string {
  const [from, to] = [swayed(piece, at, piece.row), swayed(piece, at, piece.row + 1)]
  return `M${from} 0C${from} 40 ${to} 60 ${to} 100`
}

function rockAt(x: number, lanes: number): number {
  const away = Math.abs(1 - (2 * x) / (laneWidth * lanes))
  return 116 - (lanes === 1 ? 10 : 24) * (1 - away ** 1.7)
}

function near(value: number): number {
  return Math.round(value * 10) / 10
}
