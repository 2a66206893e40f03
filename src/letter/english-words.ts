/** Words the English patterns share. Prepared form: see words.ts. */
import type { Lexicon } from './pattern.ts'

export const englishWords: Lexicon = {
  adv: 'really truly so very deeply sincerely genuinely just only also honestly simply still now even actually always ever terribly awfully extremely obviously clearly certainly absolutely all then probably merely well perhaps maybe completely totally quite rather never too fully again once later',
  sorry: 'sorry apologize apologizing apologies apology regret regretful regrets regretted sorrow',
  me: 'i we me us my our',
  people: 'anyone anybody someone somebody everyone everybody people others folks those members comrades colleagues friends volunteers some_of_you any_of_you some_people some_members certain_people some_folks whoever the_group the_team women men',
  anyone: 'anyone anybody someone somebody whoever any_of_you any_people any_member any_person any_members some_people some_of_you certain_people those_of_you those_who all_who folks_who people_who everyone_who everybody_who members_who',
  mine:
    'i we it this that anything something what any some my_* our_* the_way_i the_way_it the_things_i what_i how_i words things anything_i something_i any_of_my any_of_the some_of_my the_joke the_comment the_post the_message the_email the_letter the_statement the_flyer the_text the_photo',
  hurt:
    'hurt hurts hurting hurtful offended offends offend offensive upset upsets upsetting harm harmed harms wronged insulted bothered bothers scared frightened wounded crossed overstepped disrespected embarrassed humiliated disappointed caused causes failed stepped_on came_across came_off come_across come_off come_out came_out landed damaged triggered misled trampled betrayed let_you_down let_anyone_down let_people_down went_too_far gone_too_far out_of_line too_far sounded seemed made_you made_anyone made_anybody made_someone made_people made_members made_others made_some made_them made_it made_things gave_the_impression rubbed did_something_wrong done_something_wrong did_anything done_anything said_something said_anything was_wrong been_wrong did_wrong done_wrong was_rude was_unfair been_unfair was_harsh been_harsh was_too been_too been_insensitive was_insensitive ruined broke pressured excluded ignored alienated',
  feeling:
    'hurt offended upset uncomfortable unsafe disrespected attacked bad sad angry unheard excluded left_out insulted betrayed disappointed ignored unwelcome targeted pressured affected bothered harmed scared afraid humiliated small that_way this_way like_that slighted judged belittled dismissed threatened unseen wronged let_down put_off put_out bruised triggered distressed alienated singled_out misled overlooked sidelined undermined mistreated intimidated shaken wounded injured',
  bad:
    'rude harsh late short sharp rough loud blunt careless impatient abrupt insensitive clumsy out_of_line over_the_top carried_away angry pushy heated tense cold distant bossy tactless thoughtless hasty brusque mean unfair disorganized forgetful strong firm direct snappy grumpy moody aggressive curt cranky sarcastic intense passionate awkward messy sloppy insistent flirty unkind unthinking physical emotional cheeky rash controlling overzealous irritated frustrated dramatic excessive dismissive',
  slip: 'misunderstanding mistake slip error thing disagreement incident issue mix-up mixup oversight spat hiccup matter argument mishap fault scuffle bump tiff squabble miscalculation lapse detail remark comment joke fight row episode glitch word problem delay technicality falling_out quarrel',
  harmNoun:
    'mistake mistakes error errors thing things word words line lines boundary boundaries trust harm damage feelings promise promises agreement agreements decision decisions comment comments remark remarks accusation accusations rumors rumours rumor rumour insults insult money funds list names name photo photos picture message messages secret secrets confidence confidences confidentiality information details offense offence hurt pain wrong wrongs voices lies rule rules limit limits steps step consent privacy balls ball deadline deadlines shift shifts it this that something everything some_things some_people people feeling toes buttons door card credit',
  harmed:
    'made said done broken crossed hurt harmed mishandled mismanaged spent lost damaged shared leaked misused taken forgotten ignored overlooked dropped posted deleted sent spread thrown raised exchanged violated betrayed neglected missed abandoned mistreated misplaced misspent written published revealed disclosed passed told caused committed breached overstepped skipped broken_down let_down left_out left_behind disrespected excluded given_away handled pushed called treated stepped_on trampled bruised shouted uttered erased cut wasted disregarded offended ruined',
  imply: 'admit accept acknowledge recognize concede grant own know realize see understand agree confess',
  past: 'am was were have had did',
  hear: 'forgive pardon',
  tired: 'tired exhausted drunk high stressed under overwhelmed overworked burned burnt sick ill hungry hungover upset angry frustrated young new busy distracted grieving struggling going_through in_a_bad in_a_rush in_a_hurry in_a_dark in_pain not_well not_myself worn sleep-deprived sleepless running_on depressed anxious tense nervous at_my_limit at_the_end at_my_wits not_thinking carried_away caught_up swamped provoked having_a wound_up out_of_my_mind on_edge beside_myself off_my inexperienced raised brought_up taught dealing_with emotional rushed confused jet-lagged on_medication on_painkillers not_in_a_good not_in_my_right having_problems having_trouble in_crisis in_shock worried loaded_with drowning hurting broke unemployed short_of buried',
  yourBad:
    'kept started provoked pushed refused ignored wouldn would_not did_not could_not never always had_to made were_being were_late were_rude were_yelling were_shouting were_so were_always were_not were_already drove insisted attacked yelled shouted interrupted laughed left_me gave_me put_me wound stopped_listening forced triggered asked_for were_pushing were_attacking were_asking_for were_difficult pressured cornered nagged humiliated_me embarrassed_me',
  stative: 'am was were felt thought knew hoped wished wanted needed regretted regret apologized heard learned understood realized believed meant loved liked missed noticed saw remembered recognized acknowledged admitted accepted owed seemed appreciated supposed guessed imagined cared tried intended assumed figured experienced suffered lived listened agreed happened ended_up did_not_mean did_not_want did_not_know mentioned messed used_to need feed succeed proceed',
  act: '*ed did did_not took took_your left said told made gave got went came kept put spoke wrote sent read sold spent lost broke cut hit threw drove stole hid lied ran let paid held stood sat slept bought brought built chose drank ate fell fought forgot found hung led lent met rode rang rose set shook shut sang spread stuck struck swore taught tore woke wore withdrew overheard bit bet blew caught crept drew dug fed forbade froze grabbed hurt kept knocked laid leaned meddled overrode overspoke outed quit shot shouted slid spat split stung swung threw trod undid wept',
}

