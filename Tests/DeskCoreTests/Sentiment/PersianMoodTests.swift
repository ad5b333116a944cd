import DeskCore
import Testing

@Suite struct PersianMoodTests {
  @Test(arguments: cases) func reads(_ example: MoodCase) { example.expect(.persian) }

  static let cases = [
    MoodCase(.positive, .praise, "ممنون از پاسخ سریع شما"),
    MoodCase(.positive, .praise, "پرواز عالی بود، خدمه خیلی مهربان بودند"),
    MoodCase(.positive, .praise, "اپلیکیشن جدید خیلی خوبه 👍"),
    MoodCase(.positive, .praise, "عاشق این شرکتم ❤️"),
    MoodCase(.positive, .praise, "دمتون گرم، پولم برگشت خورد"),
    MoodCase(.positive, .praise, "بهترین پروازی که تا حالا داشتم"),
    MoodCase(.positive, .praise, "اول نگران بودم ولی واقعاً راضیم، مرسی"),
    MoodCase(.positive, .praise, "به‌موقع رسیدیم و صندلی راحت بود، تشکر"),
    MoodCase(.negative, .complaint, "اپ کار نمی‌کنه و پشتیبانی جواب نمی‌ده"),
    MoodCase(.negative, .complaint, "دو بار پول کم شده، این دزدیه"),
    MoodCase(.negative, .complaint, "اصلاً خوب نبود، پرواز تاخیر داشت"),
    MoodCase(.negative, .complaint, "بدترین تجربه عمرم 😡"),
    MoodCase(.negative, .complaint, "کلاهبردارا پولمو پس بدید"),
    MoodCase(.negative, .complaint, "از صبح توی فرودگاه معطلیم، خجالت بکشید"),
    MoodCase(.negative, .complaint, "چرا باز لغو شد؟؟ واقعا مسخره‌ست"),
    MoodCase(.negative, .complaint, "چمدانم گم شد و کارمند بی‌ادب بود"),
    MoodCase(.negative, .complaint, "متاسفانه خدمات ضعیف و کند"),
    MoodCase(.negative, .complaint, "تحریمشون کنید، همه‌ش دروغه"),
    MoodCase(.neutral, .question, "کی کانتر پذیرش باز میشه؟"),
    MoodCase(.neutral, .question, "آیا در پرواز عصر وای‌فای هست؟"),
    MoodCase(.neutral, .question, "چطور صندلیم را عوض کنم"),
    MoodCase(.neutral, .question, "چند کیلو بار می‌تونم ببرم؟"),
    MoodCase(.neutral, .other, "فردا صبح پرواز داریم، گیت ۱۴"),
    MoodCase(.neutral, .other, "مسیر تازه از اردیبهشت شروع می‌شود"),
    MoodCase(.neutral, .other, "برای تیر بلیط گرفتیم با بچه‌ها"),
  ]
}
