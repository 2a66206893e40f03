import type { HintRules } from './rule.ts'

/** The second half of the English patterns. */
export const englishMore: HintRules = {
  BLAME: [
    {
      on: `
        you|they {adv}? made|make|forced|force|drove|pushed|provoked|provoke|triggered|cornered|led|baited|goaded|tempted|dared|pressured|caused|got|had|left|gave me|us .. !a !tea !coffee !food !money !your !the_keys !time !two !three !many !another !chances !trust
        you pushed|pressed|know|knew exactly|just|my|which|how|what .. button|buttons|to|i|me|i_get
        you know|knew|know_perfectly|knew_perfectly {adv}? how|what|that|i .. i|like|get|am|me|you_did|you_said|you_were|my_temper|would
        {adv}? too|so|over|overly|very|extra|a_bit|a_little|really|super|hyper|being|that|pretty|quite sensitive|dramatic|emotional|touchy|thin-skinned|fragile|delicate|defensive|demanding|difficult|needy|hysterical|oversensitive|paranoid|intense|offended|soft|harsh_on_me|hard_on_me|critical
        easily offended|hurt|upset
        oversensitive|overreact*|hypersensitive|hysterical|thin-skinned
        you .. take|took|taking|takes .. things|everything|it|that|me|my .. personally|hard|wrong|badly|literally|seriously|way|out_of_context
        if|only you|they|she|he had ....
        if you {adv}? did_not|were_not|could_not|would_not|could|just|have_not|were_more|were_less ... !want !like !prefer
        had you {adv}? told|not|been|said|asked|come|spoken|listened|answered|let|done|only|just|warned|explained|given|replied|shown|waited
        unless you had
        if it were|was|had not|been for|not ..
        you !never {adv}? should|could|might|ought|needed|need {adv}? not? {adv}? have|to|not_have !had !been_able !been_safe !been_told !been_heard !been_paid !been_asked !been_consulted !been_the !been_given !been_credited !been_listened !been_protected !been_believed !been_treated !been_warned !been_left !been_included !gotten !felt !feel !to_be !to_have !to_tell_me_anything ..
        you {adv}? bear|carry|share|had|played|play .. part|blame|role|hand|responsibility|share
        you {adv}? were|are|are_not|were_not {adv}? {adv}? partly|also|to_blame|at_fault|not_innocent|innocent|perfect|blameless|no_saint|no_angel|a_saint|an_angel|guilty|responsible|without_fault|faultless|exactly
        you also|too|both|yourself|are_also|were_also !lost !had_to !deserve !deserved !asked !told !paid !missed !carried !needed !trusted !gave !covered !have_a_right !have_the_right !warned !did_the !worked !stopped !stayed !said_no !said_stop !said_that !left !wanted !felt ..
        you .. did|said|do|say|made|make|were|are|have|yelled|shouted|interrupted|lied|lie|interrupt|hurt|made_mistakes|went ... too $
        you .. did|said|do|say|made|make|were|are|have|yelled|shouted|interrupted|lied|lie|interrupt|hurt|made_mistakes|went .. as_well|also|yourself|equally|the_same|just_as|same_thing|back|things_too|both
        so did|were|do|are|have you
        both|each|either of us
        the two of us
        both|two sides|parties|people .. made|are|were|did|said|lost|have|share|should
        we|us|both|all|each|everyone|everybody .. made|had|have|said|did|do|are|were|played|share|got|contributed|could|hurt|lost|bear .. mistakes|part|role|our_part|responsible|to_blame|things|same|temper|tempers|at_fault|better|blame|responsibility|each_other|a_hand
        takes|is|was|there|are|were .. two to|sides|people|stories|of_us|versions
        mutual|two-way|two-sided|both_ways|both_sides|each_other's
        {adv}? partly|partially|half|in_part|equally|also your|yours|on_you|you
        your fault|part|share|role|attitude|behavior|behaviour|provocation|doing|reaction|overreaction|problem|choice_to|tone|own_fault|own_doing|own_actions|own_behavior|insecurities|jealousy|sensitivity|stubbornness|lack|constant|nagging|refusal|failure|expectations|interpretation|misunderstanding .. was|is|in|made|did|to|of|had|has|did_not|does|caused|towards|toward|too|as_well|provoked|played|that|set|$
        it was|is {adv}? your|you_who ..
        you|they .. misunderstood|misread|misheard|misinterpreted|twisted|misconstrued|distorted|got_it_wrong|got_me_wrong|read_too_much|reading_too|heard_what_you|took_it_the|missed_the_point|did_not_get_the|turned_it|jumped_to|exaggerated|assumed_the
        you never|not|did_not|had_not|have_not|would_not|were_not|refused|failed {adv}? told|said|tell|say|listened|listen|asked|ask|mentioned|mention|gave|give|let|spoke|speak|complained|complain|explained|explain|warned|warn|tried|try|answer|answered|respect|respected|to_listen|to_tell|to_talk|to_answer|wanted_to|come_to|came_to|communicate|communicated|make|made|object|objected|help|helped|set|bother|stop_me|stopped_me|clear|show|exactly|honest|easy|bring
        you let_me|let_it|let_this|let_that|let_him|let_them_think|let_things|let_yourself|allowed|encouraged|invited|led|egged|tempted|asked_for|were_asking|went_along|played_along|wanted_it|wanted_this|signed_up|agreed_to_it|chose_to_stay|chose_to_be|chose_to_take|chose_to_read|laughed_too|laughed_along|seemed_fine|seemed_ok|seemed_okay|seemed_to_like|seemed_to_enjoy|looked_fine|did_nothing_to_stop|did_not_seem|were_laughing|laughed_at_it|enjoyed ..
        because you|of_your|of_you|of_how_you|of_what_you|of_the_way_you {yourBad}|attitude|tone|behavior|behaviour|nagging|jealousy|constant|said|did|treated|acted|reaction|spoke|talked|yelling|shouting|mistakes|complaints|lies|lied
        when|after|the_way|since|as|once|until|whenever you .. provoke*|push*|yell*|shout*|insult*|attack*|nag*|keep|kept|start*|act|acted|lie*|refuse*|ignore*|criticiz*|raise*|talk_to_me|spoke_to_me|speak_to_me|treated_me|looked_at_me|came_at_me|what_you_did|humiliated_me|got_in_my|get_like_that
        after everything|all|what|how you did|said|have|had|put
        after everything|all i|we have|did
        you|your .. started|began|start|the_one_who|the_first|provoked .. it|this|that|the|who|to|me|when
        you did|have|brought .. it|this|that .. yourself|on_yourself|to_me
        you are|were|have_been|can_be {adv}? {adv}? impossible|unreasonable|difficult|not_easy|ungrateful|jealous|bitter|looking_for|trying_to_hurt|too_much|lying|making_things|punishing|overthinking|paranoid|being|not_the_easiest|hard_to|difficult_to|the_one_who_started|the_one_who_made|not_listening|turning|refusing|always|never|hostile|stubborn|cold|controlling|rude|aggressive|provoking|attacking
        you .. have|need|must|should|has .. admit|understand|see|realize|look|ask_yourself|consider|accept|remember|take .. that|it|your|yourself|at|how|what|i|where|some|responsibility
        what|how did|do|would|could|else you expect*|think|want_me|do_if
        ask yourself
        look at|in yourself|the_mirror|your_own
        anyone|anybody|any_person|most_people|a_saint|no_one|nobody|everyone .. would|could|else .. react*|lost|snapped|done_the_same|do_the_same|said_the_same|stand|put_up|felt|been
        i|we|it|this|that|none|nothing would|might .. not|never|have .. if|unless|without you|your
        i .. only|just|simply .. because|react*|respond*|defend*|answer* ....
        i reacted|responded|was_reacting|was_responding|answered|defended|was_defending to|because|the_way|like|in|after|myself ..
        in response|reaction|answer to what|your|you|the
        someone|somebody had_to|has_to|needed_to .. stand_up|tell_you|stop_you|say_it
        !not_provoked i_was|felt|got|being|was_being provoked|goaded|baited
        if you are|were honest|going
        you of all
        you always|constantly .. !asked !wanted !agreed !deserved !trusted !did_anything !consented !gave !knew !chose !said_yes !owed !lied !did_the !had_to !raised !came_late !been ..
        some of this|it|that .. you|your|yours
        own|your own|side|actions|behavior part|of|mistakes|behavior|role|contribution|too|as_well|were|was ..
        it is|was|would {adv}? hard|difficult|impossible|not_easy to .. with|around you
        your words|comments|message|email|post|accusation|accusations|version|complaint|story .. hurt_me|hurt_too|hurt|made_me|destroyed|ruined|were_cruel|were_also|were_harsh|were_not_kind|provoked|pushed_me|cut_deep ..
        what|things about you|your|what_you|how_you .. ?|did|said|to_me|part|share
        you .. read|reading|made|making|saw|see|heard|blew|turned .. into|more|something|things|it_up|that_was_not|out_of
        you|they .. twisted|twist|turned|weaponized|used .. words|me|against
        you|she|he|they wanted|chose|decided to .. see|think|believe|hear|take|be|feel|read|make|turn .. worst|it|offended|that_way|upset|hurt|personally|this
        one|a|single|simple word|call|message|sign|question from_you|would .. ..
        not everyone|everybody|anyone_else would|makes|reacts|takes ..
        others|other_people|most_people|nobody_else|no_one_else|anyone_else would|did|have|had|was|were|reacted|took|saw|complained|minded .. fuss|not|fine|laughed|differently|offended|complain*|mind*|react*|problem|upset|that_way|made
        we|you|both|all .. both|all|each should|need|ought|must|could|have_to|owe .. apolog*|sorry|look|think|change|own|say
        on|to_do_with you|your as_well|too|also|side
        calmer|stronger|kinder|bigger|different|reasonable|normal|mature|more_patient|better person|people|woman|man|friend would|might|could|takes|laughs|does ..
        you .. did|had|have|got what you|your
        i|we .. wish|hoped|expected|would_have_liked .. you had|would|could|to_have|to_come|to_tell
        if|had people|others|anyone|somebody|someone|they|everyone|the_group .. been|had|told|said|listened|helped ....
        you {adv}? did|would|have not {adv}? give|let|leave|allow|offer|grant|listen|hear|try|help me|us|to_me ..
        if you would {adv}? *ed|said|told|come|been|let|left|spoken|given|gone|done
        not the only|sole one|person ..
        you|they {adv}? are|were|keep|kept {adv}? twisting|distorting|misreading|misinterpreting|exaggerating|inventing|imagining|overthinking|playing|acting ..
        you .. as_much_as i|me
        look at how|what you|your ..
        you would|might have done the same
        you bring|brought|bringing out ..
        you do|did not|never {adv}? make|made it easy
      `,
      not: `
        because you|they {adv}? trusted|needed|asked_me_to_stop|are|believed|depended|were_new|were_alone|relied|had_no_one|could_not_leave|could_not_see|would_not_find|said_no|spoke_up|told_the_truth|disagreed|knew|did_better|were_better
        you .. should|could never|not? have had|to ...
        you should|could not|never have
        you should|could|ought .. have|to .. been|be|had|felt|able .. able|safe|told|heard|paid|asked|consulted|credited|protected|listened|welcome|a_choice|a_say|credit|treasurer|first|the_one
        your .. fault|doing|choice|job|responsibility|mistake .. not|never
        not|never|nothing|none|neither|no|was_not|is_not ... your|you .. fault|responsible|doing|job|part|to_blame|did|burden|deserved|deserve|asked_for
        not because|about ..
        not .. too|so|over* .. sensitive|dramatic|emotional
        you were|are not too|over*|so|the_problem|wrong|to_blame|responsible|exaggerating|dramatic|difficult|imagining
        you|they never|not|did_not .. asked_for|ask_for|ask_to|asked_to|agreed|agree|consented|consent|chose|choose|deserved|deserve|owed|owe|caused|cause|provoked|provoke|did_anything|do_anything|made_me|make_me|wanted|want|started|start|have_to|had_to|misread|misunderstood|overreacted
        you did not make|force|ask|want|cause|start|need|overreact|misunderstand|misread|do_anything|deserve|push|provoke|exaggerate
        nobody|no_one|nothing .. made|forced .. me
        {adv}? i blamed|blame_shifted|accused|called|treated|acted_as|pretended|made_you_feel|made_you|made_it ...  you|it|that|as ....
        i made you
        you .. right|reason|reasons to
        you {adv}? could|should|would_have not? been|have .. because|when|while|since i ....
        that|this|it|what_i_did is|was {adv}? not? on_me|about|mine|not_on_you|for_me
        made|makes it|that .. your|you .. problem|job|work|carry|responsible
        if you want|choose|prefer|ever|decide|need|like
        you should not
        i let|left|put|took|used|made|read|wrote|shared|mocked ... your ..
        whatever|no_matter_what|regardless you|of ..
        your part|share|role of_the|in_the_work|in_organizing|in_the_project
        i knew you|that ....
        you were {adv}? too scared|afraid|frightened|sick|tired|hurt|young|ashamed|exhausted|shaken|ill
      `,
    },
  ],
  FEELSHIFT: [
    {
      on: `
        {sorry}|sad|saddens|unfortunate|unfortunately|shame|pity|pains|hate|too_bad|sucks|bad .. that?|if?|when?|to_hear|to_learn|how you|some|people|anyone|they|she|he|members|everyone|others|certain|those|somebody|someone|the_group|it|this|that|my_* ... feel*|felt|are|were|was|got|get|took|take|taking|taken|see|saw|seen|view|find|found|perceive*|experience*|interpret*|thought|think|believe*|react*|ended_up|became|became_so|received|heard|read .. {feeling}|way|personally|badly|wrong|wrongly|as|so|it|this|that|my_words|offence|offense|negatively|hard|like
        {sorry} .. that? you|you_all|some|people|they|some_of_you|anyone|members {adv}? feel*|felt|are|were|got|took|find|found|see|saw|ended_up|had_a|had_such|had_to_feel|had_to_hear|had_to_experience|experienced|interpreted|perceived|think|thought|misunderstood|misread ..
        {sorry} for|about|over .. how|the_way|what you|it|that|this|people|some|my_* {adv}? feel*|felt|are_feeling|were_feeling|affected|landed|made|took|reacted|perceived|see|saw|came|sounded|experienced|interpreted|received|was_received|was_taken
        {sorry} for|about|over your|the|any|people's|everyone's|their .. feelings|feeling|hurt|pain|distress|reaction|upset|discomfort|sadness|anger|disappointment|suffering|perception|emotions|offense|offence|experience
        {sorry} .. it|this|that|my_words|my_comment|my_comments|my_joke|my_tone|what_i_said|the_joke|the_post|the_message|the_comment {adv}? upset|bothered|bothers|upsets|offended|offends|hurt|hurts|affected|affects|came_across|came_off|landed|made|was_taken|was_received|was_perceived|sounded|seemed|struck|felt|feels|touched_a|triggered|has_upset|has_hurt
        {sorry} .. offense|offence|umbrage|feelings|hurt_feelings was|were|is|got taken|hurt|caused|bruised
        {sorry} to hear|learn|see that|you|how|about|of ..
        i|we .. understand|hear|respect|see|acknowledge|appreciate|recognize|accept|get|realize|note|sympathize|know that? you|some|people|they|some_of_you|this|it|my_* .. feel|feel_*|felt|are|were|are_upset|see_it|took|take|may_feel|might|perceive*|experience*|interpret*|upset|made|find|found|think|believe .. {feeling}|that|differently|as|this|it|way|like|the|personally|betrayed
        you|they|people|some|she {adv}? took|take|taken|interpreted|perceived|received|heard|read|experienced|saw|see .. it|this|that|them|my|the_joke|what .. that|the_wrong|as|so|differently|this|a_certain|like|in way|badly|personally|an_attack|an_insult|criticism|hard|seriously|differently|offense|hostile|aggression|such|that|a
        how|the_way|that you|people|some|they|it .. perceived|interpreted|experienced|received|took|chose_to_see|choose_to_see|choose_to_feel|chose_to_take|chose_to_interpret
        you|people|some|they .. choose|chose|decided|prefer|wanted to .. feel|take|see|be|hear|interpret
        feelings|people|some|someone|egos were|was|got .. hurt|upset|bruised|offended
        your|their|people's perception|interpretation|impression|reading|sensitivity|sensitivities|feelings are|is|was|were|of ..
        you|people|some|they feel|felt|are_feeling|were_feeling .. {feeling} .... {sorry}|regret*|unfortunate|shame|sad|pity
        my .. heart|sympathy|sympathies|thoughts .. go|goes|is|are ..
        it|that saddens|grieves|pains|hurts|breaks|distresses me|my .. that|to|how ..
        you|they|people feel that_way|this_way|like_that
        you|they .. took|take offense|offence|umbrage
        i wish you|they did_not|had_not|would_not|could|felt|were_not ..
        you|they|people are|were .. so|this|that|such hurt|upset|offended|angry|sad
        entitled|allowed|right to .. feel|your_feelings
        your feelings are
        this|that|it|my_words|what_i_said|my_comment .. landed|hit|felt|feels|sits|struck|came_across .. hard|badly|that_way|differently|for_you|with_you|you|as
        your disappointment|anger|hurt|pain|reaction|sadness|frustration|upset|distress|discomfort|response|view .. is|was|are understandable|valid|real|noted|natural|strong|unfortunate|a_surprise|heard
        {sorry} .. that? some|several|many|a_few|certain|other|our|the .. upset|offended|hurt|uncomfortable|distressed|unhappy|angry|disappointed|bothered
        never|not .. knew|know|thought|think|expected|expect|imagined|realize|guess .. you|it|people|anyone|they .. feel|felt|take|took|mind|react*|upset|hurt|bother*|offend*|see ..
        sad|shame|pity|unfortunate|hard|hurts|wish that? you|people|they can|could|do|did|will|would not .. see|look|understand|let|get|accept|take
        {sorry} .. you feel|felt|are|were .. {feeling} by|because_of|about|over my|the|what|it|this
        you {adv}? seem|look|sound|appear .. {feeling}
        i can|could {adv}? see|tell|sense|feel that? you {adv}? are|were|feel|felt ..
        whatever|however you feel|are_feeling ..
        i {adv}? understand|see|hear|get|recognize|realize|acknowledge that? it|this|that {adv}? was|is|has_been|must|felt|may .. for|to you
      `,
      not: `
        because|when|since|after|while|as|by i|we|my|of_me|of_my|of_what_i
        because of what|how|something i
        i made you|people|them|her|him
        that|for|about|what|how i {adv}? !feel|felt|was|am|heard|know|think {act}
        for {adv}? *ing ....
        by {adv}? my|what_i|the_way_i|*ing
        what|how|things i {adv}? did|said|wrote|posted|shared|spoke|took
        i understand|see|know|get|hear|accept|respect why ..
      `,
    },
    {
      on: `
        {sorry} .. that? you feel|are .. {feeling} by|about|over my|the|it|this ..
      `,
    },
  ],
  INTENT: [
    {
      on: `
        i|we|it|that|this|words|joke|comment|comments|^|, {adv}? did|do|was|were|have|had|is? {adv}? never|not|no|hardly {adv}? mean|meant|intend|intended|set_out|wanted|want|wish|wished|meaning|intending|trying|looking|aim|aimed|seeking|plan|planned|try {adv}? to|any|for|it_to|it_that|it_as|anything|harm|you|you_to|that|this|this_to|the|for_it|for_you|for_this|anyone|badly|ill|bad|in|to_be|a|by|offense|offence|disrespect
        not|no|was_never|never|hardly !about .. !about my|our|the|an|any|ill|bad|malicious|harmful|evil|such? intention|intent|intentions|goal|aim|purpose|plan|wish|desire|idea|malice|objective|motive
        without {adv}? intend*|mean*|any|ill|bad|malice|thinking|wanting|realizing|the_intention|knowing
        unintentional*|unintended|inadvertent*|unknowingly|unwittingly|accidental*|not_on_purpose|not_deliberate*
        by accident|mistake_and_not
        was|were|is|had|did .. not|never .. on_purpose|deliberate*|intentional*|intended|personal|meant|malicious*|out_of_malice|aimed_at|directed_at|premeditated|with_malice|calculated
        nothing personal|malicious|against|but_love|but_respect|but_the_best
        with|had|have|from|out_of|were|was|in .. good|best|noblest|purest|better intention*|faith|intent|interest*|of_intentions|will|motive*|heart|reason*|cause|place
        best of intentions
        my intentions|intention|intent|heart|motives|aim|goal|motive|only_thought|only_goal|only_aim|conscience|purpose|only_wish|idea|thinking|concern .. was|were|is|are|has|have ..
        i meant|mean {adv}? well|no|it_well|it_as|it_kindly|good|only|the_best|to_help|to_be|it_in|for_the|something_else|something_different
        meant as|to_be|well|in|for|kindly|no_harm|no_offense|no_disrespect|no_offence|no_ill
        i .. was|were|am|have_been|tried|am_only|am_just .. trying|attempting|hoping|working|looking|acting|doing|wanting|aiming ... to|out|for|in|my_best|what_i ..
        just|only|simply|merely|really|honestly|genuinely|always wanted|tried|hoped|aimed|intended|sought to|the|what|a|us|everyone|you|things|for|peace
        i {adv}? {adv}? wanted|tried|hoped|aimed|intended|set_out|sought to? {adv}? help|protect|support|make|be|do|keep|save|give|encourage|include|show|cheer|motivate|defend|explain|bring|fix|share|teach|warn|look_after|care|lighten|joke|improve|avoid|prevent|calm|clear|solve|what_was|what_is|the_best|everyone|you_to|us_to|us_all|things|nothing|only|good
        {adv}? all|the_only_thing|everything i {adv}? {adv}? wanted|tried|did|hoped|meant|intended was|for|to|out|because ..
        i|it|that|this .. did|said|acted|came|comes|spoke|was|made|doing|was_done|done .. out_of|for|from|with|in a? ? place|love|concern|care|passion|the_good|your_good|your_own|the_group|the_cause|the_movement|the_best|everyone|commitment|kindness|good|loyalty|enthusiasm|friendship|solidarity|the_sake|a_place
        for|in your own? good|best|sake|benefit|interest|interests|safety
        not|never {adv}? {adv}? the|that|a|an|some|any|this kind|sort|type of|person|man|woman ....
        not|never|am .. {adv}? a|an {adv}? racist|sexist|bad|violent|abusive|monster|homophobe|homophobic|transphobe|transphobic|misogynist|bully|liar|thief|cruel|hateful|aggressive|mean|bigot|evil|malicious|selfish|predator|dishonest|villain|vindictive|unkind|criminal|terrible|horrible person|one|man|woman|bone|anything|$
        not who|what|like|how|really i_am|me|i_want
        not {adv}? me|myself .. at_all|talking|$
        not|never have|had .. a ... bone
        i would|could never|not|no_way|hardly {adv}? do|hurt|harm|want|say|mean|wish|dream|think|intend|knowingly|deliberately|intentionally|consciously|lie|steal|touch|lay|hit|disrespect|treat|try|act|let|betray ..
        anyone|anybody|everyone|people|those|you who|that|all? know|knows me|who ..
        you know|knew me|that_i|i_would|i_am_not|i_care|i_love|i_have_always|how_much_i|my_heart|i_never ..
        deep down ,? i|you|we
        i am|was|consider|see|have_always_been|try_to_be|like_to_think .. a|an|myself .. good|decent|kind|nice|caring|respectful|feminist|ally|loving|honest|peaceful|anti-racist|antiracist|gentle|fair|committed|generous|loyal|supporter|as ..
        ask anyone|anybody|around|my
        i have always|spent|given|dedicated|fought|stood|devoted|been|supported|worked|respected|been_there ... ally|supported|fought|stood|cared|respected|movement|cause|community|years|women|life|defended|everything|rights|treated|equality|side|there_for
        i .. care|cared|love|loved|respect|respected|admire|value|valued .. about|you|this|the|for|people|our .. group|movement|so_much|too_much|deeply|work|deeply|people|you|a_lot|everyone|cause ..
        some|half|many|most|all|one of my best|closest|friends|friend ..
        i did it|this|that|so|what_i_did because i {adv}? care*|love*|want*|believe*|thought|felt|was_trying|was_worried
        i {adv}? thought|believed|assumed|figured|felt {adv}? it|that|i|you|we|this|they .. would|was|were|might|helping|right|best|needed|doing|friends|funny|fine|okay|ok|joke|liked|wanted|knew|agreed|welcome|harmless ..
        i {adv}? had|have|did|was|were {adv}? no|not {adv}? idea|realize|know|aware|notice|see|clue|understand|imagine|think|realise|thinking|suspect|expect|way_of_knowing ....
        my only|sole|real|main|whole|true|original ..
        the intention|intent|idea|purpose|aim|goal was|behind ..
        i acted|spoke|wrote|did_it|did_this|did_what|said_it|made_that .. in|with|from|out_of|for|what|because|to ... good|best|love|faith|heart|conscience|belief|thought|believed|protect|help|care|thinking|passion|right|concern
        jokingly|affectionately|in_jest|with_affection|lovingly|playfully|as_a_compliment|a_compliment|as_a_joke|as_a_friend|as_praise
        my way|style of|is|was .. showing|caring|helping|being_friendly|love|affection|saying
        i was|am {adv}? helping|protecting|defending|supporting|looking_out|thinking_of|concerned|worried_about ..
        i {adv}? try|tried|do_try|always_try to {adv}? be|treat|do|help|make|keep|listen ..
        i hope|think|trust you {adv}? know|see|understand|believe that|i|my|how ....
        i am|was|have_never_been not|never ... racist|sexist|abuser|liar|thief|bully|bigot|homophobic|transphobic|violent|monster|bad|cruel
        i .. just|only|simply|merely|always|really wanted|hoped|tried|meant|aimed|intended|wished ..
        vouch|speak for|to me|my
        i .. was|am being protective|honest|kind|friendly|helpful|supportive|playful|generous|nice|realistic|careful|polite|cautious
        it|that|this was|is|has_been a|an|pure|total|all complete|pure|total|honest? accident
        was|by an? accident
        i have|know many|several|lots|plenty|a_lot .. friends|comrades ..
        raised|brought_up|taught|grew_up to respect|treat|help|be|value|honor
        you|they {adv}? know|knew|understand what|how|that i {adv}? meant|feel_about|care|was_trying|wanted
        because|since i {adv}? like|love|care|respect|trust|admire|wanted_to you|her|him|about|the|this|help|protect
        i have|grew_up_with|live_with|was_raised_by {adv}? .. daughter|daughters|sister|sisters|wife|mother|sons|gay|black|muslim|immigrant|friends .. , so|and i
        always .. had|have|got your|everyone's back
        on the|your same? side
        i|we {adv}? have|had {adv}? done so_much|a_lot|everything|more_than|all for ..
        why would|should i ever? want|hurt|do|harm|lie ..
        no reason to hurt|harm|lie|want
        for the {adv}? cause|movement|struggle|good_of|sake_of|group's|team's
        brought|raised up? better|that_way|like_that
      `,
      not: `
        does_not|did_not|do_not|doesnt|cannot|can_not|will_not|never|no .. change*|undo*|erase*|excuse*|matter*|lessen*|make_it|justify|reduce|make_up|take_away|protect_you|help_you|help_with
        what|whatever i .. meant|intended|wanted|thought .. is|does|did|was .. not|less|beside
        whatever|no_matter_what|regardless_of_what|however|whether_or_not i|my ..
        not .. mean|meant it|my .. apology|sorry|word|when
        meant it|what|every|that_apology
        but|and|still|yet i {adv}? did|hurt|scared|harmed|knew|caused|broke
        but|and|still|yet it|that|the_harm {adv}? did|hurt|scared|harmed|is_the_same|was_the_same|is_real|was_real
        not .. matter*|enough|the_point|what_counts
        i|was|were|only|just|really|had|and trying|tried|wanted|meant|intended|attempting|aiming|looking to {adv}? protect_my*|save_my*|look|hide|win|get|hurt|scare|silence|control|keep_my*|keep_the|be_in|be_the|be_seen|avoid|shut|make_you_feel_small|punish|embarrass|humiliate|impress|take|have|cover|push|beat|prove|make_you|stay|repair|make_it_right|make_this_right|own|say|sound|appear|seem|turn|shame|exclude|defend_my*|feel_important
        i|only|just|and wanted|want the|all_the|people_to|everyone_to|to_be credit|money|attention|applause|power|control|last|job|role|post|praise|spotlight
        i will never|not
        i do not want|wish|intend|expect|plan .. to|you ... excuse|explain|ask|repeat|make|minimize|hide|pretend|use|put_this|reply|answer|carry
        not trying to excuse|explain|justify|make|get
        asked|told .. never|not ..
        i never|did_not .. wanted|want .. admit|hear|listen|know|see|share|face|look|pay|ask
        not|no .. know|realize|see|idea|understand .. then|now|because|until|before .. did_not|never|i
        because|since i did_not|never|chose|refused .. ask*|listen*|look*|check*|bother*|want|care
        thought i|my .. knew|better|above|deserved|more|did_not|entitled|get_away|could|had_the_right|mattered|was_above|was_right|was_more|comfort|job|role|time|idea
        assumed|thought|believed .. without|instead asking|of_asking ..
        not|never .. ask|asked|asking
        i had no right|business|reason|excuse
        i knew
        i have spent|been|worked .. talking|learning|reading|meeting|listening|working_with
        no longer
        i .. want you|the|to know|hear|pay|repay|stop|do|learn|change|make|repair|be_clear|say
        no|not|never|hardly an|no? accident
        about my intentions|intention|intent
        so that? i|nobody|no_one could|would|can|might
        not want to .. lose|hear|see|know|share|pay|admit|face|be_seen|look
        so i ....  you
        nothing|never about your|you
        wanted|want people|others|everyone|them|you to feel sorry|pity|small|guilty|bad|afraid|ashamed
        not .. on your side
      `,
    },
  ],
  SELF: [
    {
      on: `
        {adv}? hard|difficult|painful|tough|rough|stressful|exhausting|devastating|traumatic|humiliating|horrible|terrible|awful|brutal|nightmare|hell|agony|torture|not_easy|a_lot|shock|heavy|traumatizing|embarrassing|unbearable|a_blow|tormenting for|on|to me|my|us|take|bear|handle|hear_what_people .. !to_say ..
        i {adv}? {adv}? feel|felt|am_feeling|have_felt|have_been_feeling|feeling {adv}? {adv}? terrible|awful|horrible|like|sick|guilty|bad|broken|lost|devastated|miserable|ashamed|depressed|heartbroken|attacked|judged|alone|worthless|crushed|rotten|lousy|destroyed|persecuted|betrayed|targeted|hated|misunderstood|humiliated|abandoned|punished|isolated|excluded|hurt|empty|small|unwelcome|unsafe|cancelled|canceled|rejected|exposed|so ..
        i am {adv}? {adv}? !the_one_who_must devastated|heartbroken|destroyed|miserable|depressed|broken|suffering|hurting|crying|sick_about|sick_over|exhausted|drowning|falling|in_pain|in_tears|struggling|grieving|losing|being|lost|shattered|tormented|mortified|not_okay|not_ok|not_sleeping|not_eating|hurt|haunted|crushed|wrecked|a_mess|at_my|beside|the_one|also|alone|isolated|anxious|traumatized|a_victim|the_victim|hated
        i have|had|did {adv}? been|lost|suffered|paid|cried|gone|not|hardly|barely|spent|endured|borne|lived|had ... suffering|crying|punished|depressed|sleep|friends|everything|enough|through|price|slept|eaten|hell|nights|stress|anxious|awake|a_lot|much|friend|job|my_*|weight|week|months|treated|sick|called|accused|cancelled|canceled|excluded|dearly|panic|therapy_because|destroyed|ostracized|miserable|badly|guilt|shame|pain
        i|we .. lost|lose|am_losing|might_lose|may_lose|could_lose .. everything|friends|friend|job|my_*|sleep|so_much|a_lot|weight|community|people|more_than|home|as_well|too
        i {adv}? cannot|can_not|could_not|can_hardly|can_barely|can_no_longer|do_not|hardly|barely|have_not {adv}? sleep|slept|eat|ate|live_with|forgive_myself|stop_crying|stop_thinking|concentrate|look_at_myself|look_in|go_on|bear|breathe|show_my|face|focus|take_much|take_any|take_this|work|leave|recognize
        i {adv}? hate|cry|cried|suffer|suffered|beat|torture|punish|despise|loathe|wake_up|lie_awake|break_down|broke_down ..
        my .. reputation|name|career|mental|life|standing|image|job|marriage|kids|children|family|partner|mother|friends|position|future|anxiety|depression|health|nerves|self-esteem|heart|work|relationship|wife|husband|work|world|good_name|dignity|place_in_the|stomach|sleep|years_of_work .... ruined|destroyed|damaged|suffer*|over|hurt|lost|gone|broken|wrecked|at_stake|on_the_line|affected|tarnished|worse|breaking|risk|apart|awful|smeared|dragged|paying|price|avoid*|stopped|leave|left|talking|look|sad|stained|hell|upside|bleeding|because_of_this|ashamed
        my reputation|mental_health|depression|anxiety|good_name|career|suffering|own_pain|own_trauma|tears|pain|nightmare|side_of|own_hurt
        this|it|the_whole_thing|all_of_this|everything|all_this !is_on_me !was_on_me !on_me .. has|is|cost|hurt|hurts|ruined|destroyed|broke|breaks|kills|killing|haunts|eats|eating|weighs|weighing|keeps|tears|tearing|broken|follow|affected|affects|taken|ruining|destroying|killed .. me|my|for_me|on_me|us
        i {adv}? am|was|have_been|become|feel_like|also {adv}? {adv}? a|an|the {adv}? victim|scapegoat|one_who_has|one_who_is|one_who_will|one_who_gets|one_who_lost|one_who_suffer*|one_who_cannot|one_suffering|one_paying|outcast|monster|villain|pariah|target|one_losing|bad_guy|one_left|other_victim|wreck|criminal|leper
        i|we {adv}? too|also|as_well {adv}? suffer*|hurt|hurting|have|am|was|lost|need|cried|feel|deserve|in_pain|went_through ..
        nobody|no_one|nobody_has|has_anyone|has_anybody|anyone|did_anyone {adv}? ask*|care*|think*|knows|understand*|check*|listen*|support*|consider* .. me|i|how_i|my|for_me|about_me
        what about me|my|what_i|how_i
        imagine|think|know|understand|see|consider|realize how|what|about|of how|what? {adv}? i|me|it_is|this_is|hard|bad|difficult|my ....
        you have|had no idea what|how .. i|me|this|hard|much
        cost me|us ..
        forgive|live_with|look_at|face|hate|blame|punish|beat myself|up
        people|everyone|they|friends|comrades|others|members|half_the|some|neighbors {adv}? {adv}? look|avoid|stare|whisper|ignore|stopped|will_not|do_not|treat|see|think|no_longer|cross|turned|call|talk|are_talking|are_treating|have_stopped|have_turned|judge|have_unfollowed|refuse .. at_me|me|talking_to|greeting|speak_to|like_i|like_a|as_if|against_me|about_me|my_back|on_me|the_street
        being|been|am|was|get|got {adv}? treated|called|cancelled|canceled|accused|shunned|isolated|judged|punished|ostracized|excluded|dragged|labeled|labelled|painted|persecuted|attacked|bullied|lynched|crucified|avoided|blamed|harassed|vilified
        a|the|my witch|living|own hunt|hell|nightmare|hell|cross
        i do_not|did_not|never deserve|deserved ..
        it|this|that|nothing breaks|kills|hurts|pains|destroys|wounds|burns|stings|torments me|my|more_than
        nobody|no_one|none .. more|harder|worse .. than me|i|myself
        harder|worse|tougher on|for me|myself ..
        i .. paid|paying|pay .. price|enough|dearly|for_this|consequences ..
        i|me .. scared|afraid|terrified|worried|fear|anxious .. of|about|that|to|for losing|what_people|what_will|my|everyone|i_will|being|what_this|the_consequences|lose
        i think about .. every|all|day|night ....
        so .. ashamed .. i|that_i cannot|can_not|can|do_not
        i need|needed|could_use .. support|care|help|healing|someone|comfort|compassion|empathy|time_to_heal|kindness too|now|as_well|here|to_heal|from_you|through|$
        it|this is not easy for|to ..
        i am {adv}? going through ..
        since|ever_since then|that|this|it ,? i ... cannot|can_not|have_not|not|nightmares|cry|sleep|life
        sleepless|panic|tears|nightmares|weight|guilt .. nights|attacks|me|on_my|i|is_eating|every_night
        i had|have|get|got nightmares|panic|a_breakdown|sleepless
        the|my|been|was .. worst|hardest|darkest|toughest|most_difficult|most_painful day|week|month|year|time|weeks|months|thing|period|moment|experience of|in|i my|have|life|for
        my kids|children|daughter|son|family|wife|husband|partner|mother|parents|friends|dog|mum|mom .. ask|asks|asked|stopped|suffer|suffers|cry|cries|cried|hurt|left|avoid|will|does|do|had|have|are|is|was ....
        what this|these|those|it|the_last .. did|do|has|have|is|are .. to me|us
        i .. no_one|nobody .. visits|calls|talks|speaks|comes|invites
        nobody|no_one|none|everyone|everybody {adv}? visits|calls|talks|speaks|comes|invites|wants|greets|looks|avoids|hates|thinks|left .. me|us|anymore|any_more|to_me
        i {adv}? have|was|had|am {adv}? cried|wept|hurt|wounded|harmed|suffered|affected|broken ..
        my {adv}? whole? {adv}? life|world|family|marriage|heart|reputation|future|mind .... fallen|pieces|upside|apart|broken|ruins|shattered|collapsed|over
        i {adv}? have|am|was {adv}? been? {adv}? stressed|anxious|sad|down|unwell|ill|low|sick|depressed|unhappy|scared|upset|afraid since|because_of_this|over_this|about_this|these_days|for_weeks|for_months|ever|by_this|after_what
        i .. punished|suffered|hurt|paid|humiliated|shamed enough|already|plenty|for_long
        i .. have|having|had|get|getting {adv}? nightmares|panic_attacks|flashbacks|anxiety_attacks|insomnia|breakdowns
        i .. do|can not recognize myself|who
        i .. have|lost .. kilos|pounds|weight|hair|appetite|sleep
        i .. stopped going|eating|sleeping|seeing|leaving|answering .. out|people|friends|well|the_house|to_meetings|$
        i am not the same
      `,
      not: `
        mine|my_own|me|my_job|myself to carry|hold|deal_with|work_on|handle|look_after|bear
        not .. yours|your|you|for_you .. job|to_carry|responsibility|burden|to_hear|to_hold|to_fix|problem|task|about_me|to_look
        not about me|my
        i {adv}? take|took|bring|brought|talk|share|work|carry .. that|this|it|my_feelings|them .. with|to .. my|a|sam|someone|other|people|friend|supporter|therapist|*
        ashamed|guilty|sick .. of|about|for|by what|how|the|my|having|who|*ing ... i|did|said|treated|acted|behavior|silence
        i .. lost|lose|broke .. your|my_temper|my_cool|control|the|it_and|the_key|your_trust
        for|to|on you|them|others|her|him|your
        i made|used|turned .. my .. about|to ....
        should|does not .. matter|count|your
        how hard|difficult|painful it|this .. you|was_for_you
        less|more than .. yours|your|you
        my .. pain|feelings|guilt|shame|tears .. not .. yours|your|the_point|what
        i know i have been|lost
        .. i {adv}? excluded|isolated|humiliated|judged|attacked you
        smaller|less you|than
        so|and i made|let|put|turned|took_it you|your|yours|it_on|on
        the one who must|should|did|ended|will
        not want to lose
        broke my promise|word|vow
        i was hurt|angry and|so i ....
      `,
    },
  ],
}
