import DeskCore

extension LintTexts {
  static let english = LintTexts(
    name: "English", language: .english,
    hits: """
      blaming: This was your own fault, sorry.
      blaming: Sorry, but you should have checked the date before you paid.
      blaming: You’re wrong about this, thanks for writing.
      blaming: Thanks. As we already explained, the fee is not refundable.
      blaming: Please read the terms before you book.
      blaming: You didn't read the message we sent.
      blaming: Calm down, please. We understand.
      blaming: We are sorry you feel that way.
      blaming: That's not true, we answered on Monday.
      blaming: It is not our fault that the courier was late.
      blaming: If you had asked us first, this would be solved.
      blaming: No one else complained about this.
      blaming: Stop lying about our staff.
      blaming: You failed to give us the right address.
      blaming: I told you already, the office is closed.
      blaming: We cannot be held responsible for the weather.
      blaming: You dont understand how this works
      blaming: You clearly did not look at the label.
      guarantee: We guarantee that your parcel arrives.
      guarantee: I promise, we are on it. Sorry!
      guarantee: Rest assured, somebody is looking at it.
      never-again: Sorry, this will never happen again.
      never-again: We are sorry. It won't happen again.
      promised-time: Sorry! You will have an answer within 24 hours.
      promised-time: We'll call you back tomorrow, thanks.
      promised-time: It will be fixed by Friday, thank you.
      promised-time: Your case will be closed by 15 March.
      promised-time: We will sort this out for you today.
      promised-money: We're sorry, we'll refund you.
      promised-money: You will receive a full refund, thanks.
      promised-money: You'll get your money back.
      promised-money: Thank you, we will compensate you for the delay.
      no-acknowledgement: The app has been updated.
      no-acknowledgement: Your ticket is with the team.
      no-acknowledgement: We are not sorry for this.
      """,
    quiet: """
      Hi Ana, we are sorry that your parcel is late. Please send us a direct message so that we can look into it.
      Thank you for telling us. We know this is frustrating and we are looking into it now.
      We understand how upsetting this is. Could you write to us privately?
      Sorry about the wait. The app is back, please try again.
      I'm so sorry, this should not have happened. We have passed it to the team.
      Thanks for your patience. The delay is our fault, not yours.
      It is not your fault at all, we are sorry for the confusion.
      We apologise for the mistake on our side.
      We hear you, and we are sorry. We are checking what went wrong.
      We cannot promise a date yet, sorry. We will write here when we know more.
      Sorry, we can't guarantee a seat at this point, but we will try.
      Thank you for your message. We are looking into your problem.
      You are right, we should have told you earlier. Thank you for saying so.
      Sorry to hear that you did not get our reply.
      We are sorry that you never received the parcel.
      Thanks, Sam. We would like to understand what happened. Could you message us?
      Our apologies. The line is busy, we will answer as soon as we can.
      We appreciate that you told us. We take this seriously.
      Sorry, our system was down today. It works again.
      We regret the trouble. Someone from our team has written to you.
      Thank you for asking. A refund request takes some time to check.
      We are sorry that the refund has not reached you. We are asking the bank.
      Thanks for the photo. We have told the shop about it.
      Sorry for the noise next to your room. We have spoken to the neighbours.
      We understand that you are disappointed, and we would be too.
      Sorry! We do not know yet what caused this. More will follow.
      That was not good enough, and we apologise.
      Thank you, we have read your message and will reply in private.
      We’re sorry the driver was rude. We are talking to him.
      Your flight is delayed by 20 minutes, sorry about that.
      We are sorry about what you went through yesterday.
      Thanks for your honest words. Your order has left our shop.
      I understand your anger. I would like to help you.
      """)
}
