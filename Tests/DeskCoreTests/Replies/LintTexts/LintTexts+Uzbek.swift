import DeskCore

extension LintTexts {
  static let uzbek = LintTexts(
    name: "Uzbek in Latin", language: .uzbek,
    hits: """
      blaming: Bu sizning aybingiz, uzr.
      blaming: O'zingiz aybdorsiz, chekni saqlamagansiz.
      blaming: Rahmat, lekin sanani tekshirishingiz kerak edi.
      blaming: Siz adashyapsiz, uzr.
      blaming: Sizga aytgan edik, pul qaytarilmaydi deb.
      blaming: Iltimos, shartlarni o‘qib chiqing.
      blaming: Biz yuborgan xabarni o‘qimagansiz.
      blaming: Tinchlaning, iltimos. Tushunamiz.
      blaming: Bu to‘g‘ri emas, dushanba kuni javob berdik.
      blaming: Afsuski, bu bizning muammomiz emas.
      blaming: Agar o‘qiganingizda, bunday bo‘lmasdi.
      blaming: Boshqa hech kim shikoyat qilmadi.
      blaming: Xodimlarimizga tuhmat qilmang.
      blaming: Manzilni yozishni unutgansiz.
      blaming: Necha marta aytamiz, ofis yopiq.
      blaming: Ob-havo uchun biz javobgar emasmiz.
      blaming: Siz tushunmayapsiz, bu boshqacha ishlaydi
      blaming: Ayb o‘zingizda, rahmat.
      guarantee: Posilka yetib borishiga kafolat beramiz.
      guarantee: Uzr, va’da beramiz, hammasini tuzatamiz.
      guarantee: Ishontirib aytamiz, ishlayapmiz.
      never-again: Kechirasiz, bu boshqa takrorlanmaydi.
      never-again: Uzr so‘raymiz, boshqa bunday hol bo‘lmaydi.
      promised-time: Uzr! Javob 24 soat ichida keladi.
      promised-time: Ertaga sizga javob beramiz, rahmat.
      promised-time: Jumagacha tuzatamiz, rahmat.
      promised-time: Ikki kun ichida hal bo‘ladi.
      promised-time: Shu bugun hammasi tayyor.
      promised-money: Uzr, pulingizni qaytaramiz.
      promised-money: Rahmat, zararingizni qoplab beramiz.
      promised-money: Pulingiz kartangizga qaytariladi.
      promised-money: Kechirasiz, kompensatsiya beramiz.
      no-acknowledgement: Ilova yangilandi.
      no-acknowledgement: Arizangiz mutaxassislarda.
      no-acknowledgement: Jamoamiz xabardor.
      """,
    quiet: """
      Salom Anna, posilka kechikayotgani uchun uzr so‘raymiz. Iltimos, bizga shaxsiy xabar yozing.
      Aytganingiz uchun rahmat. Hozir o‘rganyapmiz.
      Bu qanchalik yoqimsizligini tushunamiz. Bizga lichkaga yoza olasizmi?
      Kutib qolganingiz uchun uzr. Ilova yana ishlayapti.
      Bundan juda afsusdamiz. Hamkasblarga yetkazdik.
      Sabringiz uchun rahmat. Kechikish bizning xatoyimiz.
      Bu sizning aybingiz emas, chalkashlik uchun uzr.
      O‘z xatomiz uchun kechirim so‘raymiz.
      Siz haqsiz, oldinroq xabar berishimiz kerak edi. Rahmat.
      Afsuski, hozir aniq kunni va’da qila olmaymiz. Uzr.
      Uzr, joyga kafolat bera olmaymiz, lekin harakat qilamiz.
      Xabaringiz uchun rahmat. Muammoingizni ko‘rib chiqyapmiz.
      Javobimizni olmaganingizdan afsusdamiz.
      Uzr, kecha tizim ishlamadi. Endi hammasi joyida.
      Fikringiz uchun minnatdormiz. Buni jiddiy qabul qilamiz.
      Bizni kechiring. Liniya band, imkon bo‘lishi bilan javob beramiz.
      Juda afsusdamiz. Xodimimiz sizga yozdi.
      Savolingiz uchun rahmat. So‘rovni tekshirish vaqt oladi.
      Pul hali yetib bormagani uchun uzr. Bankdan so‘rayapmiz.
      Surat uchun rahmat. Do‘konga ko‘rsatdik.
      Xonangiz yonidagi shovqin uchun kechirasiz. Qo‘shnilar bilan gaplashdik.
      Xafa bo‘lganingizni tushunamiz.
      Kechirasiz! Sababini hali bilmaymiz. Bilsak yozamiz.
      Bunday bo‘lishi yaxshi emas, uzr so‘raymiz.
      Rahmat, xabaringizni o‘qidik va shaxsiy javob yozamiz.
      Haydovchi uchun uzr. U bilan gaplashyapmiz.
      Reys 20 daqiqa kechikdi, uzr so‘raymiz.
      Kecha uzoq kutganingizdan afsusdamiz.
      Rostgo‘yligingiz uchun rahmat. Buyurtmangiz yo‘lda.
      Jahlingiz chiqqanini tushunaman. Yordam bermoqchiman.
      Uzr, kafolat bo‘limi telefonni qabul qildi.
      Biz bilan bog‘langaningiz uchun tashakkur.
      """)

