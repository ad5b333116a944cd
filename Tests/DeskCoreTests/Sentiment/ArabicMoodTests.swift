import DeskCore
import Testing

@Suite struct ArabicMoodTests {
  @Test(arguments: cases) func reads(_ example: MoodCase) { example.expect(.arabic) }

  static let cases = [
    MoodCase(.positive, .praise, "شكرا جزيلا على المساعدة السريعة"),
    MoodCase(.positive, .praise, "رحلة رائعة والطاقم محترم جدا"),
    MoodCase(.positive, .praise, "التطبيق الجديد ممتاز 👍"),
    MoodCase(.positive, .praise, "أحب السفر معكم ❤️"),
    MoodCase(.positive, .praise, "الله يعطيكم العافية، خدمة جميلة"),
    MoodCase(.positive, .praise, "أفضل شركة طيران جربتها"),
    MoodCase(.positive, .praise, "كنت خايف بس الموظفة كانت رااائعة، شكرا لها"),
    MoodCase(.positive, .praise, "انحلت المشكلة، مشكورين على سرعة الرد 🙏"),
    MoodCase(.negative, .complaint, "التطبيق لا يعمل منذ ساعتين"),
    MoodCase(.negative, .complaint, "خصمتم المبلغ مرتين ولا أحد يرد"),
    MoodCase(.negative, .complaint, "الخدمة ليست جيدة أبدا والرحلة تأخرت"),
    MoodCase(.negative, .complaint, "أسوأ تجربة في حياتي 😡"),
    MoodCase(.negative, .complaint, "نصابين، رجعوا فلوسي"),
    MoodCase(.negative, .complaint, "احنا عالقين في المطار من الصبح وهذا استهتار"),
    MoodCase(.negative, .complaint, "ليش التطبيق خربان؟ والله عيب"),
    MoodCase(.negative, .complaint, "ضاعت الشنطة والموظف وقح"),
    MoodCase(.negative, .complaint, "للأسف خدمة سيئة وتأخير كل مرة"),
    MoodCase(.negative, .complaint, "قاطعوهم، شركة كذابة وفاشلة"),
    MoodCase(.neutral, .question, "متى يفتح كاونتر التسجيل؟"),
    MoodCase(.neutral, .question, "هل يوجد واي فاي في الرحلة؟"),
    MoodCase(.neutral, .question, "كم وزن الحقيبة المسموح"),
    MoodCase(.neutral, .question, "وين بوابة الرحلة المسائية؟"),
    MoodCase(.neutral, .other, "رحلتنا غدا في الصباح من البوابة ١٤"),
    MoodCase(.neutral, .other, "خط جديد يبدأ في شهر مايو"),
    MoodCase(.neutral, .other, "حجزنا تذاكر العائلة لشهر يوليو"),
  ]
}
