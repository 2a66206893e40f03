/** What fires each hint in English, one pattern a line, and what keeps it from firing. The letter practice's README says what each hint is for. */
import { englishAsks } from './english-asks.ts'
import { englishMore } from './english-more.ts'
import type { HintRules } from './rule.ts'

export const english: HintRules = {
  COND: [
    {
      on: `
        {sorry}|forgive|pardon|excuse .... if !i_do_not|i_ever|not {mine}|{anyone}|{people}|you|he|she|they|there|ever|in|at|your
        if|whether ... {mine} .. {hurt}
        if|whether {anyone}|{people}|you .. felt|feel|took|was|were|got|found|thought|think|believe .. {feeling}|wrong|way|personally
        if {anyone} .. {feeling}
        if that|it|this is|was how|what|the ..
        if that|it|this is|was true|so|really .. sorry
        if i|we|my|it|this|that did|have|has|had|was|were .. {hurt}|wrong|harm|disrespect|offense|offence|rude|damage|pain
        if ever|anywhere|at_any_point|at_any_time|at_some_point|in_any_way|in_some_way|by_any_chance|by_chance
        if anything|something i|we|that|in|about
        if|whether it|that|this|i .. {hurt}|sounded|seemed|came|felt|looked
        if i|we said|did|wrote|posted anything|something
        in case i|we|my|it|anyone|anybody|someone|you
        to_the_extent|insofar|in_so_far that|as
        to {anyone} .. {feeling}
        {anyone} who .. {feeling}|felt
        {anyone} i|we may|might|could have
        may|might|could|possibly|perhaps|maybe well|possibly|perhaps|also|sometimes|have|unintentionally|unknowingly|inadvertently|accidentally? have ... {hurt}
        i|we|it|this|that|words|actions|comments|things|tone|manner|behavior|jokes|joke|message|post|some may|might|could {adv}? have !to !walked !left !stopped !asked !said_no !chosen !waited !helped !told !called !stepped ..
        perhaps|maybe|possibly|probably i|my|it|that|some .. {hurt}|should|was|did|could|went
        {sorry} ... you|people|some|anyone may|might|could {adv}? have|feel|be
        i|we perhaps|possibly|maybe|presumably|apparently|supposedly|allegedly|evidently {hurt}|*
        apparently|supposedly|allegedly|evidently i|my|what|some|it|you|people|there
        it seems|appears|sounds that|like|i|my|as|some|you ....
        any|whatever harm|hurt|pain|offense|offence|distress|upset|upsetness|damage|discomfort|trouble|hardship|stress|confusion|inconvenience|suffering .. {me}? .. caused|cause|brought|felt
        whatever|whichever|anything i|we|it|you|that did|said|may|might|have|was|is|think|feel|felt|did_to|caused|done
        what|things|everything you {adv}? say|think|believe|claim|feel|imagine|describe|describes|allege|call {me}|it|happened|was|is|as|the
        can|could see how|why|that someone|somebody|some|people|it|that|this|you|one|a might|could|would|may
        possible|chance|likely that? {me}|some|you|it|my ... {hurt}|wrong|made|said|did|was|went
        must|would have been|come|hurt|felt|seemed|sounded|upset|offended|sound|looked|gone
        as you|they|some see|saw|claim|say|put|describe it|this|that
        in your|some_people's|their|people's eyes|view|opinion|mind
        i_am_told|i_hear|i_have_been_told|people_say|people_tell_me|they_say|they_tell_me|others_say|word_is that|my|some|i|you ....
        if you say so
        if you think|feel|believe|saw|felt|thought|took|take|consider|want_me_to|need_me_to ....
        if so ,? .... {sorry}
        {sorry} ,? if
        if {mine} .. made ... {feeling}
        i|we gather|understand|hear|take_it|am_told|was_told !now that? some|certain|parts|my_remarks_upset|that_some|that_people|that_it|from_others|from_people ....
        should|were there|it|this|that|i|we|my|any .. have|has|be|been|to ....
        assuming|supposing|suppose|provided|given_that|presuming|let_us_say|on_the_assumption|hypothetically that? {mine}|you|your|it|there|he|she ....
        if your|her|his|their|the account|version|story|memory|claims|claim|complaint|accusation is|are ..
        some|people|others|they|many {adv}? say|said|tell_me|told_me|claim|think|felt|feel|believe that? i ...
        possible|likely|chance|conceivable that? i|we|my|it|there ....
        whatever|any part|share|piece of it|this|that|the_blame ....
        if that|this|it is so|the_case|true|right|how_it
        i would|should {adv}? regret|hate|be_sorry|be_sad ... to|if|that
        whatever|anything that? {adv}? happened|went_on|took_place|may_have between|that|there|i|,
        if you think|feel|believe|say|are_sure|are_convinced|insist that|i|it|my ....
        if {anyone} ... felt|feel|was|were|got|took|is|has|had ..
        there may|might|could be|have_been .. things|something|moments|times|some
        i {adv}? do|can|could not {adv}? remember|recall .. that|it|doing|saying|any|like
        not how i remember|recall
        as far as i know|remember|can_tell|recall|am_aware
        to my knowledge|recollection
        i would be sorry|sad to|if ..
        i accept|respect|hear that you {adv}? believe|think|say|remember ..
        people|some|others|everyone|they|you {adv}? seem|seems|appear to ..
        not {adv}? sure|certain|clear what|that|whether|which i ..
      `,
      not: `
        if you want|choose|ever_want|ever_choose|would|prefer|decide|need|wish|ask|like
        if i ... again|ever|next|miss|break|slip|relapse|stop|do_not|fail_to
        {anyone} .. again
        may|might|could never|not
        may|might have to|lost|left|questions|noticed|needs|a
        i did not know|ask|check|care|think .. if|whether
        i asked|told|wondered|checked|worried .. if|whether
        whether|if or? .. is|are up|your|yours|for
        not if|maybe|perhaps ..
        not .. if|whether
        i am|was not sorry if
        it would have
        could|must not? have been|felt|come because|when i
        if you ....  , i {adv}? will|go|leave|stay|step|stop !apologize !say_sorry
        if you .. !think !feel !believe .. , i !am
        i said|claimed|told|pretended ... remember|recall
      `,
    },
  ],
  BUT: [
    {
      on: `
        {sorry} .... but|however|although|though|except|yet|nevertheless|nonetheless|still_,|only_that|that_said|having_said_that|then_again|even_so|at_the_same_time|on_the_other_hand|still_,|while|whereas
        i|we .. {imply}|admitted|knew .... but|however|although|though|except|yet|nevertheless|that_said|having_said_that|then_again|at_the_same_time|on_the_other_hand|even_so
        i|it|that|my .. was|were|is|went|got|should_not|should_have|messed|screwed|made_a|made_some|take|took_full|could|owe|behaved|acted|handled .. wrong|late|rude|mistake|mistakes|fault|have|responsibility|up|badly|better|unfair|harsh|out_of_line|too_far|apology|poorly|far|cruel|mine .... but|however|although|though|except|yet|that_said|having_said_that|then_again|at_the_same_time|even_so
        yes|sure|okay|ok|granted|true|fine|admittedly|of_course|certainly ,? .. i|it|that|my|we .... but|however|although|though|still
        i|we .... but|however|although|though|only|except !i_was_the no_one|nobody|somebody|someone|everyone|others|you_too|you_also|you_kept|you_had|you_started|you_were_not|you_never|you_did_not_tell|you_could|you_should|you_have_to|you_must|you_know|i_was_just|i_was_only|i_was_trying|i_was_so|i_was_under|i_was_tired|i_was_upset|i_had_no|i_had_to|i_had_good|i_had_my|i_did_it_for|it_was_for|it_needed|there_was|there_were|they_were|they_also|we_all|the_group|the_team|in_my|it_was_not_that|it_was_just|it_was_only|it_is_not_like|it_is_not_as|to_be_fair|let_us|the_truth|the_fact|the_point|honestly|anyone|what_about|so_did|so_was|so_were|i_still_think|i_still_believe|i_stand|i_had_reasons|my_intention|my_intentions|remember|please|consider|the_reason|the_other ..
        although|though|while|whereas|even_though|even_if|much_as i|it|that|my .. {sorry}|wrong|should_not|should_have|{imply}|was|could|made_mistakes|mistaken|lost|shouted|hurt|took|said|did .... ,
        {sorry} .... . still|but|however|although|though|yet
        wording|tone|words|manner|delivery|timing .... point|message|content|substance|facts|rest remains|stands|holds|was_right|is_right|were_true|are_true|still
        {sorry} .... not for what|the content|the substance|the message|saying
        {sorry} .... i|my|the|what .. stand_by|point_stands|still_think|still_believe|was_right|stands|still_stands|am_still|maintain
        i .. stand_by ..
        my tone|words|wording|delivery|manner|way|form was|were|may|might|could .... but|point|though|content|message|still|what_i_said
        for my part .... but|now|you|yours|and_you
        {sorry} .... in_fairness|to_be_fair|in_my_defense|in_my_defence
                apart|other than|from that ,? i|we|everything
        but|still ,? i had|have my reasons
        not the only|alone one|ones
        {act}|took|did|said|used .... but|however|on_the_other_hand|then_again|mind_you|still , nobody|no_one|you|everyone|others|it|there
        i|we|yes .. {act} .... , but|however|though|on_the_other_hand|then_again|mind_you|even_so ,? nobody|no_one|somebody|someone|everyone|others|what_was_i|who|it_was|the_others|it_had_to
        i .. can|could|may|might .. sorry|apologize .... still|also|and_still|and_yet ..
        not proud .. , only|but|yet|though
        sorry .. for my part .... now|your|you
        now|and it_is|is your|you turn
        sorry , not|no sorry
        feel .. bad|terrible|awful|sorry .... , i {adv}? think|believe|feel|just|still|only ....
        i|we {adv}? {act} , you .. too|also|yourself
        {sorry} .. when|once|as_soon_as|after you|they|others|everyone {adv}? do|does|apologize|admit|say|have|own|are
        all the same ,? i|you|it
        two things can
      `,
      not: `
        but|however|yet|though|although ,? .. sorry|apology|apologizing|words|saying|that|this|it|regret .. is|are|was|does|do|did|will|can|has|makes .. not|nothing|no|never|only_a|just_a|wrong|mine|hard_to|because_i|still_wrong
        but|however|yet|though ,? i|we|now .. will|kept|did_not|did_it|did_nothing|chose|ignored|never_asked|never_told|failed|lied|stayed|went_ahead|went_on|went_and|still_did|still_said|still_went|still_took|still_chose|never_did|never_paid|never_came|never_called|can_stop|can_pay|can_change|want_to_repair|have_started|have_stopped|have_asked|have_begun|have_learned|am_going|am_paying|am_learning|am_working|am_stopping|am_not_asking|do_not_expect|do_not_ask|am_responsible|could_have_asked|could_have_stopped|could_have_said|should_have|knew|left|hid|let_you|shouted|broke|used|laughed|pretended|went_back|took_it|took_your|kept_going|hurt|was_wrong|hoped_nobody|told_nobody|told_no|acted|put_my|walked|read_it
        but|yet ,? you|your|the|nobody !were_too .. were_the_one|were_right|were_hurt|were_afraid|were_left|were_alone|were_scared|were_sick|were_gone|were_asleep|were_new|were_owed|had_to|had_every|had_no|had_told|had_asked|had_said|paid|lost|are_the_one|are_not|asked|trusted|carried|deserved|deserve|do_not_owe|did_not_deserve|did_not_choose|did_not_ask|still_have_to|bore|ended|stayed|said_no|told_me|shift|place|job|did_the_work|damage|harm !i|time|reasons|a_part|coming
        but only|not|too|never|nothing|all|also|no_longer|mostly|really after|when|enough|late|because_i|anything|did|for|an_excuse
        but that|it|this .. no|not|never|does_not|is_mine|was_mine|was_my|was_wrong|is_on_me|is_my
        not only|just|because .... but
        but instead|rather|because|what_i_did|the_truth_is_that_i|the_truth_is_i|the_truth_is_,_i|the_fact_is_i
        yet to
        i .... nothing|anything|everything|all but
        no but|excuses|ifs
        not yet
        still owe|am|want
      `,
    },
  ],
  PASSIVE: [
    {
      on: `
        {harmNoun} .. was|were|got|has_been|have_been|had_been|being .. {harmed}
        what was|got|has_been|had_been|is {adv}? {harmed}
        the way|things|manner|words|comments|how .. was|were|got|have_been|has_been|had_been {adv}? {harmed}
        you|your_*|people|they|some_people|members|comrades|women|some|many were|was|got|have_been|has_been|had_been|felt {adv}? ... hurt|harmed|mistreated|treated|disrespected|left_out|left_behind|ignored|overlooked|excluded|made_to|put_in|put_through|put_at|pushed|stepped|trampled|wronged|let_down|forgotten|dropped|sidelined|humiliated|insulted|shouted_at|yelled_at|talked_over|spoken_over|interrupted|harassed|touched|mocked|cut_off|shut_out|passed_over|disregarded|silenced|not_told|not_paid|not_credited|not_asked|not_heard|blamed|accused|misled|lied_to|betrayed
        {sorry}|bad|about|for|sad|terrible|ashamed|hate .. what|whatever|all_that|everything_that|that_it|the_thing_that|something_that {adv}? happened|occurred|transpired|went_on|took_place|went_down
        what|whatever|all_that|everything_that {adv}? happened|occurred|transpired|took_place|went_on|went_down .... was|is|has|should|could|cannot|can_not|would|happened|never
        {sorry} .. about|for|over|regarding .. situation|incident|episode|events|event|affair|matter|outcome|circumstances|misunderstanding|confusion|conflict|tension|tensions|unpleasantness|difficulties|way_things|scene|argument|fight|mess
        the|this|that|whole situation|incident|episode|conversation|discussion|meeting|argument|evening|night|event|events|debate|exchange|atmosphere|tone|mood|joke|thing|party|matter|conflict|affair|dynamic|assembly got|became|escalated|went|turned|spiraled|spun|ended|unfolded|took|was_unfortunate|was_regrettable|boiled|deteriorated|ran|came|should
        {sorry}|how|way ... things|it|this|that|everything|all|events|matters|conversation|meeting|night {adv}? turned|went|ended|unfolded|played|developed|worked|came|happened|got|panned|fell|was_handled
        things|it|everything|matters|emotions|tempers|feelings|tensions|words|mistakes|accidents|stuff|this|lines|stress|voices|communication {adv}? got|went|happened|happen|ended|escalated|flared|ran|spiraled|spun|fell|slipped|turned|broke|blurred|blew|became|boiled|unraveled|came_out|came_to|rose|took_a|were_high|reached|snowballed|derailed|deteriorated
        there was|were|has_been|have_been|had_been .. mistakes|errors|mistake|error|lack|failure|failures|tension|tensions|miscommunication|friction|harm|conflict|confusion|lapse|lapses|shouting|yelling|pushing|shortcomings|damage|hurt|breach|abuse|violence|raised|harsh|words|mismanagement|irregularities|problems|carelessness|wrongdoing|lies|dishonesty|breakdown|bad|missteps|some|a_mistake|a_lack|a_breach|a_fight
        harm|damage|abuse|violence|mistakes|hurt|pain|offense|offence|words|breach|it|this|that happened|occurred|took_place|was_caused|resulted|ensued
        one thing led
        it ended up|with
        the ball|balls got|was|were dropped
        my|the|a|your|her|his|their hand|voice|phone|hands|foot|temper|fist|anger|emotions|mouth|body|message|glass|door|money|tongue slipped|rose|landed|got_the|took_over|ran|ended_up|flew|went|spoke|disappeared|vanished
        {sorry}|regret .. it|this|that had|has|ever to? come|came|happen|happened|got|gotten
        money|funds|cash|it went missing|disappeared|unaccounted|vanished
        wires got|were
        it|this should|must never|not have|be happened|happen|been
        your|the|a|our|my|their|this .. was|were|got|been|did_not_get|does_not_get {adv}? {harmed}|left_off|left_out|taken_off|kept|honored|honoured|respected|mixed_up|misread|lost|met|told_to_others|passed_on|cut_short|turned|set_off|done_without
        somewhere|somehow .... lost|stopped|went|got|broke|slipped|fell|failed|missing
        money|accounts|numbers|cash|sums|books did|stopped|do|does not? .. add|adding|match|matching|balance|balancing
        agreement|promise|promises|rule|rules|deadline|commitment|agreements|boundaries|word did|was|were|got|has_been|have_been not|never .. kept|met|followed|respected|honored|held|observed
        ended up .. being|getting|*ed|lost|gone|missing|broken
        must|may|might|seems_to|appears_to have been {harmed}|forwarded|copied|seen|read|moved|mislaid|*ed
        was|were|got|became|is .. involved|unclear|blurry|blurred|murky|confused|complicated
        should|must not|never have|be reached|gone|been|come|got|gotten|left|happened ..
        the|this|that|our|my !harm !damage !pain !fear ... did|does|had|has not {adv}? go|gone|turn|work|come|happen|unfold|function ..
        communication|trust|process|system|plan|structures failed|broke|collapsed|did_not
        never|not {adv}? reached|reach|arrived|arrive|made_it|got_to you|them|the|there|anyone|your|him|her
        shouting|yelling|insults|pushing|violence|things|words|behavior that took_place|happened|was|were|went_on ..
        a_lot|lots|plenty|so_much|so_many of .. was|were|got|has_been|have_been {harmed}
        found|made its|their way ..
        fell|slipped|fallen through|apart|my_mind
        things|it|that|night|meeting|evening .. went|go sideways|south|wrong|badly
        got lost in|along|somewhere
        has|have|had gone|got missing|lost|astray
      `,
      not: `
        by|with me|my|us|mine|our
        because|since|when|while|after|that|where|as i !felt|was_sorry|heard|am
        because of what|my|me|how i|*
        because of me|my
        i {adv}? !{stative} {act}
        what happened .. me|my|i|mine
        happened because i|of
        to|with you happened|happens
        what happened to|after|next
        tell|told|telling|explain|explained|say|said|write|wrote|describe|know|knew|remember|ask|asked|learn|learned|heard|hear|report|reported|listen|talk|talked|honest .. what|how|about ... happened|went|was
        make|made|makes|making sure .... happen*|again
        was|were|is|are|being {adv}? told|asked|given|paid|made by|back|to_me
        not .. happen again
        made|makes it|things
        will|must|should|can be
        what .. i|my did|said|do
        is mine|done|my
        was|is my|mine
        it|that was {adv}? me|i|my
      `,
    },
  ],
  MINIMISE: [
    {
      on: `
        just|only|merely|simply|purely|basically .. joke|jokes|joking|kidding|teasing|banter|playing|fooling|having_fun|messing|fun|a_game|a_prank|a_laugh|being_silly|being_friendly|being_playful|horseplay|flirting|words|a_word|talk|gossip|an_expression|a_figure|a_comment|a_remark|a_hug|a_tap|a_touch|a_push|a_shove|a_text|a_message|a_phase|a_disagreement|a_discussion|an_argument|a_conversation|locker|locker-room|bad_luck|a_meme|an_emoji|being_honest
        {adv}? all|nothing i did|said|more was|than ..
        not|never|hardly|barely|scarcely|nothing .. that|so|too|as|such|a|the|very|really|all|quite? bad|serious|big|big_deal|bad_as|terrible|end_of_the|huge|important|awful|major|dramatic|grave|worth|much|crime|issue
        not .. a_big|such_a_big|such_a|that_big|a_huge|a_major|a_real|really_a|much_of|the_worst|exactly_a ..
        not a big|huge|major|serious|real|great deal|thing|problem|issue|matter
        a_bit|a_little|a_little_bit|slightly|somewhat|kind_of|sort_of|a_tad|a_touch|rather|mildly|a_smidge|perhaps_too|maybe_too|a_shade|overly|a_few_minutes too? {bad}|harshly|far|loudly|strongly|roughly|sharply|too_far|too_much|too_loud|out_of_hand|much|hard|over|off
        no big|huge|major|real|great deal|thing|problem|drama|matter
        a|some|one|this|that|the|our|my small|minor|tiny|silly|slight|trivial|petty|harmless|innocent|stupid *
        a|some|one|this|that|little|the|any|our|my little|simple|honest|brief|single|isolated|momentary|short|mere|funny|dumb {slip}|moment
        one|a bad|small|little|single|wrong {slip}|choice|moment|day|night|word|sentence|time
        small|minor|little|tiny|silly|slight|trivial|petty {slip}|misunderstandings|mistakes|slips|errors|things|disagreements|incidents|issues|matters|details|jokes|lies|lie|white_lie
        was|is|were|seems|call|had|only|just .. a|some misunderstanding|miscommunication|mix-up|disagreement|tiff|mistake_anyone|accident|hiccup|misreading|overreaction|lapse|rough_patch|moment_of|slip
        misunderstanding|misunderstandings|miscommunication|miscommunications between|about|over|on
        blown|blowing|blew|made|making|make|turn|turned|turning ... out_of_proportion|up|a_fuss|such_a_fuss|a_drama|drama|a_scene|a_mountain|a_big_deal|too_much|a_big_thing|into_something|into_a|a_storm|bigger|more_of
        exaggerat*|overblown|overstated|overhyped|nitpick*|molehill|teacup
        just|only|happened|happens once|twice|one_time|the_once|that_once|this_once|one_night|the_one
        happened|was|did|said|been .. just|only? once !again|more|told|you
        no|any|without harm|damage|bones|one|body|injuries was|were|came|broken|done|meant|intended|really|in|actually
        nobody|no_one|no_one_was|none_of_you .. hurt|died|injured|complained|else_minded|minded|noticed|harmed
        could|might|have {adv}? have? been|gone|done .. worse
        others|people|some .. done|do|did|said|say|have .. worse
        worse things|mistakes|stuff|people
        it|these things|mistakes|stuff|that|shit happen|happens !to|again|because|when
        harmless|lighthearted|light-hearted|well-known_joke|tongue|playful|innocent
        all in good? fun|jest|humor
        nothing serious|major|dramatic|personal|more|big|happened|special|to_worry|to_get|to_lose|to_see|to_make|really|terrible
        it|that|this was|is|really nothing|minor|trivial|small|tiny|silly|little|ages_ago|years_ago|a_long_time|long_ago|so_long|months_ago|weeks_ago
        i|we barely|hardly|scarcely|merely touched|said|raised|did|knew|pushed|spoke|used|brushed|*ed
        all i|we did|said|wrote|took was|is
        {adv}? so_long|long|years|months|ages|weeks ago .... now|already|and|still
        a lapse|slip|moment|poor|bad of|in|choice|wording|phrasing|weakness ..
        poor|bad|clumsy|unfortunate|wrong choice of|wording|phrasing|word|words|turn
        poorly|badly|clumsily|awkwardly worded|phrased|put|expressed|timed
        less than ideal|perfect
        not|hardly my|our|the best|finest|proudest|greatest|most moment|hour|day|elegant|tactful|graceful|diplomatic|self
        only|just .. a_few|few|two|three|five|ten|a_couple|a_handful|a_second|a_minute|a_moment|a_day|an_hour|for_a|minutes|dollars|euros|pesos|once|half ..
        a few|couple dollars|minutes|words|euros|pesos|bucks|things|bad_days|jokes|comments|drinks ..
        at the? most|worst
        technically ,? i|it|the|that|we
        not like|as_if|as_though i|anyone|we|it|you|anybody
        slipped up|out|my|through
        slip of the|my
        joked|kidded|teased around|with
        lighten|loosen|chill|relax|calm up|out|down|a
        was|am|were|being|is joking|kidding|teasing|messing|fooling|playing|sarcastic|ironic
        a_bit|a_little|some|little of teasing|banter|fun|a_joke|tension|shouting|gossip|an_issue|a_misunderstanding|a_fight|friction|an_argument
        raised my voice a
        we had|have|just had .. a small|little|minor|bit|rough|disagreement|argument|differences|difference|words|rough_patch
        compared|relative to|with
        big deal|drama|fuss? .. about|over|of|out
        overreact*|dramatic|making_a_meal
        water under
        stupid|silly|dumb|childish joke|prank|argument|thing|remark|comment|mistake|little
        just|only|simply|merely .. {slip}
        got|been|a_bit|little carried away
        so-called|quote-unquote|alleged|supposed harm|incident|abuse|offense|offence|insult|violence|accusation|problem
        it|that|there is|was hardly|barely|scarcely ..
        not .. worth .. fuss|fighting|mentioning|losing|getting|ending|*ing
        like it|nothing never happened|happened
        perfectly|completely|totally|pretty normal|harmless|innocent|common
        normal|usual argument|thing|banter|behavior|between|among
        maybe|perhaps|about|barely|under|less_than|not_even|hardly|roughly ten|five|two|three|a|one|an|twenty|thirty|half seconds|minutes|minute|second|hour|dollars|euros|words|people|days|times
        lasted|took|was_over|was_done .. seconds|minutes|minute|moment|no_time
        you would|one_would|anyone_would|people_would think|say|swear|believe .. i|that ....
        lot|awful_lot|this_much|so_much|all_this|all_that|such_a|too_much .. fuss|noise|fury|outrage|drama|upset|trouble .. about|over|for|because
        fuss|outrage|uproar about|over
        simply|just|only|merely raised|said|asked|spoke|told|touched|pushed|missed|forgot|borrowed|took|used|looked|read|wrote|posted|repeated|made|called|laughed|shouted|was|got|had ..
        couples|friends|families|people|siblings|comrades|activists|groups|everyone|we_all argue|fight|disagree|quarrel|shout|bicker|tease|joke|fall_out ..
        surprised|amazed|baffled|astonished|strange|odd|cannot_believe|can_not_believe|puzzled that|this|it|we|you|people .. still|is|are|keep|even
        all the time $
        do|did|can|could not {adv}? see|understand|get .. problem|big_deal|what_is_wrong|issue|fuss|what_the|harm_in
        other|others|other_groups|other_people|some_people|most_groups .. have|do|did|face .. bigger|worse|real|more_serious
        i|it|that|my|we {adv}? was|were|got|am|is|sounded|came_off|became|might_have_been|may_have_been|been|being a_bit|a_little|a_little_bit|slightly|somewhat|a_tad|kind_of|sort_of *
        too much of|out it|this|that|of
        later|afterwards|then|soon ,? .. we|everyone|you|they .. laughing|laughed|fine|friends|joking|drinking
        a_little|a_bit|lightly|gently|once $
        , that is all
        it|that|this|there|they {adv}? was|is|were|has_been just|only|merely|simply|nothing_but a|an|one|two|some|my *
        keep|put|see|get .. in|into proportion|perspective
        people|others|many|plenty|some|ten|everyone who? {adv}? did|do|have_done|has_done worse
        nobody|no_one else {adv}? noticed|complained|minded|cared|said
        every group|family|couple|team|house|collective|crew|relationship has|does|argues|goes|is ..
        hardly the first|only time|one|person|thing
        not the only|first one|person ..
        all is well
        nobody|no_one|who will|is_going_to|would remember|care|notice ..
        was|were|just|only|simply one of those|these ..
      `,
      not: `
        not|never|no|nothing .. just|only|simply|merely|small|minor|little|harmless|joking|kidding|a_game|trivial
        not|never .. a|an misunderstanding|joke|accident|mistake|slip|miscommunication|*_misunderstanding|matter
        was|is|were not .. joke|joking|kidding|teasing|funny
        more than a|just
        little by little
        a_bit|a_little|a_few|a_couple|some every|each|more|of_your|of_the_money
        i .. minimiz*|played_down|made_it_sound|made_it_small|belittled|made_light|downplayed|made_little
        i will|am|have ....  only|just .. once|one|when|if|with|for|speak|a_few|two|three
        just|only .. words .. are|is|do
        not just|only|simply|merely
        not .. a joke
        you|they|she|he .. laughed|lost|had|told|asked|paid|waited|said only|just
        made|make a joke|jokes .. you|your|about|of
        {sorry} .. for|that ... joke|jokes|joking
        i joked|teased about|you
        one thing|small_step|way_i|step|mistake_of_mine
        only .. one|person who|i
        nothing you did|said|can
        no small|little|minor
        every|each small|little|single
        a_few|a_couple days|weeks|months|people|years|of_us|of_our .. later|after|before|who|heard|had|left
        i|she|he|they|you just|only|simply walked|left|stood|sat|watched|kept|stayed|ignored|took_it|laughed|went|did_it|turned|wanted|cared|thought|stopped|apologized|told_you_after|admitted|asked_you_after|came|returned|said_it_when|said_sorry
        only after|when|once|because
        only .. after|when|because|to|once you|i|they|someone|sam|the|it
        little|younger|small brother|brothers|sister|sisters|boy|girl|son|daughter|kid|kids|child|children|one|ones|room
        a_little|a_bit|once every|each|a|more $
        once again|more $
        only|just a|one|two .. later|after|before|ago|when|because
        next to your|the|her|his|me
      `,
    },
  ],
  ...englishMore,
  ...englishAsks,
}