  static let uzbekCyrillic = LintTexts(
    name: "Uzbek in Cyrillic", language: .uzbek,
    hits: """
      blaming: Бу сизнинг айбингиз, узр.
      blaming: Ўзингиз айбдорсиз, чекни сақламагансиз.
      blaming: Узингиз айбдорсиз, рахмат.
      blaming: Раҳмат, лекин санани текширишингиз керак эди.
      blaming: Сиз адашяпсиз, узр.
      blaming: Сизга айтган эдик, пул қайтарилмайди деб.
      blaming: Илтимос, шартларни ўқиб чиқинг.
      blaming: Биз юборган хабарни ўқимагансиз.
      blaming: Тинчланинг, илтимос. Тушунамиз.
      blaming: Бу тўғри эмас, душанба куни жавоб бердик.
      blaming: Афсуски, бу бизнинг муаммомиз эмас.
      blaming: Агар ўқиганингизда, бундай бўлмасди.
      blaming: Бошқа ҳеч ким шикоят қилмади.
      blaming: Ходимларимизга туҳмат қилманг.
      blaming: Манзилни ёзишни унутгансиз.
      blaming: Неча марта айтамиз, офис ёпиқ.
      blaming: Об-ҳаво учун биз жавобгар эмасмиз.
      blaming: Сиз тушунмаяпсиз
      blaming: Бу ёлғон, биз жавоб бердик.
      guarantee: Посилка етиб боришига кафолат берамиз.
      guarantee: Узр, ваъда берамиз, ҳаммасини тузатамиз.
      never-again: Кечирасиз, бу бошқа такрорланмайди.
      never-again: Узр сўраймиз, бошқа бундай ҳол бўлмайди.
      promised-time: Узр! Жавоб 24 соат ичида келади.
      promised-time: Эртага сизга жавоб берамиз, раҳмат.
      promised-time: Жумагача тузатамиз, раҳмат.
      promised-time: Шу бугун ҳаммаси тайёр.
      promised-money: Узр, пулингизни қайтарамиз.
      promised-money: Раҳмат, зарарингизни қоплаб берамиз.
      promised-money: Кечирасиз, компенсация берамиз.
      no-acknowledgement: Илова янгиланди.
      no-acknowledgement: Аризангиз мутахассисларда.
      """,
    quiet: """
      Салом Анна, посилка кечикаётгани учун узр сўраймиз. Илтимос, бизга шахсий хабар ёзинг.
      Айтганингиз учун раҳмат. Ҳозир ўрганяпмиз.
      Бу қанчалик ёқимсизлигини тушунамиз. Бизга личкага ёза оласизми?
      Кутиб қолганингиз учун узр. Илова яна ишлаяпти.
      Бундан жуда афсусдамиз. Ҳамкасбларга етказдик.
      Сабрингиз учун раҳмат. Кечикиш бизнинг хатойимиз.
      Бу сизнинг айбингиз эмас, чалкашлик учун узр.
      Ўз хатомиз учун кечирим сўраймиз.
      Сиз ҳақсиз, олдинроқ хабар беришимиз керак эди. Раҳмат.
      Афсуски, ҳозир аниқ кунни ваъда қила олмаймиз. Узр.
      Узр, жойга кафолат бера олмаймиз, лекин ҳаракат қиламиз.
      Хабарингиз учун рахмат. Муаммоингизни кўриб чиқяпмиз.
      Жавобимизни олмаганингиздан афсусдамиз.
      Узр, кеча тизим ишламади. Энди ҳаммаси жойида.
      Фикрингиз учун миннатдормиз. Буни жиддий қабул қиламиз.
      Бизни кечиринг. Линия банд, имкон бўлиши билан жавоб берамиз.
      Жуда афсусдамиз. Ходимимиз сизга ёзди.
      Саволингиз учун раҳмат. Сўровни текшириш вақт олади.
      Пул ҳали етиб бормагани учун узр. Банкдан сўраяпмиз.
      Сурат учун раҳмат. Дўконга кўрсатдик.
      Хонангиз ёнидаги шовқин учун кечирасиз.
      Хафа бўлганингизни тушунамиз.
      Кечирасиз! Сабабини ҳали билмаймиз. Билсак ёзамиз.
      Бундай бўлиши яхши эмас, узр сўраймиз.
      Раҳмат, хабарингизни ўқидик ва шахсий жавоб ёзамиз.
      Ҳайдовчи учун узр. У билан гаплашяпмиз.
      Рейс 20 дақиқа кечикди, узр сўраймиз.
      Кеча узоқ кутганингиздан афсусдамиз.
      Ростгўйлигингиз учун раҳмат. Буюртмангиз йўлда.
      Жаҳлингиз чиққанини тушунаман. Ёрдам бермоқчиман.
      """)
}
