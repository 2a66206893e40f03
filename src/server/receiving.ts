/** Bytes of requests that are being received or answered now, over HTTP and on all sockets together, so that many senders of large ones cannot fill the memory. */
export interface Receiving {
  bytes: number
  readonly most: number
}

const MOST_RECEIVING_BYTES = 268_435_456

export function makeReceiving(most = MOST_RECEIVING_BYTES): Receiving {
  return { bytes: 0, most }
}

/** What one socket holds of them. */
export interface Held {
  /** More of a message came; `read` is all that the socket ever read. False when there is no room for it. */
  came(read: number): boolean
  /** A message is whole, and is held until `done`. */
  whole(read: number, bytes: number): void
  done(bytes: number): void
  /** So many bytes were no part of a message; they may have come in one read with the message before them. */
  control(read: number, bytes: number): void
  /** A round went by: true when one message has been under way for too many of them. */
  isSlow(): boolean
  /** The socket is gone, with what was under way and what waited. */
  end(waiting: number): void
}

/** What is smaller is let in also where nothing larger is: most requests, and the frames between messages. */
export const SMALL_BYTES = 65_536
const MOST_ROUNDS = 4

export function makeHeld(receiving: Receiving, readBefore: number): Held {
  const state = { from: readBefore, underWay: 0, rounds: 0, isOver: false }

  function set(underWay: number): void {
    receiving.bytes += underWay - state.underWay
    state.underWay = underWay
  }

  return {
    came(read) {
      if (state.isOver) return true
      set(read - state.from)
      return state.underWay <= SMALL_BYTES || receiving.bytes <= receiving.most
    },
    whole(read, bytes) {
      state.from = read
      state.rounds = 0
      set(0)
      receiving.bytes += bytes
    },
    done(bytes) {
      receiving.bytes -= bytes
    },
    control(read, bytes) {
      state.from = Math.min(state.from + bytes, read)
    },
    isSlow() {
      state.rounds = state.underWay > SMALL_BYTES ? state.rounds + 1 : 0
      return state.rounds > MOST_ROUNDS
    },
    end(waiting) {
      set(0)
      state.isOver = true
      receiving.bytes -= waiting
    },
  }
}
