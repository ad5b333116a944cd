import DeskCore
import Testing

@Suite struct UkrainianMoodTests {
  @Test(arguments: cases) func reads(_ example: MoodCase) { example.expect(.ukrainian) }

  static let cases = [
    MoodCase(.positive, .praise, "Дякую, все вирішили дуже швидко!"),
    MoodCase(.positive, .praise, "Чудовий рейс, екіпаж неймовірний"),
    MoodCase(.positive, .praise, "мені дуже сподобався новий застосунок 👍"),
    MoodCase(.positive, .praise, "Молодці, повернули гроші за годину"),
    MoodCase(.positive, .praise, "Найкраща авіакомпанія, рекомендую всім"),
    MoodCase(.positive, .praise, "Люблю літати з вами ❤️"),
    MoodCase(.positive, .praise, "Спочатку хвилювалась, але дівчата на стійці чудові, дякую їм"),
    MoodCase(.positive, .praise, "смачна кава і привітні стюарди 🥰"),
    MoodCase(.negative, .complaint, "Застосунок не працює вже третій день"),
    MoodCase(.negative, .complaint, "Списали двічі і не повернули. Шахраї"),
    MoodCase(.negative, .complaint, "Це не добре: рейс скасували без пояснень"),
    MoodCase(.negative, .complaint, "ЖАХ!!! сидимо в аеропорту п'ять годин"),
    MoodCase(.negative, .complaint, "Найгірший сервіс, більше ніколи"),
    MoodCase(.negative, .complaint, "підтримка ігнорує, суцільне хамство 😡"),
    MoodCase(.negative, .complaint, "поверніть гроші, скільки можна чекати"),
    MoodCase(.negative, .complaint, "знову збій під час реєстрації, набридло"),
    MoodCase(.negative, .complaint, "Мій багаж загубили і ніхто не відповідає"),
    MoodCase(.negative, .complaint, "Раніше було гарно, а тепер жахливе обслуговування і затримки"),
    MoodCase(.neutral, .question, "О котрій відкривається стійка реєстрації?"),
    MoodCase(.neutral, .question, "Підкажіть, чи можна взяти візок у салон?"),
    MoodCase(.neutral, .question, "як змінити місце у літаку"),
    MoodCase(.neutral, .question, "А коли буде рейс до моря?"),
    MoodCase(.neutral, .other, "Летимо завтра вранці, вихід 14"),
    MoodCase(.neutral, .other, "Новий рейс із першого травня"),
    MoodCase(.neutral, .other, "Взяли квитки на липень, їдемо з дітьми"),
  ]
}
