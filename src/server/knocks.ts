import { toHex, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { sha256 } from '../crypto/hash.ts'
import { decodeRequestBody, encodeRequestBody } from '../log/frames.ts'
import { roomIdFrom, roomKeyFrom } from '../log/ids.ts'
import { isExpired } from '../log/state.ts'
import { helloTranscript } from '../log/transcript.ts'
import { LIMITS, type Answers, type Knock, type Requests } from '../log/wire.ts'
import { readerOf } from './access.ts'
import { keeping } from './append.ts'
import { today, type Caller, type Host } from './host.ts'
import { no, type No } from './no.ts'
import { provenFor } from './proven.ts'
import { SPACE } from './rows.ts'

/** Only who holds the invitation's secret learns anything of it: the signature is asked for before the room is looked up. Source: PROTOCOL.md section 4. */
export async function knock(host: Host, asked: Knock): Promise<Result<Answers['knock'], No>> {
  if (!check('S-KNOCK', await isSigned(asked))) return err(no('no-such-invitation'))
  const room = await host.rooms.get(asked.room)
  if (room !== null && (await host.rooms.freshen(room))) host.live.moved(room)
  const invitation = room?.state.invitations.get(roomKeyFrom(asked.ik))
  if (room === null || invitation === undefined || !check('S-INVITATION', invitation.state === 'open' && invitation.kind === 'link'))
    return err(no('no-such-invitation'))
  if (!check('S-EXPIRED', !isExpired(invitation, today(host)))) return err(no('invitation-expired'))
  if (!check('S-QUOTA', host.space.used() + SPACE.knock <= host.row().quota.totalBytes)) return err(no('host-full'))
  const data = encodeRequestBody('knock', asked)
  const most = invitation.uses * LIMITS.knocksPerUse
  const outcome = await keeping(() => host.store.knock({ room: room.number, ik: asked.ik, rk: asked.rk, data }, most))
  if (!outcome.ok) return outcome
  if (!check('S-KNOCKS', outcome.value !== 'full')) return err(no('invitation-full'))
  if (outcome.value === 'taken') {
    host.space.add(SPACE.knock)
    host.store.tell([{ kind: 'knock', room: room.number }])
    host.live.knocked(room, data)
  }
  return ok(null)
}

async function isSigned(asked: Knock): Promise<boolean> {
  const transcript = helloTranscript({
    roomId: roomIdFrom(asked.room),
    ik: roomKeyFrom(asked.ik),
    rk: roomKeyFrom(asked.rk),
    kem: asked.kem,
    nameHash: await sha256(asked.name),
  })
  return (await verifySignature(asked.ik, asked.ikSignature, 'hello', transcript)) && (await verifySignature(asked.rk, asked.rkSignature, 'hello', transcript))
}

/** For any present member of the room. */
export async function knocks(host: Host, caller: Caller, asked: Requests['knocks']): Promise<Result<Answers['knocks'], No>> {
  const proven = await provenFor(host, caller, asked)
  if (proven === null || !check('S-KNOCKS-READER', readerOf(proven.room.state, proven.keys, today(host)).as === 'member')) return err(no('not-entitled'))
  return ok({ knocks: (await host.store.knocks(proven.room.number)).map(readKnock) })
}

/** A knock as it was kept. */
export function readKnock(data: Bytes): Knock {
  const knock = decodeRequestBody('knock', data)
  if (!knock.ok) throw new Error(`Broken assumption: a kept knock has its shape (${toHex(data.slice(0, 4))})`)
  return knock.value
}