/** The writer tells what they used to say, or takes it back: no hint is about that. */
export const englishTold = {
  before: `
    i|we {adv}? {adv}? said|told|claimed|pretended|insisted|argued|wrote|announced|joked|lied|convinced|repeated|complained|shouted|answered|replied|declared|swore|called|blamed|accused|dismissed|excused|justified|defended|used|kept|made|acted|treated|hid|let ... !because
    i .. to tell|say|saying|telling|claiming|pretending|calling|asking|blaming ...
    for|by|of|stop|stopped|stopping|from|was_wrong_to|wrong_to {adv}? saying|telling|claiming|pretending|calling|insisting|suggesting|say|tell|claim|pretend|call|act|treating|blaming|blame|making|hiding|acting|implying|asking|expecting|demanding|thinking|using ...
    my excuse|excuses|line|answer|story|version|lie|defense .. was|were ...
    told myself|everyone|people|them|others|the ...
    called|calling|call it|that|this|you|what .. ..
    instead of|i_no_longer|without ...
  `,
  notBefore: `
    already|as_i|like_i|as_we|i_have|only|just said|told|explained|made|did
    i said|did|made|used it|that|this|what|those|these|some because|when|since|as|out|in ..
    , so|but|please|and_i|and_you|and_now
    i told you|everyone|people .. already|before|many|times
    because
    i {adv}? made|used|kept|let|hid|acted|treated you|a_mistake|mistakes|that|this|the|it
  `,
  after: `
    that|it|this|which|both|they|none_of_that|all_of_that|neither is|was|were|are {adv}? {adv}? a_lie|lies|not_true|untrue|false|an_excuse|excuses|unfair|cowardly|my_excuse|cover|me_making_excuses|me_avoiding|dishonest|my_way_of|not_an_excuse|not_the_truth|nonsense
    i was {adv}? lying|wrong_to_say|wrong_to_think|wrong_to_tell|wrong_to_claim|wrong_to_call|making_excuses|avoiding|wrong_about_that
    i no longer say|believe|think|tell|claim|call
    i have stopped saying|telling|claiming|calling|blaming|making|asking
    i used to say|tell|think|claim|call|blame|believe
    i will not|never|no_longer {adv}? say|tell|claim|call|blame|pretend|write|add|use|make_excuses|hide_behind
    i am not going_to|saying|claiming|telling|blaming|using|making_excuses|hiding
  `,
}
