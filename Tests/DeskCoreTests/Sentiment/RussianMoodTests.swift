import DeskCore
import Testing

@Suite struct RussianMoodTests {
  @Test(arguments: cases) func reads(_ example: MoodCase) { example.expect(.russian) }

  static let cases = [
    MoodCase(.positive, .praise, "Спасибо большое, всё быстро решили!"),
    MoodCase(.positive, .praise, "Отличный рейс, экипаж просто супер"),
    MoodCase(.positive, .praise, "Очень понравилось новое приложение 👍"),
    MoodCase(.positive, .praise, "молодцы, вернули деньги за час"),
    MoodCase(.positive, .praise, "люблю летать с вами))"),
    MoodCase(
      .positive, .praise, "Боялась опоздать, но девушки на стойке замечательные, спасибо им"),
    MoodCase(.positive, .praise, "Лучшая авиакомпания, всем рекомендую"),
    MoodCase(.positive, .praise, "Вкусный обед и вежливые стюарды 🥰"),
    MoodCase(.negative, .complaint, "Приложение не работает третий день"),
    MoodCase(.negative, .complaint, "Списали дважды, деньги не вернули. Мошенники"),
    MoodCase(.negative, .complaint, "Это не хорошо, рейс отменили без объяснений"),
    MoodCase(.negative, .complaint, "УЖАС!!! сидим в аэропорту пять часов"),
    MoodCase(.negative, .complaint, "Худший сервис, больше никогда с вами не полечу"),
    MoodCase(.negative, .complaint, "поддержка игнорирует, хамство полное 😡"),
    MoodCase(.negative, .complaint, "верните деньги, сколько можно ждать"),
    MoodCase(.negative, .complaint, "опять сбой при регистрации, надоело"),
    MoodCase(.negative, .complaint, "Мой багаж потеряли и никто не отвечает"),
    MoodCase(.negative, .complaint, "Раньше было хорошо, а теперь ужасное обслуживание и задержки"),
    MoodCase(.neutral, .question, "Во сколько открывается стойка регистрации?"),
    MoodCase(.neutral, .question, "Подскажите, можно ли взять коляску в салон?"),
    MoodCase(.neutral, .question, "как поменять место в самолёте"),
    MoodCase(.neutral, .question, "А когда будет рейс в горы?"),
    MoodCase(.neutral, .other, "Летим завтра утром, выход 14"),
    MoodCase(.neutral, .other, "Новый рейс с первого мая"),
    MoodCase(.neutral, .other, "взяли билеты на июль, едем семьёй"),
  ]
}
