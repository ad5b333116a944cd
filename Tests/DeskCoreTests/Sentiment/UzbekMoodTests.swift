import DeskCore
import Testing

@Suite struct UzbekMoodTests {
  @Test(arguments: latin + cyrillic) func reads(_ example: MoodCase) { example.expect(.uzbek) }

  static let latin = [
    MoodCase(.positive, .praise, "Rahmat, juda tez yordam berdingiz"),
    MoodCase(.positive, .praise, "Ajoyib reys bo'ldi, xizmat a’lo darajada"),
    MoodCase(.positive, .praise, "yangi ilova juda qulay 👍"),
    MoodCase(.positive, .praise, "Zo‘r kompaniya, hammaga tavsiya qilaman"),
    MoodCase(.positive, .praise, "Avval xavotir oldim, lekin pulimni qaytarishdi, rahmat"),
    MoodCase(.positive, .praise, "Men xursandman, joylar qulay va toza"),
    MoodCase(.negative, .complaint, "Ilova ishlamayapti, javob yo'q"),
    MoodCase(.negative, .complaint, "Ikki marta pul yechib olishdi, bu firibgarlik"),
    MoodCase(.negative, .complaint, "Xizmat yaxshi emas, reys kechikdi"),
    MoodCase(.negative, .complaint, "Eng yomon kompaniya 😡 sharmandalik"),
    MoodCase(.negative, .complaint, "Pulimni qaytaring, o‘g‘rilar"),
    MoodCase(.negative, .complaint, "ertalabdan beri aeroportda qolib ketdik, uyat"),
    MoodCase(.negative, .complaint, "chamadonim yo'qoldi, xodim qo'pol gapirdi"),
    MoodCase(.negative, .complaint, "dastur qotib qolyapti, bezor bo'ldim"),
    MoodCase(.neutral, .question, "Ro‘yxatdan o‘tish qachon boshlanadi?"),
    MoodCase(.neutral, .question, "Kechki reysda internet bormi?"),
    MoodCase(.neutral, .question, "qanday qilib joyni almashtiraman"),
    MoodCase(.neutral, .other, "Ertaga ertalab uchamiz, chiqish 14"),
    MoodCase(.neutral, .other, "Iyul uchun chipta oldik, bolalar bilan"),
  ]

  static let cyrillic = [
    MoodCase(.positive, .praise, "Раҳмат, жуда тез ёрдам беришди"),
    MoodCase(.positive, .praise, "Ажойиб рейс, хизмат аъло"),
    MoodCase(.negative, .complaint, "Илова ишламаяпти, ҳеч ким жавоб бермаяпти"),
    MoodCase(.negative, .complaint, "Икки марта пул ечиб олишди, фирибгарлар"),
    MoodCase(.negative, .complaint, "Хизмат яхши эмас, рейс кечикди"),
    MoodCase(.neutral, .question, "Рейс қачон учади?"),
    MoodCase(.neutral, .other, "Эртага оила билан учамиз, чиқиш 14"),
  ]
}
