import DeskCore

extension SyntheticMentions {
  /// How often each vocabulary is taken; the last is the script without spaces.
  static let shares = [40, 14, 12, 10, 10, 10, 4]

  /// A language and words to make texts of, the frequent ones first.
  static let vocabularies: [(code: Language, words: [String])] = [
    (.english, words(english)), (.arabic, words(arabic)), (.persian, words(persian)),
    (.uzbek, words(uzbek)), (.ukrainian, words(ukrainian)), (.russian, words(russian)),
    (Language(rawValue: "ja"), words(japanese)),
  ]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static let english = """
    the to my and is not you I it order for still no refund why service app again with this please
    help been waiting days support email broken charged twice cancel account parcel lost customer
    delivery late thanks great never answer phone number password reset update crash battery screen
    arrived damaged box wrong size colour return shop store manager rude polite quick brilliant
    terrible worst best love hate angry happy sad tired money price outage server down since morning
    """
  private static let arabic = """
    في من على لا هل الطلب التطبيق لم يصل حتى الآن متى شكرا خدمة العملاء سيئة جدا الرد المبلغ خصم
    مرتين أين استرجاع المنتج تأخير الشحنة المشكلة لماذا الموقع لا يعمل ممتاز رائع انتظر منذ أيام
    """
  private static let persian = """
    از به که نمی‌شود سفارش من هنوز نرسیده چرا پاسخ نمی‌دهید پول برگشت خیلی بد ممنون عالی برنامه
    باز نمیشه کی درست می‌شود پشتیبانی تماس گرفتم دو بار کم شد حساب بسته خراب رسید لطفا کمک کنید
    """
  private static let uzbek = """
    va bu men uchun yo‘q buyurtma hali kelmadi nega javob bermaysiz pulni qaytaring ilova ishlamayapti
    rahmat zo‘r xizmat yomon juda kech qoldi telefon raqam o‘zgartirish ikki marta yechib olindi qachon
    """
  private static let ukrainian = """
    і не на що це я ви замовлення досі не прийшло чому гроші повернення дякую чудово служба підтримки
    мовчить додаток не працює знову жахливо посилка розбита коли буде відповідь п'ять днів чекаю
    """
  private static let russian = """
    и не на что это я вы заказ до сих пор не пришёл почему деньги возврат спасибо отлично поддержка
    молчит приложение не работает опять ужасно посылка разбита когда будет ответ пять дней жду ещё
    """
  private static let japanese = """
    注文した商品がまだ届きません 返金してください アプリが開かない ありがとうございます 対応が遅い
    昨日から使えない 問い合わせの返事がない とても良いサービス 二重に請求された パスワードを忘れました
    """
}
