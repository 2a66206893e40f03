/** Why an entry changes nothing. The numbers are those of README.md. */
import type { Refused } from '../practice.ts'

export const saysOnce: Refused = { rule: 'CN1', textKey: 'concern.refused.CN1' }
export const notYoursToGive: Refused = { rule: 'CN2', textKey: 'concern.refused.CN2' }
export const cannotHold: Refused = { rule: 'CN3', textKey: 'concern.refused.CN3' }
export const tiesFirst: Refused = { rule: 'CN4', textKey: 'concern.refused.CN4' }
export const aReasonNow: Refused = { rule: 'CN5', textKey: 'concern.refused.CN5' }
export const noPart: Refused = { rule: 'CN6', textKey: 'concern.refused.CN6' }
export const holdersSay: Refused = { rule: 'CN7', textKey: 'concern.refused.CN7' }
export const notSaferAlone: Refused = { rule: 'CN8', textKey: 'concern.refused.CN8' }
export const anotherMoveCameFirst: Refused = { rule: 'CN9', textKey: 'concern.refused.CN9' }
export const onlyWithoutFear: Refused = { rule: 'CN10', textKey: 'concern.refused.CN10' }
export const herOwnAsking: Refused = { rule: 'CN11', textKey: 'concern.refused.CN11' }
export const twoHoldersOpen: Refused = { rule: 'CN12', textKey: 'concern.refused.CN12' }
export const herOwnLock: Refused = { rule: 'CN13', textKey: 'concern.refused.CN13' }
export const aChildIsPart: Refused = { rule: 'CN14', textKey: 'concern.refused.CN14' }
export const stoppedNow: Refused = { rule: 'CN15', textKey: 'concern.refused.CN15' }
export const notAsked: Refused = { rule: 'CN16', textKey: 'concern.refused.CN16' }
export const yesDoesNotFit: Refused = { rule: 'CN17', textKey: 'concern.refused.CN17' }
export const yesIsMissing: Refused = { rule: 'CN18', textKey: 'concern.refused.CN18' }
export const notWished: Refused = { rule: 'CN19', textKey: 'concern.refused.CN19' }
export const notYours: Refused = { rule: 'CN20', textKey: 'concern.refused.CN20' }
export const notOverYet: Refused = { rule: 'CN21', textKey: 'concern.refused.CN21' }
export const onceADay: Refused = { rule: 'CN22', textKey: 'concern.refused.CN22' }
export const lookSooner: Refused = { rule: 'CN23', textKey: 'concern.refused.CN23' }
export const twoClose: Refused = { rule: 'CN24', textKey: 'concern.refused.CN24' }
export const beforeTheCircle: Refused = { rule: 'CN25', textKey: 'concern.refused.CN25' }
export const tooLong: Refused = { rule: 'CN26', textKey: 'concern.refused.CN26' }
export const nothingThere: Refused = { rule: 'CN27', textKey: 'concern.refused.CN27' }
export const otherHolders: Refused = { rule: 'CN28', textKey: 'concern.refused.CN28' }
export const bothSides: Refused = { rule: 'CN39', textKey: 'concern.refused.CN39' }
export const strangerInside: Refused = { rule: 'CN29', textKey: 'concern.refused.CN29' }
export const twoFirst: Refused = { rule: 'CN30', textKey: 'concern.refused.CN30' }
export const notKnownYet: Refused = { rule: 'CN42', textKey: 'concern.refused.CN42' }
export const oldKeysWrite: Refused = { rule: 'CN42', textKey: 'concern.refused.CN42.write' }
export const keysReplaced: Refused = { rule: 'CN42', textKey: 'concern.refused.CN42.keys' }
