import DeskCore
import Testing

@Suite struct EnglishMoodTests {
  @Test(arguments: cases) func reads(_ example: MoodCase) { example.expect(.english) }

  static let cases = [
    MoodCase(.positive, .praise, "Thank you so much, the new app is lovely"),
    MoodCase(.positive, .praise, "Great flight today, the crew were amazing ❤️"),
    MoodCase(.positive, .praise, "love it. best seats I have ever had"),
    MoodCase(.positive, .praise, "sooooo happy with the service!!!"),
    MoodCase(.positive, .praise, "Shoutout to Nadia at gate 12, what a legend"),
    MoodCase(.positive, .praise, "Landed early and the coffee was excellent 👏👏"),
    MoodCase(.positive, .praise, "finally fixed, thanks for the quick answer"),
    MoodCase(.positive, .praise, "was worried at first but the staff were fantastic"),
    MoodCase(.negative, .complaint, "I was charged twice and nobody answers the phone"),
    MoodCase(.negative, .complaint, "Your app is broken AGAIN. This is ridiculous."),
    MoodCase(.negative, .complaint, "not good at all, the delay cost me a day"),
    MoodCase(.negative, .complaint, "worst airline ever, never again 😡"),
    MoodCase(.negative, .complaint, "3 hours on hold and still no answer"),
    MoodCase(.negative, .complaint, "This is a scam!!! boycott them"),
    MoodCase(.negative, .complaint, "my bag is lost and the desk was rude"),
    MoodCase(.negative, .complaint, "The check-in doesn't work, stranded at the airport"),
    MoodCase(.negative, .complaint, "I loved this airline but this outage is a disgrace"),
    MoodCase(.negative, .complaint, "I don't recommend them, terrible experience"),
    MoodCase(.neutral, .question, "What time does the lounge open?"),
    MoodCase(.neutral, .question, "Is there wifi on the evening flight?"),
    MoodCase(.neutral, .question, "how many bags can I bring with a basic ticket"),
    MoodCase(.neutral, .question, "Can I change my seat after check-in?"),
    MoodCase(.neutral, .other, "Boarding at gate B7 in ten minutes."),
    MoodCase(.neutral, .other, "Flying to the coast on Monday with two kids"),
    MoodCase(.neutral, .other, "New route from the capital starts in May http://example.com/best"),
    MoodCase(.neutral, .other, "@loveairlines seat 14C"),
  ]
}
