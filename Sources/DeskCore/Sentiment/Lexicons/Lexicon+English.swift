extension LexiconSource {
  static let english = LexiconSource(
    name: "English", lanes: [.english],
    text: """
      3: amazing* awesome* brilliant* excellent* fantastic* incredible incredibly outstanding perfect*
      3: superb* wonderful* phenomenal* flawless* magnificent exceptional* stellar marvelous marvellous
      3 praise: bravo kudos lifesaver life_saver life_savers above_beyond hats_off well_done
      2.5 praise: love loved loving lovely best greatest recommend* impressed impressive impresses
      2.5 praise: thank thanks thankyou thx thnx tysm grateful gratitude appreciate* appreciated props
      2 praise: great good_job great_job nice_job good_work great_work big_up shoutout shout_out legend legends
      2: happy happier happily glad delighted delight* pleased pleasure enjoy* excited exciting joy thrilled
      2: beautiful* gorgeous stunning favorite favourite fave helpful kind kindness friendly polite
      2: courteous awesomeness win winning wins winner reliable satisfied satisfying seamless*
      1.5: good nice nicely cool sweet better improved improvement improving works_great solved
      1.5: resolved sorted fixed smooth smoothly easy easily quick quickly fast prompt promptly
      1.5: comfortable comfy clean professional efficient generous honest transparent cheers
      0.5: haha* lol lmao
      1.5: yay woohoo woo hooray wow hilarious funny congrats congratulations
      1.5: proud respect blessed hope* fun classy gem upgrade upgraded worth_it on_time thumbs_up
      3 praise: can't_thank cannot_thank cant_thank respect_to
      none: i'd_like would_like look_like looks_like feel_like feels_like
      1: safe fine ok okay decent fair works working_again like liked likes interesting back_up free_upgrade
      1: looking_forward can't_wait cant_wait no_worries not_bad no_complaints early cute smile* smiling
      1: finally_works finally_fixed welcome bonus deserve deserves appreciates trust trusted calm
      -3: worst terrible* horrible* horrendous awful* disgusting disgusted disgrace* disgraceful appalling*
      -3: atrocious abysmal pathetic* unacceptable inexcusable outrageous outrage* shameful horrid vile
      -3: hate hated hates hating nightmare* disaster* furious livid enraged despicable dreadful
      -3 issue: scam* fraud* stole stolen steal* theft thief robbed robbery ripoff rip_off ripped_off rip-off
      -2.5: never_again fuming angry anger pissed rage infuriat* disrespect* ridiculous* rubbish garbage
      -2.5: trash crap* shit* bullshit bs sucks suck sucked sucking useless worthless incompetent
      -2.5: incompetence joke clown* shambles fiasco debacle farce crook* liar liars lying lied lies
      -2.5 issue: broken broke boycott* overcharge* double_charged charged_twice stranded sue lawsuit
      -2 issue: cancel* cancelled canceled crash crashed crashes crashing delay* delayed fail failed fails failing
      -2 issue: failure* lost losing damaged stuck missed missing complain* complaint* glitch* bug bugs
      -2 issue: error* outage* unusable unresponsive not_work* isn't_work* isnt_work* doesn't_work
      -2 issue: doesnt_work won't_work wont_work don't_work stopped_working won't_load wont_load
      -2 issue: no_response no_reply no_answer no_one nobody_answer* no_help hung_up hangs_up ignored ignoring
      -2.5 issue: thieves robbers paid_twice billed_twice charged_two charged_three charged_3 charged_2
      -2 issue: vanished disappeared chaos meltdown app_down site_down system_down is_down are_down
      -2 issue: ignore leak leaked breach* hacked compromised unsafe dangerous down_again down_for
      -2: bad badly poor poorly unhelpful rude rudely arrogant disappoint* frustrat* annoy* unhappy upset
      -2: unfair wrong unprofessional careless dishonest misleading cheated cheat* shame shocking* shocked
      -2: sick_of tired_of fed_up had_enough give_up gave_up giving_up done_with lost_trust screw* wtf
      -2: smh ffs ugh worse worsen* nasty filthy dirty stupid dumb idiotic lousy miserable mess messed
      -2: cry crying tears heartbroken devastated ashamed embarrass* sad sadly scared scary terrified
      -1.5: disappointed sorry_excuse regret* avoid hassle pain painful confusing confused nonsense
      -1.5: problem* issue issues trouble* difficult* slow slower sluggish laggy lag late hours_late inconvenien*
      -1.5: unable refuse* refused reject* denied deny declined dead die died dying kill* hell damn
      -1.5: waste* wasted wasting expensive overpriced pricey greedy unreliable uncomfortable cramped cold_food
      -1.5: worry worried worrying concern* concerned nervous anxious stress* boring bored tired hurt hurts
      -1.5: excuses blame blamed threat* warning beware hopeless lack lacking mistake* unbelievable
      -1: alas unfortunately meh mediocre hmm ouch yikes noisy loud cold queue queues hell's no_way
      -1 issue: waiting waited wait hold on_hold nothing_works still_no still_not still_nothing still_waiting
      -1 issue: can't_log cant_log can't_login can't_book cant_book can't_check cant_check can't_get cant_get
      -1 issue: can't_access cannot_access won't_let wont_let doesn't_let logged_out locked_out kicked_out
      -1 issue: no_refund no_info no_information no_update no_updates no_explanation no_luggage
      -0.5 issue: refund* compensation chargeback reimburs* dispute* overdue twice double_charge
      none issue: charged baggage luggage customer_service cust_serv helpline ticket_number case_number
      -1 issue: hours_on hour_hold an_hour hours_and hrs_on hour_wait hour_delay days_later weeks_later still_haven't
      -1 issue: still_waiting not_answering disconnected_me hours_of no_bags lost_bag lost_bags rebook* stuck_in
      not: not no never none nobody nothing neither nor hardly barely without cannot can't cant don't
      not: dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't arent weren't werent won't wont
      not: wouldn't wouldnt couldn't couldnt shouldn't shouldnt haven't havent hasn't hasnt ain't aint
      very: very really so extremely absolutely totally completely utterly super incredibly insanely
      very: truly highly seriously fucking freaking effing bloody too such beyond hella deeply
      bit: slightly somewhat kinda kind_of sort_of sorta bit little fairly almost partly mildly
      but: but however although though except yet
      ask: how what when where who which why whose can could does do is are will would should anyone
      ask: any_chance any_update any_news any_idea please_tell let_know wondering eta
      common: the and you your for that this with have was are they from what when will just my is
      common: it to of on in at be me we our us an as by or if i've i'm it's its he she them has had been
      common: were am so do does did how why where who there here out about up get got now can one all
      common: today after before again please because their still since would hours day back a i
      common: flight flights app need want know time people us new see make going right really not
      -1 insult1: silly lame loser losers fools fool clueless crybaby boomer sheep snowflake snowflakes
      -2 insult2: idiot idiots moron* stupid dumb dumbass clown clowns imbecile* scum trash_people jerk*
      -2 insult2: shut_up stfu screw_you ugly_face pigs rats vermin parasite* incompetent_fools braindead
      -3 insult3: fuck* asshole* bitch* bastard* cunt* dick dickhead* motherf* wanker* retard* whore* slut*
      -3 insult3: kill_yourself kys go_die drop_dead piece_shit
      """)
}
