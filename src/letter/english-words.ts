/** Words the English patterns share. Prepared form: see words.ts. */
import type { Lexicon } from './pattern.ts'

export const englishWords: Lexicon = {
  adv: 'really truly so very deeply sincerely genuinely just only also honestly simply still now even actually always ever terribly awfully extremely obviously clearly certainly absolutely all then probably merely well perhaps maybe completely totally quite rather please never too fully again once later',
  sorry: 'sorry apologize apologizing apologies apology regret regretful regrets regretted sorrow',
  me: 'i we me us my our',
  people:
    'anyone anybody someone somebody everyone everybody people others folks those members comrades colleagues friends volunteers some_of_you any_of_you some_people some_members certain_people some_folks whoever the_group the_team women men',
  anyone:
    'anyone anybody someone somebody whoever any_of_you any_people any_member any_person any_members some_people some_of_you certain_people those_of_you those_who all_who folks_who people_who everyone_who everybody_who members_who',
  mine: 'i we it this that anything something what any some my_* our_* the_way_i the_way_it the_things_i what_i how_i words things anything_i something_i any_of_my any_of_the some_of_my the_joke the_comment the_post the_message the_email the_letter the_statement the_flyer the_text the_photo',
  hurt: 'hurt hurts hurting hurtful offended offends offend offensive upset upsets upsetting harm harmed harms wronged insulted bothered bothers scared frightened wounded crossed overstepped disrespected embarrassed humiliated disappointed caused causes failed stepped_on came_across came_off come_across come_off come_out came_out landed damaged triggered misled trampled betrayed let_you_down let_anyone_down let_people_down went_too_far gone_too_far out_of_line too_far sounded seemed made_you made_anyone made_anybody made_someone made_people made_members made_others made_some made_them made_it made_things gave_the_impression rubbed did_something_wrong done_something_wrong did_anything done_anything said_something said_anything was_wrong been_wrong did_wrong done_wrong was_rude was_unfair been_unfair was_harsh been_harsh was_too been_too been_insensitive was_insensitive ruined broke pressured excluded ignored alienated',
  feeling:
    'hurt offended upset uncomfortable unsafe disrespected attacked bad sad angry unheard excluded left_out insulted betrayed disappointed ignored unwelcome targeted pressured affected bothered harmed scared afraid humiliated small that_way this_way like_that slighted judged belittled dismissed threatened unseen wronged let_down put_off put_out bruised triggered distressed alienated singled_out misled overlooked sidelined undermined mistreated intimidated shaken wounded injured',
  bad: 'rude harsh late short sharp rough loud blunt careless impatient abrupt insensitive clumsy out_of_line over_the_top carried_away angry pushy heated tense cold distant bossy tactless thoughtless hasty brusque mean unfair disorganized forgetful strong firm direct snappy grumpy moody aggressive curt cranky sarcastic intense passionate awkward messy sloppy insistent flirty unkind unthinking physical emotional cheeky rash controlling overzealous irritated frustrated dramatic excessive dismissive',
  slip: 'misunderstanding mistake slip error thing disagreement incident issue mix-up mixup oversight spat hiccup matter argument mishap fault scuffle bump tiff squabble miscalculation lapse detail remark comment joke fight row episode glitch word problem delay technicality falling_out quarrel',
  harmNoun:
    'mistake mistakes error errors thing things word words line lines boundary boundaries trust harm damage feelings promise promises agreement agreements decision decisions comment comments remark remarks accusation accusations rumors rumours rumor rumour insults insult money funds list names name photo photos picture message messages secret secrets confidence confidences confidentiality information details offense offence hurt pain wrong wrongs voices lies rule rules limit limits steps step consent privacy balls ball deadline deadlines shift shifts it this that something everything some_things some_people people feeling toes buttons door card credit',
  harmed:
    'made shown displayed copied forwarded recorded filmed locked said done broken crossed hurt harmed mishandled mismanaged spent lost damaged shared leaked misused taken forgotten ignored overlooked dropped posted deleted sent spread thrown raised exchanged violated betrayed neglected missed abandoned mistreated misplaced misspent written published revealed disclosed passed told caused committed breached overstepped skipped broken_down let_down left_out left_behind disrespected excluded given_away handled pushed called treated stepped_on trampled bruised shouted uttered erased cut wasted disregarded offended ruined',
  imply: 'admit accept acknowledge recognize concede grant own know realize see understand agree confess',
  past: 'am was were have had did',
  hear: 'forgive pardon',
  tired:
    'scared frightened afraid terrified tired exhausted drunk high stressed under overwhelmed overworked burned burnt sick ill hungry hungover upset angry frustrated young new busy distracted grieving struggling going_through in_a_bad in_a_rush in_a_hurry in_a_dark in_pain not_well not_myself worn sleep-deprived sleepless running_on depressed anxious tense nervous at_my_limit at_the_end at_my_wits not_thinking carried_away caught_up swamped provoked having_a wound_up out_of_my_mind on_edge beside_myself off_my inexperienced raised brought_up taught dealing_with emotional rushed confused jet-lagged on_medication on_painkillers not_in_a_good not_in_my_right having_problems having_trouble in_crisis in_shock worried loaded_with drowning hurting broke unemployed short_of buried',
  yourBad:
    'kept started provoked pushed refused ignored wouldn would_not did_not could_not never always had_to made were_being were_late were_rude were_yelling were_shouting were_so were_always were_not were_already drove insisted attacked yelled shouted interrupted laughed left_me gave_me put_me wound stopped_listening forced triggered asked_for were_pushing were_attacking were_asking_for were_difficult pressured cornered nagged humiliated_me embarrassed_me',
  stative:
    'am was were felt thought knew hoped wished wanted needed regretted regret apologized heard learned understood realized believed meant loved liked missed noticed saw remembered recognized acknowledged admitted accepted owed seemed appreciated supposed guessed imagined cared tried intended assumed figured experienced suffered lived listened agreed happened ended_up did_not_mean did_not_want did_not_know mentioned messed used_to need feed succeed proceed',
  act: '*ed did did_not took took_your left said told made gave got went came kept put spoke wrote sent read sold spent lost broke cut hit threw drove stole hid lied ran let paid held stood sat slept bought brought built chose drank ate fell fought forgot found hung led lent met rode rang rose set shook shut sang spread stuck struck swore taught tore woke wore withdrew overheard bit bet blew caught crept drew dug fed forbade froze grabbed hurt kept knocked laid leaned meddled overrode overspoke outed quit shot shouted slid spat split stung swung threw trod undid wept',
  vagueAct:
    'hurt harmed offended failed wronged upset messed screwed caused acted behaved handled apologized tried started asked stopped joined learned decided talked paid repaid returned quit began let_you_down let_people let_everyone disappointed dropped did did_things did_wrong made_mistakes made_a said_things said_some made_some changed promised reflected reacted responded spent_time took_responsibility took_part sinned fell',
  vagueActing:
    'being hurting causing upsetting letting offending failing making_mistakes disappointing harming wronging everything acting behaving doing_wrong messing',
  repair:
    'pay paying paid repay repaid return returned give_back given_back give_you give_the give_your give_it tell_the tell_our tell_my tell_people tell_them tell_everyone told_the told_everyone told_our told_people told_my correct corrected fix fixed replace replaced cover covered restore restored hand_over hand_back hand_the handed_over handed_back handed_the step_down step_back step_aside stepped_down stepped_back take_down taken_down take_it_down take_the_post delete deleted remove removed credit credited clear_your cleared_your write_to written_to withdraw withdrawn clean cleaned buy bought send_you send_the sent_you sent_the transfer transferred resign resigned sign signed compensate drive_you cook bring_back bring_your put_your publish published say_publicly admit_it admit_to move_out moved_out reimburse reimbursed refund refunded do_your do_the make_good speak_to_the announce apologize_to apologize_in apologize_publicly post_a put_it_right add_your added_your rewrite explain_to_the report_to give_up_my pay_for cover_your mend rebuild',
  repaired:
    'paid repaid returned gave_back gave_it_back corrected fixed replaced covered restored handed_back handed_over stepped_down took_down took_it_down deleted_the removed_the credited withdrew resigned transferred_the reimbursed refunded told_the_crew told_the_team told_the_group told_the_whole told_everyone_that_i wrote_to_the wrote_a_correction moved_out',
  change:
    'stop stopped leave_the leave_when leave_before ask_before ask_first ask_for_a asked_sam asked_two asked_a learning taking seeing going_to_a going_to_therapy working_with joined started signed_up wait_until waiting call_a_break count step_out put_my walk_away check_with checking listen_before let_others hand_over_the give_up go_to_a go_to_therapy see_a attend keep_a_record keep_a_diary meeting meet_with read stay_out stay_away drink_no no_longer share_the work_with always_ask only_speak speak_last pause hold_back practicing',
}

