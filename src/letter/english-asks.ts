import type { HintRules } from './rule.ts'

/** English patterns for what a letter asks of its reader, for excuses, and for words that say nothing. */
export const englishAsks: HintRules = {
  FORGIVE: [
    {
      on: `
        please|pls|kindly|now ,? {adv}? forgive|accept|pardon|excuse|let_this|let_it|give_me|find_it|do_not_hold|do_not_hate|do_not_be_angry|do_not_stay|do_not_leave_me|have_mercy|be_kind|be_patient|take_me|let_me_come_back|let_me_back|be_generous|move_on|understand ..
        ^ forgive|pardon|excuse me
        , forgive me
        and forgive me
        i|we .. hope|hoping|pray|wish|trust|beg|ask|asking|need|want|would_like|would_love|long|wait|waiting|expect|deserve|request|implore|plead|count_on|look_forward|dream ... forgive*|forgiveness|accept_my|accept_this|accept_the|pardon|let_this_go|let_it_go|move_on|move_past|move_forward|get_past|get_over|put_this|put_it|start_over|start_again|start_fresh|second_chance|another_chance|a_chance|one_more_chance|be_friends|go_back|come_back|return_to_normal|reconcile|absolution|mercy|understand_me|see_past|look_past|find_it_in|trust_me_again|love_me_again|let_go|take_me_back|fresh_start|clean_slate|closure|leave_this_behind|overlook|be_okay|be_ok|be_good|be_back|all_right|turn_the_page|to_go_back_to|like_before|as_before|the_way_it_was|the_way_we_were
        we|us|everyone|everybody|group|circle {adv}? can|could|should|must|need|need_to|let_us|shall|may|will|to|have_to {adv}? {adv}? move_on|move_past|move_forward|get_past|get_over|let_go|let_this_go|let_it_go|put_this|put_it|put_all|start_over|start_again|start_fresh|forget|forgive|be_friends|go_back|return_to|turn_the_page|bury|leave_this|leave_it|leave_that|leave_all|close_this|close_the|wipe|draw_a_line|drop|reconcile|make_peace|make_up|shake_hands|hug|call_it|go_on|carry_on|reset|heal_together|look_forward|look_ahead|be_okay|be_ok|be_good|be_fine ..
        you {adv}? should|need_to|have_to|must|could|can|ought_to {adv}? {adv}? forgive|move_on|move_past|get_past|get_over|let_go|let_it_go|let_this_go|forget|drop|put_this|put_it
        can|could|will|would|should|may|shall|are|why|when we|you|i ... forgive|move_on|move_past|move_forward|get_past|get_over|let_go|let_this|let_it|put_this|put_it|put_all|start_over|start_again|start_fresh|forget|be_friends|go_back|turn_the_page|bury|leave_this|leave_it|drop|reconcile|make_peace|call_it|come_back|give_me|accept|trust_me|stop_punishing|stop_being_angry|good_now|okay_now|ok_now|even|friends_again|over_this|we_good|return
        let us {adv}? not? move|put|leave|forget|start|close|turn|bury|drop|get|go|be|make|look|call|let|agree|shake|wipe|focus|draw|end|heal|reset|not
        are we good|ok|okay|cool|fine|friends|even
        time|moment|best|better|healthier to|that|we|for .. move|let_go|forgive|heal|put|turn|close|forget|leave|get_over|start
        i|we {adv}? {adv}? already|have_already|did_already|had_already {adv}? apologiz*|said|told|asked|explained|made|paid|admitted|done|owned|wrote|offered|gave|given|acknowledged ..
        i|we have|had|did {adv}? apologiz*|said_sorry|said_i_am_sorry|said_that_i_am_sorry|said_i_was_sorry|asked_for_forgiveness|said_my_sorry|begged|made_my_apology|apologize .. already|twice|many|times|enough|three|several|now|again|publicly|privately|before|over|repeatedly|more_than|in_person|a_hundred|a_thousand|and_again|$
        i|we said|told_you .. sorry|apologized .. already|twice|many|times|enough|before|did_i_not|several|over|didn't|what|$
        how many|much|often|long times|more|do|must|should|longer|will|am|have ... apologiz*|sorry|punish*|pay|this|forgive|wait|hold|angry|mad|i
        what more|else do|can|could|should|must|would|is_there you|i|we|to ..
        second|another|one_more|last|fresh|clean|new chance|start|slate|opportunity|beginning|page
        give me|us a|another|one|the|back ? chance|opportunity|break|second|benefit|trust
        i {adv}? deserve|have_earned|earned|am_entitled|should_be_allowed|should_get|have_done_enough|have_changed_so ..
        you owe|should|must|ought|have_to|need_to .. forgive*|accept|let_it|let_this|let_go|move_on|get_over|trust_me|give_me|me_that
        forgive|forgiving and|is|me|sets|heals .. forget|divine|free|you|so|now|someday|one_day|eventually|soon|already
        forgiveness|grudge|grudges|bygones|hatchet is|be|and|would|from|will|heals|sets|frees ..
        olive branch
        hold|holding|keep|carry|bear .. grudge|it_against|this_against|resentment|that_against
        bigger|better|stronger person|man|woman
        so|then|and that?|we|i can|may|could {adv}? come|return|go|get|be|move|sleep|have|all .. back|on|together|forward|friends|normal|peace|again|behind
        i beg|implore|plead|am_begging
        tell me .. that|it|we|you|i .. ok|okay|fine|forgive*|good|alright|hate|friends|still
        do not hold|hate|be|stay|leave|give_up|let|throw|turn|shut .. this|me|angry|mad|us|years|on|our|against|upset
        no hard feelings
        go|get|be|things|back|everything|it|us .. back_to_normal|back_to_how|like_before|as_before|like_it_was|the_way_it|the_way_things|how_it_was|friends_again|as_it_was|how_we_were|what_we_were|back_to_the_way
        i|we miss|want|need .. how|what we|us|you|our .. back|were|had|friendship|was
        when|until you|will|this|i|we .. forgive*|end|over|ready_to_forgive|enough|forgiven|stop_being
        enough is|already|now|time|has
        find it in|your
        your forgiveness|pardon|understanding|mercy|indulgence|grace|absolution|compassion|trust_back|acceptance !is_not !is_yours
        with your|the forgiveness|pardon
        you|that|it|this|we {adv}? will|can|could|would|should .. forgive|accept_my|accept_this|understand_me|see_past|give_me|let_me|overlook|put_this|get_over_it|get_over_this|get_past
        life|years|friendship|time|we|world is|of|are|has|goes too short|too_short|on|more_important|worth|bigger_than|stronger ..
        everyone|everybody|people|anyone|who deserve*|makes|has|make .. second|chance|mistakes|forgive*
        i|we|you|it|this|us|time .. to|can|could|should|please|let .. put .. behind|rest|to_bed|in_the_past
        what is done|past is ..
        the past
        in return|exchange|turn
        accept my|this|these|the|our .. apology|apologies|sorry|hand|repentance|regret|words|letter
        consider|call|think|let|treat|regard .. this|it|the|that .. closed|settled|over|even|resolved|done|finished|end|quits
        i|we .. hope|trust|want|need|expect|would_like ... this|that|it|my_apology|my_words|we .. enough|settles|closes|fixes|clears|ends|closure|is_over|end|make_up|clears_the_air|closed|sufficient|satisfied|peace|behind|settled|put_an_end
        welcome|take|let|invite me|us back|in|return|home|rejoin
        bury|dig the hatchet
        you|everyone {adv}? can|could|should|need|need_to|have_to {adv}? stop .. punish*|being|hold*|ignor*|avoid*|making
        you still|really|going|keep|plan|are .. hold|punish|angry|mad|hate|not_forgive|be_like_this
        let bygones
        clean slate
        squared|even|quits now|up|$
        i am not asking for much
        time|moment|best|better|healthier|good|about_time to|that|we|for .. let|stop|be_friends|make_peace|reconcile ..
        i .. love|like|want|wish|hope|wait|long|look_forward|dream ... be|go|feel|being|going|seeing .. like_they|like_it|as_they|as_it|the_way|how_it|how_they|welcome|allowed|accepted|invited|part_of|back_in|one_of_you|normal|friends
        holding|hold|staying|stay|being|be|living_with|carrying|clinging .. anger|angry|resentment|bitter|bitterness|hate|grudge|grudges|past|it .... hurt*|help*|you|nobody|anyone|heal*|good|eats|poison*
        i .. paid|suffered|done|apologized|said|punished enough|my_dues|plenty|more_than
        heart|hearts|soul .. knows|know|can|learn*|forgive*|lets|let ..
        surely|by_now|after_all_this_time|after_so_long|isn't ....  enough|over|past|long|time|moved_on|forgiven
        long enough
        need|want|like|love|wish|hope to? know|hear|see|feel|be that|we|you .. okay|ok|good|fine|alright|friends|well|even|at_peace ..
        so that? you|they .. stop|stopped|are_not|will_not|do_not|no_longer .. angry|mad|upset|hating|avoiding|being
        i|we .. would_like|want|hope|wish|would_love|need|ask|plan {adv}? to? .. come_back|return|be_back|rejoin|be_part|join to|in|on|again|the|as|of|$
        comrades|friends|people|families|we|christians|neighbors .. forgive each|one|us|other
        when are|will you going|plan|planning|ever|finally? to? ..
        friends|friendship|years|history .. so_long|too_long|years|together .. end|throw|lose|worth|let|stop ..
        old times|time's sake
        mean the|so|a world|much|lot .. if you
        throw .. years|friendship|all_that|everything .. away
        look|looking forward to {adv}? working|being|seeing|coming|having|going|getting ..
        we|you|i .. deserve|need {adv}? peace|closure|to_heal|a_break
      `,
      not: `
        not|never|no|without|nor|neither ... ask*|expect*|owe|have_to|need|need_to|obligat*|require*|asking_you_to|waiting|demand*|want_you_to|hope|deserve|entitled|oblig*|duty|reason_to|right_to|looking_for|pressure|should|hurry|want|wait|writing_to|for
        you .. owe|need .. no|nothing|not
        not .. forgive|accept|asking|move_on|earned|deserve|forgiveness|trust_me
        whether|if or? ... forgive|accept|is|are|trust|want .. yours|not|or|your
        forgive*|forgiveness|accept* or not
        i .. asked|begged|pushed|pressured|told|wanted|pressed|expected|demanded|kept_asking|tried_to_make ... you|them|her|him|people|everyone|us|group to|for|before|too|right|straight|when|because ..
        stop|stopped|stopping asking
        yours to
        i .. step|stepped|stepping|stay away|back|aside|out|down ....
        even|also if|though you .. never|not ..
        nobody|no_one .. owe*|has_to|needs_to|must
        i will .. ask|accept .. group|holders|crew|circle|whatever|your
        group|circle|crew|holders|assembly|they|hurry .. decide*|ask*|want*|say*|ready|to
        i want|need|will .. pay|give|return|put .. back
        sorry .. is|was|are not
        in return i
        i will|do not come|return ....
      `,
    },
  ],
  EXCUSE: [
    {
      on: `
        because|since|as|for|that|, i|my_* {adv}? {adv}? was|were|am|had|have_been|had_been|felt|am_just|was_just|have|suffer|got|get {adv}? {adv}? {tired}|trouble|a_lot|a_bad|a_hard|a_rough|a_long|a_terrible|a_difficult|so_much|too_much|not_slept|no_sleep|problems|a_headache|a_fight|a_temper|to_work|lost_my|no_time|no_choice|no_other|adhd|anxiety|depression|trauma|ptsd|issues|things|not_eaten|just_lost|just_come|been_drinking|had_too|had_a_few|to_deal|family|so_many|been_working|barely|hardly|only ..
        i|we {adv}? was|were|had_been|have_been|had|felt|had_just {adv}? {adv}? {tired}|a_lot_going|a_lot_on|a_bad_day|a_bad_week|a_bad_night|a_hard_day|a_hard_week|a_long_day|a_rough|a_difficult|so_much_going|so_much_on|too_much_to|too_much_on|a_few_drinks|too_many_drinks|had_a_few|been_drinking|no_choice|no_other|no_option|no_time|no_alternative|not_slept|slept|barely_slept|hardly_slept|been_awake|been_up|been_working|just_lost|just_broken|just_come|lots_on|only_human|no_sleep|nothing_else_i|to_do_something|to_act|my_reasons|good_reason|good_reasons|a_headache|in_the_middle|at_a_low|in_survival|out_of_it|off_that
        i was|were|am {adv}? under ..
        that|this|it is|was {adv}? {adv}? how|the_way|what_we_do|what_i_do|what_people_do|what_everyone|who i|we|people|things|it|they|everyone|men|my ..
        is|was|just|only|know {adv}? how|the_way|who i {adv}? am|was_raised|grew_up|was_brought|talk|speak|argue|joke|work|react|deal|cope|express|was_taught|learned|get|do_things
        that|it|this|these is|are .. me|my_style|my_way|my_nature|my_personality|my_character|my_temper|my_culture|life|politics|normal|standard|common|tradition|natural .. ?|$
        i am|have|have_always|always|was|can_be .. a|just|had|been .. direct|blunt|passionate|hot-headed|hothead|hot-blooded|short-tempered|short_fuse|temper|loud|impulsive|forgetful|perfectionist|disorganized|strong_personality|intense|sarcastic|straight|no_filter|person_who|honest|bad_at|terrible_at|not_good_at|clumsy|awkward|human|like_that|like_this|that_way|this_way|stubborn|type|loudmouth|night_owl|that_kind
        everyone|everybody|we_all|lots_of_people|most_people|most_of_us|many|half_the|all_of_us|anyone|anybody|half_of|plenty_of|the_others|other_members|half_the_group|the_whole !who !in_the {adv}? {adv}? does|did|do|was|were|says|said|say|makes|make|made|would|have|has|had|jokes|joked|talks|talk|acts|use|used|takes|took|drinks|drank|loses|lose|yells|shouts|comes|borrowed|gossips !agreed .. it|that|this|the_same|too|the|like|jokes|mistakes|things|as_well|worse|have_done|do|lost|a|their_temper|sometimes|here|so|late|drunk
        everyone|everybody|we_all|people|nobody|no_one|none_of_us|who has|is|are|have|had|make|makes|does_not .. bad|perfect|mistake|mistakes|human|days|flaws|off|limits|faults|breaking|right_all|moments
        nobody|no_one|none|nothing is|was|are|human|of_us ? perfect|an_angel|a_saint|is_perfect|are_perfect|infallible
        i am|was|we_are|are {adv}? human
        to err
        i|we {adv}? {adv}? had|have|saw|felt|was|were|got {adv}? no|little|forced|ordered|to|obliged|pushed|pressured|under|left choice|option|alternative|time|other|to|orders|instructions|pressure|act|decide|do|with_no|way
        no choice|option|alternative|other_way|way_out but|left|$
        i {adv}? could|can not|n't {adv}? help|control|think|stop|have|handle|cope|do_anything|stand|take ..
        could not help
        someone|somebody|one|we {adv}? had_to|has_to|needed_to|must|was_going_to ..
        following|followed|obeyed|obeying|doing orders|instructions|rules|my_job|what_i_was|what_everyone|protocol|advice|the_rules
        my job|duty|boss|depression|anxiety|trauma|adhd|autism|meds|medication|illness|condition|childhood|past|upbringing|family|father|parents|addiction|drinking|divorce|breakup|background|hormones|culture|generation|history|circumstances|stress|situation|exhaustion|workload|burnout|ptsd|blood_sugar|nerves|demons|shift|ex|mother|brain|diagnosis|head|english|age .. was|is|made|makes|required|explains|taught|raised|left|got|did|had|affects|affected|causes|caused|means|meant|and|to|came|that|took|does|has|plays|where|when|gets|were
        alcohol|drink|drinks|beer|wine|stress|pressure|heat|tiredness|exhaustion|adrenaline|drugs|meds|fatigue|hunger|lack_of_sleep|noise|rush|chaos|fear|panic|grief|rage|trauma|moment|circumstances {adv}? made|talking|spoke|speaking|got|took|drove|did|clouded|was|pushed|led|caused|affected|of_the ..
        blame it|that on
        put it|that down
        heat|spur|pressure|stress|chaos|rush of the ..
        in a moment|weak|bad|rush|hurry|panic|rage|fit ..
        it was|had_been {adv}? {adv}? late|a_long|a_bad|a_hard|a_rough|a_stressful|a_crazy|a_difficult|hot|chaotic|early|dark|loud|noisy|crowded|chaos|busy|stressful|a_tough|the_end_of|my_first|so_hot|complicated|normal|common|different|another_time|expected|the_custom|hectic|the_alcohol|the_stress|the_drink|the_pressure|the_heat|the_culture|the_only|necessary|for_the|an_emergency|urgent
        you know|understand|remember|have_to_understand|must_understand|see how|what|that|the meetings|it|things|these|assemblies|marches|stress|busy|hard|life|we_were|i_was|nights|campaigns|the_pressure|stressed|tired ....
        back then|in_those|when_i|in_the
        in those|that|my|our days|time|generation|culture|country|family|house|day|home|world|scene|line
        at|in that|the_time|those time|days|everyone|we|people|it ..
        times were|have different|changed
        where i come|grew|am|was
        i {adv}? grew|come|came|was_raised|was_brought|was_taught up|from|in|that|to|by|it|early !here ....
        in my|our|his|her|their shoes|place|position|defense|defence|culture|family|country|generation|experience|state
        to be|in|out_of fair|fairness|honest_with_you
        i was {adv}? {adv}? not|hardly|out_of|beside {adv}? myself|thinking|in|well|my|feeling ..
        was not {adv}? {adv}? myself|thinking|in_my|in_a|at_my|my_best|the_best_version|feeling_well|well|sober|in_control|right_in
        something|it|things|everything|work|life|pressure|stress {adv}? came|got|became|was {adv}? over|the_better|too_much|to_my|on_top|to_me ..
        i|my lost|had|ran|temper|nerves|got|snapped,|was_at my|it|out|the_better|carried|swept|caught|$ .. head|mind|patience|of_patience|it_for|away|up
        with all|everything that|the|i|going|we|on|happening ..
        so much|many going|things|stress|pressure|on ..
        so tired|stressed|exhausted|drunk|overwhelmed|busy|much_pressure|angry|upset|overworked
        given|considering|due_to|owing_to|because_of|on_account_of|thanks_to|under|in_view_of the|my|all|how|what|our|a|everything|so|that|such ... circumstances|stress|pressure|state|workload|situation|past|illness|tired|exhaustion|lack|heat|deadline|going|day|week|time|health|problems|upbringing|condition|trauma|divorce|chaos|alcohol|drinks|medication|shift|shifts|death|breakup|campaign|background|depression|anxiety|hours|sleep
        i did not know any|that_was|it_was|better|the_rule|the_rules|what_else|how_else|i_was_not|you_were|this_was|how_to
        did not know any|better
        nobody|no_one {adv}? told|taught|explained|trained|showed|warned|said|helped|supported|else !did me|anything|us|that|how|it|stepped|would|wanted|volunteered|was|helped|cared ..
        things|work|life|home|everything {adv}? were|was|have_been|had_been|has_been|at|is {adv}? hectic|crazy|hard|stressful|tough|chaotic|difficult|bad|overwhelming|falling|at_home|home|a_mess|insane
        i have|had|suffer|struggle|was_diagnosed|live|deal|get .. adhd|anxiety|depression|trauma|ptsd|bipolar|autism|temper|condition|illness|disorder|burnout|addiction|issues|anger|problem|problems|migraines|insomnia|short_fuse
        the|a reason i|that|why|for .. was|is|did|said|shouted|that
        any|every|most one|body|person|people|leader|parent|organizer|treasurer in|would|with ....
        anyone|anybody|everyone|most_people|no_one|nobody {adv}? would|might {adv}? {adv}? have|do|lose|react|snap|say ..
        if you knew|had_been|were|understood|only .. what|in|my|how|how|there ....
        put yourself
        i|we meant|tend|always|sometimes|can|often|easily {adv}? to|say|lose|get|talk|be|go|forget|shout|speak .. when|too|temper|carried|things|overboard|without|jokes|like|under
        old|bad|force|just|a habit|habits|of_habit|nature
        that happens|is_what_happens|comes when|with|to
        {sorry} .... i was|have_been|had {adv}? {adv}? {tired}|a_bad|a_lot|drinking|a_long
        out of stress|tiredness|exhaustion|frustration|desperation|panic|habit|nerves|anger|fear|necessity
        too tired|drunk|busy|stressed|exhausted|angry|young|much_to_drink|many_drinks|overwhelmed
        did|said|done|doing my|the|what best|i_had_to|anyone|i_could|i_thought|everyone|needed|had_to
        i {adv}? did what ....
        had|needed to {adv}? get|make|keep|act|decide|protect|save|do|be
        i am|was {adv}? old|older|young|younger|from_another|a_different|old-fashioned|just_a|just_the ....
        i was drunk|high|stoned
        you know|remember|saw|understand how|what ....
        everyone|everybody|they|we_all|all_of_us|half_the_group|most_of_us {adv}? *s|do|did ... sometimes|from_time|now_and_then|too|all_the_time|here|once_in|at_some_point|these_days|in_this_group
        i|we had .. terrible|bad|awful|rough|hard|long|stressful|horrible|tough|difficult|lousy|rotten|crazy|exhausting day|week|night|month|year|shift|time|morning|childhood|upbringing ..
        i am|have_always_been|was|was_always|have_never_been .. bad|terrible|hopeless|awful|useless|not_good|no_good|never_good|good with|at ..
        i|we was|were .. following|obeying|doing|told|ordered|instructed|asked ... told|said|orders|asked|instructed|committee|others|wanted|instructions
        i|we .. slept|sleep|ate|worked .. hours|nothing|little|days|nights|double|night ..
        {adv}? my {adv}? sense_of|kind_of|way_of|style_of|type_of humor|humour|joking|talking|speaking|being|working|dealing|expressing|thing
        i|we {adv}? have|had {adv}? a_lot_of|lots_of|so_much|so_many|too_many|too_much|many|much|some|serious|a_history_of trauma|issues|problems|stress|pressure|things|work|on_my|going|anxiety|pain|loss|baggage
        because|since|as they|everyone|everybody|the_others|others|people|my_boss|the_group|someone|somebody|the_committee {adv}? told|pushed|asked|made|pressured|wanted|expected|did|were|was|forced|had
        off|not_taking|without|stopped_taking my|the medication|meds|pills|medicine
        bring|brings|brought out|up|the the|my worst ..
        out the worst
        they|we|others|other_people|people {adv}? did|do|does it|that|this|the_same|too|worse|things
        the|of|in|whole|given context|circumstances ..
        ask anyone|anybody|around|them what|how|if|who ..
        you were not there|around|in_my
        what that|those|it|the .. month|months|week|weeks|year|time|times|night|period was|were like
        hard|difficult|dark|tough|bad|rough|stressful|strange|crazy|challenging time|times|period|phase|stage|days|months|place for|in|of my|me|us|life
      `,
      not: `
        no|not|never|nothing|none|nor|isn't ... excuse|excuses|reason|justif*|defense|defence|make_it_right|make_it_ok|make_it_okay|okay|acceptable|right|give_me|why_it_was|force|an_explanation|allow|permission|license|cover|pass
        that|it|this|which|nothing|none|stress|tiredness|drink|being .. does|do|did|will|cannot|can|could not|never .. excuse*|change|justify|make|give|matter|erase|undo|lessen|explain
        i {adv}? chose|still|could_have|decided|knew|choose !slept !feel ..
        choice|decision .. was|is mine
        was mine
        nobody|no_one|nothing .. made|forced|told_me_to ...
        i .. used|blamed|hid ... as_cover|to_cover|behind|tired*|stress*|drink|drinking|alcohol
        excuse|excuses
        have stopped drinking
        i .. stopped|quit|reduced|asked|started|see|am_seeing|joined|attend|go_to|signed .... drinking|therapy|anger|therapist|group|help|counsel*|doctor|course|program|meeting
        because|since|so i .. wanted|was_jealous|was_proud|was_selfish|liked|enjoyed|did_not_care|thought_i_deserved|thought_i_knew|thought_my|felt_entitled|was_afraid_of_losing|feared_losing|did_not_want
        you .. had|lost|were|paid|missed|waited|carried|could_not|felt|asked|have ....
        i should not|have
        who|that|people|person who i|have hurt|harmed
        you|they|she|he|team|group|others|crew|we {adv}? had_to|have_to|needed_to ..
        from now
        i will|am_going_to ... if|when|before|each|every|no_longer|stop|leave|ask|pay|not ....
        had|have|has to cover|leave|pay|do_my|clean|find|work|explain|carry|move|stop|miss
        ^ i lost my temper|patience|cool and
        ask sam|ruth|mia|nina|tom|the_holder|priya if|whether ..
        hidden|hid|hide|hiding|hides behind
        must|has_to|going_to|have_to end|stop|break it
      `,
    },
  ],
  CONTACT: [
    {
      on: `
        please|pls|^|,|and|so|just|at_least|then|or|but|kindly ,? {adv}? please? call|text|write|message|answer|reply|respond|ring|phone|email|contact|meet|unblock|talk|speak|dm|whatsapp|see|visit|hear|listen|pick|come|open|get|let|send|drop|give|tell|say|do_not_ignore|do_not_block|do_not_shut|stop_ignoring|stop_avoiding|stop_blocking|do_not_avoid|look me|to_me|back|with_me|up|in_touch|me_out|me_know|me_explain|me_see|me_a|the_door|my|your_phone|to_us|by|over|something|anything|me_when|me_you|me_what|me_if
        ^|, reply|answer|respond|write|call|text|talk|speak {adv}? soon|back|to|when|please|as_soon|today|tonight|me|with|by|before|quickly
        please|pls ,? .. reply|answer|respond|call|write_back|talk_to|speak_to|meet|unblock|get_in_touch|pick_up|come_see|come_and|come_to|come_by|hear_me|listen_to|see_me|read_this_and|let_me
        i|we {adv}? {adv}? need|needed|want|have|would_like|would_love|would|wish|hope|must|demand|ask|long|insist|am_hoping|am_dying|am_desperate|am_asking|expect|am_waiting|wait|request|beg|intend|plan|am_eager|would_appreciate|would_prefer|am_begging|deserve|will|am_ready|am_free|am_available|am_here|could|am_going {adv}? {adv}? to|you_to|for|that|a|your|if|we|us|at|anytime|any|whenever .. see|talk|speak|meet|hear|hug|sit_down|call|visit|come_by|come_over|stop_by|explain|phone|tell_you|look_you|discuss|sort|clear|chat|conversation|coffee|meeting|call|reply|answer|response|word_from|face_to_face|catch_up|be_in_touch|drop_by|come_to_your|reach_out|write_back|get_together|be_alone|pass_by|knock|walk_you|message_from|text_from|go_for|my_side|clear_the_air|five_minutes|a_minute_of .. !with_my !to_my !with_sam !at_meetings !less !over_people
        we {adv}? {adv}? need|have|should|must|ought|could|can|might|owe|really_need|still_need|will to? .. talk|meet|speak|sit_down|discuss|get_together|clear|chat|sort_this|have_a_conversation|see_each|work_this_out|figure|go_for|grab|have_coffee|have_a_talk|fix_this_together|have_to_talk
        can|could|may|will|would|might|shall|when|where|why|what_time .. i|we|you {adv}? {adv}? call|see|meet|talk|speak|visit|come|text|write|explain|answer|reply|hear|sit|get|have_a|grab|pick_up|give_me|let_me|stop_by|respond|find_time|ignore|block|discuss|chat|hug|not_answer|not_reply|tell_me|join_me|spare .. ?|me|you|soon|tomorrow|today|with|to|together|each|up|about|over|for|by|this|at|on|a|my|back|in_person|face|back
        let us .. talk|meet|sit|get_together|speak|discuss|chat|have|grab|call|see|clear
        why are|have|do|did|will|won't|would you .. not|never|ignor*|avoid*|block* ..
        i|we will|am_going_to|shall|would|can|could|am {adv}? {adv}? call|come|wait|be_waiting|keep|stop_by|come_by|phone|text|write|be_at|be_outside|visit|see|find|look_for|waiting|drop|pass|message|try|ring|sit|pick_you|stand|bring|knock|check_in|check|go_to .. you|your|by|calling|again|outside|for_you|trying|writing|until|every|soon|at_the|there|here|over|messaging|texting|on_you|up
        i {adv}? am|will|have|keep|kept|was|would {adv}? been? waiting|looking|hoping|wait|checking|dying|await|awaiting for|forward|my|to|your|until|by .. you|your|hear*|reply|answer|phone|call|response|see*|talk*|message|us|back
        awaiting|await|expecting|expect your|a|an ..
        get|be|stay|keep in touch|contact
        let me know|explain|see|talk|come|visit|in|tell|hear|say|make_it_up_in|take_you|buy_you|walk|drive|show ..
        hear|word|news|message|sign|reply|answer|response|text|call|line from|to you|my ..
        give me a|five|ten|one|just|some|the|two|half|your|an ? chance_to|minutes|call|minute|moment|ring|time|opportunity_to|hour|answer|sign|reply|number|address
        over|for|have|grab|get a? ? coffee|drink|beer|lunch|dinner|tea|walk|chat
        face to face
        in person !to_the !at_the
        your silence|reply|answer|response ,? .. hurts|hurt|kills|soon|would|please|killing|matters_to|means_a
        unblock|unblocked
        i {adv}? {adv}? miss|am_missing {adv}? you|us|our|your|talking|seeing|hearing|having_you ..
        until you|i .. answer|reply|call|talk|hear|see|agree_to
        at least|very_least .. reply|answer|tell|talk|call|hear|say|let|listen|read|meet|acknowledge|text
        you|your .. should|could|can|must|need|have_to|ought|owe|know .. call|talk|hear|listen|reply|answer|respond|write|text|reach|where_to_find|where_i|my_number|find_me|meet|me_a_conversation|me_an_answer|me_a_reply|me_a_chance_to
        my number|phone|door|inbox|address|line|house|dms is|has|remains|stays|are ..
        i {adv}? left|sent|have_sent|have_left|have_called|called|texted|wrote|have_written|have_texted|messaged|have_messaged|tried|have_tried .. you|to_call|to_reach|messages|message|times|to_contact|to_talk|calling|texting .. times|no|yet|and|still|without|again|but|twice|several|ten|already|so_many|three|never
        ^|please|and|, see|meet|find|join|catch me|us at|outside|tomorrow|after|tonight|soon|there|on|in|before
        hear me out
        my side of|$
        hear|listen|explain|tell|share|give|present to? you? my|our side|story|reasons|version|perspective|part
        talk|speak|meet|discuss|chat .. soon|in_person|this_week|tomorrow|today|tonight|privately|alone|one-on-one|face|just_the_two|just_us
        come|stop|drop|swing|pass by|over|around|and_see
        available|free|here|around anytime|any|whenever|day|to_talk|if_you|on|for_you|all
        reach out|me
        whenever you|are .. ready|want|free .. , .. i|call|talk|we|my
        want|need to talk|see|hug|hold|speak|hear|meet|explain_myself|explain_in|explain_everything|explain_to you|to|from|with|in|everything|what|my|$
        i {adv}? will|would|can|could love|like|be_happy|be_glad|be_grateful to|if_you|for ..
        you {adv}? {adv}? have_not|did_not|do_not|never|still_have_not|will_not {adv}? {adv}? answer*|repl*|respond*|call*|pick*|read_my|return* ..
        you|your|have .. blocked ..
        do not ignore|shut|block|leave|walk|disappear|avoid|hang|turn .. me|my|out|away|up
        send me|us|a|word|something ..
        i .. will|am_going_to|am|would|can|be .. at|in|outside|on|near .. in_the_hope|hoping|so_that_you|if_you_come|waiting|in_case|where_you|every ..
        you still|already|always|know|have|have_got .. my|where|how .. number|phone|live|address|email|reach|find|door
        i .. tell|explain|share|show you|to_you .. whole|full|real|my|everything|truth|story|side|what_really|why
        when|where|how can|could|may|will i|we {adv}? see|meet|talk|visit|call|reach ..
        i|we .. hope|wish|trust|expect|know|want|need|ask|like .. you {adv}? will|would|to|can|could|might .. write|call|answer|reply|respond|come|talk|text|meet|see_me|speak|reach_out|pick_up
        tell|let me when|where|what_time|know|which ..
        waiting|dying|hoping|eager|curious|keen|longing to|for .. hear|know|see|talk|learn|read|find_out ..
        ^ meet|join|find|see|visit me|us ..
        hope|hoping|hopes|praying .. you .. turn_up|show_up|come|be_there|drop|stop|pass|walk|appear|join
        save|saved|keep|kept|keeping you|your|a seat|place|chair ..
        i .. look|looked|looking for you|your ..
      `,
      not: `
        do|does|am|will|would|should|have|is|need|and|or|, not|never|no|nobody|without|nor|neither|stop|stopped|anyone_to !answer ... owe|have_to|need_to|contact*|call*|expect*|reply|respond|answer|write|text|message|ask*|come_to|reach*|visit|waiting|meet|talk|look_for|go_near|approach|speak|seek|pressure|obligation|wait|see_you|be_at|be_near|hear_from
        if|when|unless|until|only_if|whether you|and_when_you|or_when_you .. want|choose|wish|ever|decide|prefer|like|ask|agree|do_want|say|need
        your choice|decision
        up to you
        i .. kept|keeping|used_to|called|texted|wrote|waited|followed|showed|came|went|turned_up|asked|pushed|demanded|insisted|sent|pressed|contacted|messaged|phoned|rang .. after|when|though|although|even|while|your|outside|at_your|fourteen|night|and_you
        talk|talked|speak|spoke|speaking|talking|meet|meeting|met|check|checking|discuss with|to|about my|the_holder|the_holders|sam|a|another|two|someone|people|new|the|other|her|him|them|each|an|our|others|everyone
        call|text|message|write|email .. sam|holder|holders|the|my_supporter|a|someone|crew|group|treasurer
        through the|a|holder|holders|your_holder|someone
        holder|holders|supporter .. will|can|has|have|reply|answer
        asked me
        i will {adv}? !stop_by stop|stay|leave|no_longer|cross|keep_away|keep_out|keep_my_distance|see_to|keep_to|keep_paying
        your answer|silence|phone|number|door .. was|is .. no|enough|yours|okay
        your number|phone|address|door|reply|response|message|messages|answer .. i|without|was|to|from_my|out_loud|aloud|in_front
        i .. shared|gave|read|showed|ignored|took|used|looked|posted|published|deleted ... your
        ^|now|and|that i see|hear|understand|know that|how|what|why|you_do_not
        so that you .. not|never|without
        ^|you|i|, not|never|no|nobody|without|stop|stopped ... owe|have_to|need_to|contact*|call*|expect*|reply|respond|write|text|message|ask*|come_to|reach*|visit|waiting|meet|talk|look_for|go_near|approach|speak|seek|pressure|obligation|wait|see_you|see_me|be_at|be_near|hear_from
        i {adv}? did_not|never|should_have tell|told|explain|show ..
      `,
    },
    {
      on: `
        why|how_come|what_for .. will|do|did|have|are|would|can|could|not ... answer|reply|respond|call|write|pick_up|talk|text|read|ignor*|avoid*|block*
        why are|have|do|did|will|would you .. not|never|ignor*|avoid*|block*
      `,
    },
  ],
  VAGUE: [
    {
      on: `
        {sorry} .. for|about|over|of|regret|regarding .. everything|it_all|all_of_it|all_of_this|all_of_that|all_this|all_that|all_the|all_i|all|this|that|it|any|whatever|anything|the_inconvenience|the_trouble|the_confusion|the_pain|the_hurt|the_harm|the_mess|the_drama|the_situation|the_way_things|the_way_i|the_other|the_past|the_damage|the_upset|the_stress|the_distress|the_problems|the_issues|the_incident|the_discomfort|the_disappointment|the_bad|the_things|the_wrong|the_suffering|the_negativity|the_tension|the_difficulties|the_part|the_role|the_misunderstanding|the_hurt|the_offense|the_offence|the_disruption|my_part|my_role|my_actions|my_action|my_behavior|my_behaviour|my_mistakes|my_mistake|my_conduct|my_shortcomings|my_faults|my_failures|my_failings|my_words|my_attitude|my_share|my_choices|my_wrongs|my_errors|my_past|what_i_did|what_i_have|what_i_said|what_we|what_happened|what_went|things|certain|some|stuff|how_i|how_we|how_things|how_it|who_i|being_me|being_such|being_a|the_kind|not_being|causing|hurting_you|hurting_people|hurting_anyone|upsetting|offending|letting_you_down|letting_everyone|letting_people|your_trouble|your_inconvenience|last_week|last_night|last_month|the_night|that_night|that_day|the_meeting|the_party|yesterday|ways|bad_things|inconvenience|inconveniences|trouble|the_inconveniences
        {sorry} !i !you !that !if !for !my everything|all|it_all|anything|any|some_things|certain|many_things|a_lot|what_i_did|what_i_have_done|my_actions|my_behavior|my_mistakes|the_inconvenience|this|so_much|so_many|the_past|my_part ..
        regret everything|all|it_all|this|it|any|the|my_actions|my_part|my_behavior|what_happened|what_i_did|things|some|certain|many
        i|we .. guess|suppose|believe|think|feel|imagine|probably|know|was_told|have_been_told|am_told|was_asked|have_been_asked|want|wanted !people !others !everyone !you|would_like|must|should|have|need|wish|felt|may|might|am_supposed|am_required|was_advised|ought|decided|am_willing|am_prepared|am_ready|am_here|am_writing|have_to_say .. that? {me}? {adv}? should|owe|to|must|need|ought|have|an .. apolog*|say_sorry|sorry|say_i_am_sorry|make_amends|express_my|offer_my|offer_an|apology|say_something .. $
        i|we .. guess|suppose|was_told|am_told|have_been_told|was_asked|have_been_asked|am_supposed|am_required|was_advised|probably ... apolog*|sorry|say|apology
        i owe you|everyone|people|the_group|all|some an|some? apology|apologies|sorry $
        owe|offer|extend|give .. apology|apologies $
        consider|take|let this|that|it .. apology|sorry
        sorry|apologies|apology|apologize , ?|okay|ok|i_guess|happy|alright|there|anyway|whatever|for|and_all
        i did|have_done|have_said|said|did_say|have_made|do|have !was .. {adv}? !was things|something|some_things|stuff|bad|wrong|a_lot_of_things|many_things|that_i|i_am_not|certain ..
        not proud of
        i .. was|am|were|have_been not|never|less .. at_my_best|my_best|my_best_self|the_best|a_good|the_person|a_perfect|perfect|the_friend|the_comrade|who_i|always ..
        i|we {adv}? {adv}? made|make|have_made|did_make .. mistakes|mistake|errors|missteps|poor_choices|bad_choices|bad_decisions|some_choices|wrong_choices|choices|bad_calls|a_bad_call|a_poor_choice|some_bad .. !with_the !when !by !in_the_accounts !on
        i {adv}? {adv}? could|should|might have {adv}? done|handled|behaved|acted|managed|dealt|been|said .. better|differently|more|that|this|things|it|wiser|otherwise
        could|should have been|gone|done|handled ? better|differently|handled
        i|we {adv}? {adv}? messed|screwed|fucked|mucked|cocked|blew|dropped|fell|fouled|slipped|stuffed up|it|the_ball|short|$
        i {adv}? {adv}? failed|let|hurt|wronged|disappointed|harmed you|people|everyone|us|the_group|everybody|all|many|a_lot|down|you_down $
        i|we {adv}? {adv}? will|promise|hope|want|try|am_going|intend|plan|am_trying|am_working|swear|vow|commit {adv}? {adv}? to? .. do_better|be_better|try_harder|improve|change|work_on|be_a_better|be_more_careful|learn_from|grow|do_my_best|be_different|watch|try_to|behave|make_it_up|make_things_right|make_it_right|make_this_right|make_amends|do_whatever|do_what_i|do_things|be_careful|reflect|be_more .. $
        do better|my_best $
        {adv}? do|doing|done|take|taking .. better|steps|action|measures|whatever|necessary|something|what_i_can|what_is_needed|what_it_takes $
        work|working on myself|it|things|that|this|me|my_issues $
        learn|learned|learnt|grow|grown|growing|learning from|a_lot|so_much|as|my|this|a_lesson .. $
        i {adv}? take|accept|own|bear|acknowledge|assume .. responsibility|blame|my_mistakes|my_part|my_share|my_role|my_actions|it|up|accountability .. for|in|of? .. my_part|my_role|anything|any|whatever|everything|all|this|that|it|my_actions|my_share|the_situation|how_things|what_happened|$
        i have|had my|some faults|flaws|part|role|share|issues|demons|regrets ..
        my actions|behavior|behaviour|conduct|words|mistakes|choices|attitude|part .. was|were|is|are|in|that|did|have|fell ... wrong|unacceptable|inappropriate|not_ok|not_okay|bad|regrettable|unfortunate|poor|hurtful|all_of_this|all_this|this|not_right|harmful|short|not_good|disappointing
        certain|some|various|several|many|a_few things|actions|behaviors|behaviours|words|comments|mistakes|matters|issues|stuff|choices|moments|situations .. {sorry}|happened|were|i|that|which|$
        regrets about|that|i|$
        if i|we {adv}? could go|do|turn|take ..
        turn back|the_clock
        you know what|why|the i|it|rest|this|am ..
        i know what i did
        and|or so|all|everything|such|that|so_on|stuff|etc on|else|that|stuff|$
        etc|whatnot|yadda
        the|what things|wrong|bad|stuff i {adv}? did|have_done|said|caused|may|put
        for all|any|whatever|everything|anything|what the|i|of|that|pain|trouble|harm ...
        {sorry} for the|any|all trouble|pain|harm|inconvenience|hurt|mess|grief|disruption|upset|distress|damage ..
        for any|all_the trouble|pain|harm|inconvenience|hurt|mess|grief|disruption|upset|distress|damage ..
        anything|everything|whatever|something|things|stuff i|we {adv}? did|have_done|said|may|might|caused|have_caused
        wrongs|wrong|hurt|harm|pain i {adv}? have|caused|did|may ..
        did wrong|bad|something|things
        i|we {adv}? {adv}? was|were|have_been|had_been|been|behaved|acted|handled {adv}? {adv}? wrong|bad|a_bad|not_good|badly|poorly|inappropriately|unprofessionally|terribly|out_of_line|at_fault|imperfect|a_jerk|an_idiot|stupid|an_ass|a_fool|awful|horrible|a_terrible|wrongly|immature|it|things|that|this .. friend|comrade|person|$|badly|poorly|wrong
        i regret|am_ashamed_of|am_not_proud_of|feel_bad_about .. my|some|how|what|that|the|things|certain .. actions|behavior|choices|conduct|past|part|decisions|things|mistakes|happened|did|acted|behaved|way_i|words $
        mistakes|errors|wrong|harm have|has been
        my bad
        oops|whoops
        a better person|man|comrade|friend|ally|version|me|human|future $
        i .. have|might_have|may_have|did|has {adv}? hurt|harmed|wronged|failed|disappointed|upset|let_down people|others|many|some|everyone|somebody|someone|several|folks $
        i|we made|make mistakes|mistake|errors like|as|too|along everyone|everybody|anyone|all|we_all|us_all|any
        own|owning|face|facing|admit my|up_to? stuff|things|shit|mistakes|part|baggage|demons $
        regret things|stuff|a_few|some|a_lot|certain ..
        i am {adv}? a? work in progress
        not|never .. at my best
        i have regrets|some_regrets|my_regrets
        things|a_lot|much|stuff|issues to work_on|learn|improve|change $
      `,
      not: `
        for|about|of .. !everything !anything !something !nothing *ing !to .. you|your|the|a|my|in|at|that|on|without|to|from|while|when|over|and
        when|where|because|by|after i|my|*ing|you|the
        that|how i {adv}? !was|were|am|feel|felt|made|did|hurt|caused|acted|behaved {act}
        i {adv}? {adv}? !{stative} !apologiz*|said_sorry|failed|messed|screwed|acted|behaved|handled|caused|harmed|wronged|disappointed|fucked|dropped|learned|decided|did|made|offended|disappointed|slipped|blew|fell|let|hurt|said_things|said_some|have {act} !it !that_i
        not|never ... enough|sorry_for_everything|just
        by *ing
        i will|am_going_to ... by|every|each|on_monday|on_tuesday|on_wednesday|on_thursday|on_friday|on_saturday|on_sunday|until|before|first|pay|return|tell|step|meet|ask|leave ....
        what i did at|to|with|in|on|when|that
        not|never .. vague|general|everything
        mistakes|mistake|errors|error .. in|with|on the accounts|minutes|list|budget|books|rota|account
        my|the .. part|role|share in .. *ing|spreading|that|the
        all of your|the_money|the_notes|the_hours|the_keys
        all the money|hours|notes|photos|copies|posts|messages|people
        this|that|the .. group|list|letter|week|month|post|message|photo .. i
        everything i owe|borrowed|took|broke
        it was wrong|my
      `,
    },
    {
      on: `
        {sorry} .. for|about everything|all|all_that|anything|whatever|any_of_what i|we|that_i|you .. put|caused|did|made|have_done|have_caused|have_put|may ..
      `,
    },
  ],
}
