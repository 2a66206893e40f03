/** What is told in a small room to one who listens, and the letter that is held until she asks for it. */
import { isOpenInHers } from './meant.ts'
import { answers, givesPart, isGuest, type Scene, type Step } from './scene.ts'

export function stepsOfSmallRooms(scene: Scene): readonly Step[] {
  const { on, model, roles, is, theirRoom, title, inside, holders, waiting, has, isOpen, word, pick, draw } = scene
  const { hurt, supporter, named, theirSupporter } = roles
  const ours = (code: 'HH' | 'NH' | 'H2'): readonly string[] => holders(code).filter((name) => !isGuest(name))
  const bringer = (): string | undefined => ours('NH').find((name) => ours('HH').includes(name))

  async function opensSmall(code: 'SM' | 'SL', by: string, card: string, [who, part]: readonly [string, string]): Promise<undefined> {
    await on.does(by, { kind: 'open-room', code: 'SM', title: title(code), card, ref: null, invited: [{ member: on.id(who), part }], askNote: '' })
    model.opens(title(code), by, [who])
    givesPart(scene, code, by, 'party')
    givesPart(scene, code, who, part)
    return undefined
  }

  const inSmall = (who: string): object => ({ room: on.room(who, title('SM')) })
  const isTelling = (): boolean => is.listening !== null && !is.listening.isOver

  return [
    {
      name: 'asks somebody to listen',
      often: 2,
      may: () => is.listening === null,
      async does() {
        const [teller, listener] = draw(2) === 0 ? [hurt, pick([supporter, ...ours('HH')])] : [named, pick([theirSupporter, ...ours(theirRoom)])]
        is.listening = { isOpen: false, isOver: false, teller, words: [] }
        return opensSmall('SM', teller, 'listening', [listener, 'listener'])
      },
    },
    { name: 'listens', often: 2, may: () => waiting('SM').length > 0, does: () => answers(scene, 'SM', waiting('SM')[0]!) },
    { name: 'tells', often: 2, may: isTelling, does: tells },
    {
      name: 'opens the floor',
      may: () => isTelling() && !is.listening!.isOpen,
      async does() {
        await on.does(is.listening!.teller, { kind: 'open-floor', need: 'heard', ...inSmall(is.listening!.teller) }, 'listening')
        is.listening!.isOpen = true
        return undefined
      },
    },
    {
      name: 'keeps what was told',
      may: () => isTelling() && is.listening!.words.length > 0 && draw(2) === 0,
      async does() {
        const { teller, words } = is.listening!
        const kept = pick(words).word
        await on.does(teller, { kind: 'keep', id: null, words: kept }, 'listening')
        model.hears(teller, kept)
        return undefined
      },
    },
    {
      name: 'ends the listening',
      may: () => isTelling() && waiting('SM').length === 0 && is.listening!.words.length > 0 && draw(2) === 0,
      async does() {
        const { teller } = is.listening!
        await on.does(teller, { kind: 'end', ...inSmall(teller) }, 'listening')
        model.closes(title('SM'))
        is.listening!.isOver = true
        return undefined
      },
    },
    {
      name: 'has a letter ready',
      builds: true,
      often: 4,
      may: () => isOpen('NH') && is.letter === null && !is.isMinor && is.doors.get('NH')?.has('letter-held') === true,
      async does() {
        const said = word()
        await on.does(named, { kind: 'ready', room: on.room(named, title('NH')), form: 'letter', words: said }, 'letter')
        model.writes(title('NH'), said, named)
        is.letter = { word: said, day: on.today(), readBy: new Set(), isBack: false, holder: null, isGiven: false }
        return undefined
      },
    },
    {
      name: 'reads the letter',
      builds: true,
      often: 4,
      may: () => is.letter !== null && !is.letter.isBack && is.letter.readBy.size < 2 && readers().length > 0,
      async does() {
        const who = pick(readers())
        await on.does(who, { kind: 'read', room: on.room(who, title('NH')) }, 'letter')
        is.letter!.readBy.add(who)
        return undefined
      },
    },
    {
      name: 'takes the letter back',
      may: () => is.letter !== null && !is.letter.isBack && draw(5) === 0,
      async does() {
        await on.does(named, { kind: 'take-back', room: on.room(named, title('NH')) }, 'letter')
        model.takesOut(title('NH'), is.letter!.word)
        is.letter!.isBack = true
        return undefined
      },
    },
    {
      name: 'asks for the letter',
      builds: true,
      often: 5,
      may: () => mayAsk() && is.letter!.holder === null,
      async does() {
        const holder = bringer()!
        await on.does(hurt, { kind: 'want', room: on.room(hurt, title('HH')), wanted: { way: 'aloud', holder: on.id(holder), beside: [] } }, 'letter')
        await opensSmall('SL', hurt, 'letter', [holder, 'holder'])
        is.letter!.holder = holder
        return answers(scene, 'SL', holder)
      },
    },
    { name: 'brings the letter', builds: true, often: 5, may: mayBring, does: brings },
  ]

  async function tells(): Promise<string | undefined> {
    const session = is.listening!
    const listener = inside('SM').find((who) => who !== session.teller)
    const who = listener !== undefined && draw(3) === 0 ? listener : session.teller
    const said = word()
    const order = { ...(who === session.teller ? { kind: 'tell', text: said } : { kind: 'say', text: said, as: 'answer' }), ...inSmall(who) }
    // LS2: nobody but the teller writes before the floor is open.
    if (who !== session.teller && !session.isOpen) {
      await on.isRefused(who, order, 'listening')
      return 'is kept from speaking'
    }
    await on.does(who, order, 'listening')
    model.writes(title('SM'), said, who)
    session.words.push({ word: said, by: who, day: on.today() })
    return undefined
  }

  async function brings(): Promise<string | undefined> {
    const letter = is.letter!
    const holder = letter.holder!
    await on.does(holder, { kind: 'court', room: on.room(holder, title('HH')), forbidden: 'no' }, 'letter')
    const give = { kind: 'give', from: on.room(holder, title('NH')), room: on.room(holder, title('HH')), small: on.room(holder, title('SL')) }
    // P26: held once it rested for two days and two holders read it.
    if (on.today() < letter.day + 2 || letter.readBy.size < 2) {
      await on.isRefused(holder, give, 'letter')
      return 'is kept from bringing the letter'
    }
    await on.does(holder, give, 'letter')
    model.writes(title('SL'), letter.word, holder)
    letter.isGiven = true
    return undefined
  }

  function hasRead(name: string): boolean {
    return is.letter !== null && model.reads(name).has(`${title('NH')}/${is.letter.word}`)
  }

  function readers(): readonly string[] {
    return holders('NH').filter((name) => hasRead(name) && !is.letter!.readBy.has(name))
  }

  /** She wants to know of one, has not stopped it, and somebody who sits on both sides could bring it. */
  function mayAsk(): boolean {
    return is.letter !== null && is.letterWish && !is.isStopped && !is.isMinor && isOpenInHers('letter-held', is) && bringer() !== undefined
  }

  function mayBring(): boolean {
    const { letter } = is
    if (letter === null || letter.holder === null || letter.isGiven || letter.isBack || !mayAsk()) return false
    return holders('NH').includes(letter.holder) && holders('HH').includes(letter.holder) && has('SL', letter.holder) && hasRead(letter.holder)
  }
}