/** The writer tells what they used to say, or takes it back: no hint is about that. */
export const englishTold = {
  before: `
    i|we {adv}? {adv}? said|told|claimed|pretended|insisted|argued|wrote|announced|joked|lied|convinced|repeated|complained|shouted|answered|replied|declared|swore|called|blamed|accused|dismissed|excused|justified|defended|used|kept|made|acted|treated|hid|hidden|let ... !because
    i .. to tell|say|saying|telling|claiming|pretending|calling|asking|blaming ...
    i|we {adv}? talked|spoke|wrote|talk about|of|only|mostly|again ...
    i|we .. demanded|begged|pressed|expected|insisted|wanted that|you|everyone|people|them|the ...
    for|by|of|stop|stopped|stopping|done|finished|from|was_wrong_to|wrong_to {adv}? saying|telling|claiming|pretending|calling|insisting|suggesting|say|tell|claim|pretend|call|act|treating|blaming|blame|making|hiding|acting|implying|asking|expecting|demanding|thinking|using ...
    my excuse|excuses|line|answer|story|version|lie|defense .. was|were ...
    told myself|everyone|people|them|others|the ...
    i let|allowed|left|watched others|people|them|everyone|the .. say|think|believe|claim|tell|call ...
    called|calling|call it|that|this|you|what .. ..
    instead of|i_no_longer|without ...
  `,
  notBefore: `
    i|we .. want|wanted|would_like|like|need|have|just_want|wish to say|tell|write ..
    already|as_i|like_i|as_we|i_have|only|just said|told|explained|made|did
    i said i_was|i_am .. sorry|,
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
    i|and took|take it|that|this|my_* .. out on
    to look|seem|appear good|better|strong|innocent|nice
    so that you|they|people|nobody|no_one|everyone would|could|had_to|did ..
    i will not|never|no_longer {adv}? say|tell|claim|call|blame|pretend|write|add|use|make_excuses|hide_behind
    i am not going_to|saying|claiming|telling|blaming|using|making_excuses|hiding
  `,
  plain: `
    ^ i {adv}? !{stative} !did_what !did_it !did_my !did_not_mean !did_not_know !did_not_realize !did_everything !did_things !did_something !did_wrong !tried !joked !reacted !responded !acted !behaved !handled !lost_my !lost_friends !lost_everything !suffered !paid !messed !screwed !offended !failed !slipped !teased !kidded !was !defended !answered !snapped !exploded !left_you !called_you !texted !made_mistakes !made_some !made_a_mistake !made_bad !said_things !said_some !already !apologized !came_from !grew !wanted !hoped !raised !barely !hardly !meant {act} .... your|you|the|my|our|them|a|about|nothing|her|his
    ^ i chose|decided|let_you|made_you|knew_that|knew_you|no_longer|have_asked|have_told|have_taken|have_stopped|have_joined|have_given|have_read|talk_with|am_responsible|own_that ..
    ^ when|after|while you .. , i {adv}? {act} ..
    ^ you lost|had_to|could_not|stopped|left|missed|paid|carried|no_longer|asked_me|told_me|did_not_deserve|do_not|had_every|were_right|were_afraid|deserved ..
    ^ i will {adv}? pay|tell|return|give|hand|cover|step|leave|send|stay|stop|not_come|not_call|not_write|not_contact|not_stand|repair|replace|repay|read|clean|do_the ..
    ^ your_* ... had_to|lost|saw|could_not|came|paid
    i {adv}? {adv}? {act} .... and i {adv}? chose|decided|knew|kept_going|did_not_stop
  `,
  notPlain: `
    but|although|though|if|because|since|just|only|simply|merely|little|bit|joke|jokes|joking|kidding|sorry|regret|please|mean|meant|intend*|trying|tried|help|protect|best|mistakes|mistake|error|errors|everything|things|something|drunk|tired|stress*|everyone|everybody|badly|poorly|better|also|too|first|already|so|love|care|small|minor|accident|accidentally|unintentionally|joking|for_the_good|for_your|for_the_group|until|again|suffer*|in_response|out_of|for_a_second|for_a_moment|forgive*|trouble|hard|understand|please|part|never|maybe|perhaps|might|may|could|hope|good|to_be|?|mutual|both|misunderst*|over*
  `,
}
