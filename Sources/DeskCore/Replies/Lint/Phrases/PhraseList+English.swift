extension PhraseList {
  static let english = PhraseList(
    language: .english,
    text: """
      blame: your_fault your_own_fault your_own_mistake it's|its|was|is_your_mistake it's|its|was|is_your_error you_caused_this
      blame: you_are|were_wrong|mistaken|lying|rude|overreacting|exaggerating|careless you're_wrong|mistaken|lying|rude|overreacting|exaggerating
      blame: you_should_have you_shouldve you_should_not_have you_shouldnt_have you_ought_to_have you_could_have_read|checked|asked
      blame: you_failed_to you_forgot_to you_neglected_to you_ignored_our you_chose_to you_agreed_to you_signed_up_for you_accepted_the
      blame: you_didnt|never_read|follow|check|listen|bother|provide|tell|give|pay you_did_not_read|follow|check|listen|bother|provide|tell|give|pay
      blame: you_havent_read|followed|provided|paid you_have_not_read|followed|provided|paid you_never_told|asked|gave
      blame: you_dont|didnt_understand you_do|did_not_understand you_misread you_misunderstood you_have_to_understand you_must_understand
      blame: if_you_had_read|followed|checked|asked|told if_you'd_read|followed|checked|asked|told had_you_read|followed|checked|asked
      blame: calm_down stop_complaining|lying|whining|shouting|spamming|insulting|blaming dont_blame|accuse|shout|lie do_not_blame|accuse|shout|lie
      blame: as_we|i_already_said|told|explained|stated|mentioned as_we|i_said|told|explained|stated as_already_explained|stated as_previously_explained|stated
      blame: we|i_already_told|explained|answered|said we|i_have_already_told|explained|answered|said we've|i've_already_told|explained|answered|said
      blame: we|i_told_you how_many_times_do|must for_the_last_time once_again_we_told
      blame: read_the_terms|rules|instructions|manual|policy|conditions read_our_terms|rules|instructions|policy|conditions
      blame: that's|thats_not_true that_is_not_true this_is_not_true that's|thats_false that_is_false that's|thats_a_lie that_is_a_lie this_is_a_lie simply_untrue|false
      blame: not_our_fault|problem|responsibility|mistake|job nothing_to_do_with_us out_of_our_hands
      blame: we_are_not_responsible|liable|to_blame we're_not_responsible|liable we_cannot_be_held we_cant_be_held we_accept_no
      blame: nobody_else no_one_else other_customers_have_no|had_no you_are_the_only you're_the_only
      blame: you_people people_like_you your_attitude your_tone watch_your your_behaviour your_behavior
      blame: with_all_due_respect sorry_you_feel sorry_that_you_feel sorry_if_you|anyone|we so_called your_so your_alleged
      blame: this_is_your_problem that's|thats_your_problem that_is_your_problem it's|its_your_problem it_is_your_problem
      blame: do_your_research|homework learn_to_read|use use_common_sense obviously_you clearly_you you_clearly you_obviously it_was_your_choice|decision
      blame: you_claim you_are_claiming you_say_that_but whatever_you_say actually_you get_over_it get_a_life grow_up
      guarantee: guarantee* promise_you i|we_promise we_can_promise you_have_our|my_word i|we_assure_you we_swear i_swear without_fail you_can_be_certain|sure
      guarantee: we_will_always we'll_always we_will_definitely we'll_definitely we_will_certainly will_100 we_vow rest_assured
      never: never_again never_happen* never_occur* wont_happen_again wont_~_repeated wont_occur will_not_happen|occur will_never will_not_be_repeated
      never: doesnt|not_happen_again does_not_happen this_was_the_last_time won't_see_this_again
      time: by_tomorrow|tonight|midnight|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday by_the_end_of by_end_of by_next_week|month|monday
      time: by_#_am|pm|oclock by_#_january|february|march|april|may|june|july|august|september|october|november|december
      time: by_january|february|march|april|june|july|august|september|october|november|december_#
      time: within_#_minute*|hour*|day*|week*|business|working within_the_hour|day|week within_an_hour within_a|one_day|week|month
      time: within_two|three|five|ten_hours|days|minutes|business|working before_tomorrow|tonight|midnight
      time: we|i_will_~_tomorrow|today|tonight we'll|i'll_~_tomorrow|today|tonight you_will_~_tomorrow|today|tonight you'll_~_tomorrow|today|tonight
      time: will_be_~_tomorrow|tonight we|i_will_~_in_#_minutes|hours|days we'll|i'll_~_in_#_minutes|hours|days
      money: will_refund|reimburse|compensate|repay we'll|i'll_refund|reimburse|compensate|repay will_be_refunded|reimbursed|compensated
      money: will_get|receive|have|give|issue|send|process|arrange|make_~_refund|compensation|reimbursement
      money: you'll|we'll_get|receive|have|give|issue|send|process|arrange_~_refund|compensation|reimbursement
      money: get_your_money_back pay_you_back your_money_back will_pay_for will_cover_the|your|all we'll_pay|cover we'll|will_credit_your money_will_be
      acknowledge: sorry apolog* thank* understand understandabl* hear_you we_hear regret* appreciat* frustrating frustration forgive you_are_right you're_right
      acknowledge: disappointing disappointed_to we_let_you_down unacceptable shouldnt_have_happened should_not_have_happened not_good_enough
      privately: dm dms direct_message* private_message* private_chat message_us message_you privately in_private inbox email_us e_mail email mail_us
      privately: call_us phone_us write_to_us live_chat whatsapp contact_form support_form written_to_you sent_you_a pm_us via_pm
      record: order* booking* reservation* account ticket* reference ref pnr invoice* tracking parcel contract policy confirmation case_number customer_number
      phone: phone tel telephone call mobile cell whatsapp sms text ring hotline
      passport: passport* id_card identity_card identity_number
      not: not dont doesnt didnt isnt arent wasnt werent cant cannot couldnt wouldnt wont never no without neither nor unable nobody
      """)
}
