import type { PartRules } from './rule.ts'

/** What shows that a part of the letter is there, in English. */
export const englishParts: PartRules = {
  NO_SORRY: {
    on: `
      i|we am|are {adv}? {adv}? {adv}? sorry
      i|we {adv}? {adv}? apologize
      i want|need to apologize
      my|our {adv}? apologies|apology
      ^ so? {adv}? sorry
      i ask|beg your|for your|you_for pardon|forgiveness
      forgive me for
    `,
    not: `
      i am|was not {adv}? sorry
      not|will_not apologize
    `,
  },
  NO_ACT: {
    on: `
      i {adv}? {adv}? !{stative} !{vagueAct} {act} !things !something !wrong !mistakes !a_mistake !some_things !everything
      i did not|nothing !mean !want !know !realize !intend
      {sorry} {adv}? for|about {adv}? not? *ing !everything !so
      i was|were {adv}? *ing !trying !going !hoping
      by|for {adv}? *ing you|your|the|my|a
      when|where|that i {adv}? {adv}? !{stative} !{vagueAct} {act}
    `,
    not: `
      {sorry} for|about {vagueActing}
    `,
  },
  NO_OWN: {
    on: `
      my {adv}? {adv}? own? choice|decision|fault|doing|responsibility|error|wrong|blame
      was|is|were {adv}? {adv}? wrong|unfair|cruel|abusive|violent|harassment|violence|unjust|mine|on_me|my_own|inexcusable
      i was|am {adv}? wrong|responsible|to_blame|accountable|the_one_who
      i {adv}? should|ought not? {adv}? have|to_have
      i had no right|excuse|business
      i chose|decided|own|caused|knew
      no excuse|justification
      nobody|no_one made|forced|told|pushed me
      take|accept|carry .. responsibility|blame
      blame|fault|error|choice|decision|responsibility|harm .. is|was mine
      i could have .. and|but i
    `,
    not: `
      not|never {adv}? my fault|choice|doing
      i was|am not .. responsible|wrong|to_blame
      your fault
    `,
  },
  NO_IMPACT: {
    on: `
      you {adv}? {adv}? lost|left|felt|stopped|missed|paid|cried|carried|quit|waited|went|became|got|stayed|ended|lived|moved|slept|suffered|needed|no_longer|still|sat|walked|gave_up|could_not|can_not|did_not_dare|do_not_feel|do_not_trust|were_afraid|were_scared|were_alone|were_left|were_hurt|were_humiliated|were_late|were_sick|were_unable|had_to|had_no|have_had|have_lost|have_not|are_afraid|broke|worried|withdrew|blamed
      cost|hurt|scared|frightened|humiliated|harmed|shamed|embarrassed|endangered|isolated|silenced|upset|insulted|exhausted|damaged|wounded you|him|her|them|people|your|others|everyone|the
      made|left|kept|put|got|drove you|him|her|them|people|others|your|everyone ..
      people|others|members|volunteers|friends|comrades|crew|group|team|kitchen|everyone|children|kids|family|newcomers|anyone|they|persons .. learned|left|lost|had_to|stopped|saw|were|heard|paid|covered|missed|could_not|do_not|no_longer|was|became|suffered|went|quit|felt
      your {adv}? trust|sleep|job|work|home|shift|rent|place|health|safety|daughter|son|children|mother|name|standing|friends .. was|were|is|are|had|lost|suffered|saw|stopped|broke|left
      it|that|this|which took|cost|hurt|made|meant|left|kept|put|harmed|broke|damaged|scared you|your|them|the|people|others|him|her
      harm|damage|pain|fear|hurt i|it caused|did|brought to? you
      because of me|what_i_did|how_i ..
    `,
    not: `
      if ... hurt|felt|lost|upset|made
      may|might|could have ..
      you|it made me
      any hurt|harm|pain
      {sorry} .. you feel|felt|are|were
      i hope|hoping ....
      you should|could have
    `,
  },
  NO_REPAIR: {
    on: `
      i {adv}? {adv}? will|am|have|have_already|would_like|promise|plan|intend|can|offer|already|shall {adv}? {adv}? to? going_to|to|already? {adv}? {repair} ..
      i {adv}? will|have|am_going_to|shall .... and {adv}? will? have? {repair} ..
      i {adv}? {adv}? {repaired} ..
    `,
    not: `
      i will not pay|repay|return
      if i .. ever
    `,
  },
  NO_CHANGE: {
    on: `
      from now|here|today|this_day on|forward
      from this day
      next time|in_future
      i {adv}? will|am_going_to|promise|shall|have_decided|have_agreed {adv}? not|never|no_longer|to_not|not_to !ask !deny !forget !pretend !excuse !make_excuses !expect
      i {adv}? will|am_going_to|have|shall|now|am {adv}? {change} ..
      i {adv}? {adv}? stopped|quit|gave_up|started|began|joined|no_longer|now .. 
      each|every week|month|day|tuesday|monday|wednesday|thursday|friday|saturday|sunday|meeting|time|night|evening
      when|before|if|as_soon_as i {adv}? notice|feel|hear|see|raise|start|begin|decide|speak|post|send|get|break|do_it|slip
      have|has asked|agreed .. to stop|check|tell|sit|remind|watch|help|take|hold|keep|call|say|count
      will|can|may check|remind|stop|sit|watch|tell|help ..
      stops|checks|reminds|tells|watches|helps|warns|calls me|on_me|that|if|whether|how ..
    `,
    not: `
      things|everything .. get|will|be better
    `,
  },
}
