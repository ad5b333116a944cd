extension PhraseList {
  static let uzbek = PhraseList(
    language: .uzbek,
    isAlsoCyrillic: true,
    text: """
      blame: sizning_aybingiz o'zingizning_aybingiz aybingiz siz_aybdor* o'zingiz_aybdor* ayb_sizda ayb_o'zingizda sizning_xatoyingiz|xatoingiz o'zingizning_xato* sizning_xato* bu_sizning_muammoyingiz|muammongiz|muammoingiz o'zingizning_muammo* sizning_e'tiborsizlig* sizning_beparvolig*
      blame: siz_adashyapsiz|adashayapsiz|adashdingiz|nohaqsiz|noto'g'ri adashyapsiz adashayapsiz nohaqsiz noto'g'ri_gapir* noto'g'ri_aytyapsiz yolg'on* bo'rttiryapsiz oshirib_yuboryapsiz vahima_qilmang
      blame: o'qimagansiz o'qimabsiz o'qimadingiz tekshirmadingiz tekshirmagansiz tekshirmabsiz rioya_qilmadingiz|qilmagansiz amal_qilmadingiz|qilmagansiz e'tibor_bermadingiz|bermagansiz|bermabsiz unutgansiz unutdingiz unutibsiz aytmadingiz aytmagansiz xabar_bermadingiz|bermagansiz kiritmagansiz
      blame: shartlarni_o'qi* qoidalarni_o'qi* yo'riqnomani_o'qi* shartnomani_o'qi* diqqat_bilan_o'qing yaxshilab_o'qing o'zingiz_tanla* o'zingiz_rozi* o'zingiz_tasdiqla* o'zingiz_bosgansiz|bosdingiz rozi_bo'lgansiz shartlarga_rozi
      blame: o'zingiz_~_kerak_edi avvaldan_o'qi* tekshirishingiz_kerak_edi o'qishingiz_kerak_edi aytishingiz_kerak_edi qarashingiz_kerak_edi so'rashingiz_kerak_edi bilishingiz_kerak_edi|lozim lozim_edi_siz agar_o'qiganingizda agar_tekshirganingizda
      blame: aytgan_edik|edim aytgandik aytuvdik aytdik_ku tushuntirgan_edik tushuntirgandik tushuntirdik_ku yozgan_edik yozgandik javob_bergan_edik necha_marta_aytamiz|aytish|tushuntir* yana_takrorlaymiz sizga_aytilgan|aytildi
      blame: tinchlaning tinchlanib baqirmang jim_bo'ling shikoyat_qilavermang nolimang haqorat_qilmang tuhmat_qilmang gapni_bo'lmang yozavermang bas_qiling bo'ldi_qiling
      blame: bizning_aybimiz_emas|yo'q aybimiz_yo'q bizda_ayb_yo'q bizga_aloqasi_yo'q bizga_tegishli_emas bizning_muammo*_emas bizning_ishimiz_emas bizning_xato*_emas biz_javobgar_emas* javobgar_emasmiz javobgarlik_bizda javobgarlikni_olmaymiz|o'z mas'ul_emasmiz
      blame: boshqa_hech_kim hech_kim_shikoyat faqat_sizda faqat_siz_~_shikoyat boshqalarda_hammasi boshqalar_~_qilmayapti qo'pol* odobsiz* tarbiyasiz* tushunmayapsiz tushunmadingiz tushunmagansiz noto'g'ri_tushun* da'vo_qilyapsiz sizga_o'xshaganlar ohangingiz go'yoki bu_to'g'ri_emas bunday_emas
      guarantee: kafolat_beramiz|beraman|bera|beradi kafolatlaymiz kafolatlayman kafolatlangan va'da_beramiz|beraman|bera|qilamiz so'z_beramiz|beraman ishontirib_aytamiz|aytaman ishontiramiz ishontiraman amin_bo'ling ishonchingiz_komil yuz_foiz garantiya_beramiz|beraman qasam_ichamiz albatta_qaytaramiz|hal_qilamiz|to'g'rilaymiz xotirjam_bo'ling
      never: takrorlanmaydi takrorlanmasligi* boshqa_~_bo'lmaydi qayta_bo'lmaydi hech_qachon_~_takrorlan*|bo'lmaydi boshqa_qaytarilmaydi oxirgi_marta
      time: ertaga_~_beramiz|qilamiz|qaytaramiz|yuboramiz|yozamiz|bog'lanamiz|bo'ladi|hal|javob|tayyor bugun_~_beramiz|qilamiz|qaytaramiz|yuboramiz|yozamiz|bog'lanamiz shu_bugun|kechgacha|soatda bugunoq ertagacha kechgacha kechqurungacha tonggacha
      time: soat_ichida kun_ichida daqiqa_ichida hafta_ichida oy_ichida soatda_~_beramiz|qilamiz|yuboramiz dushanbagacha seshanbagacha chorshanbagacha payshanbagacha jumagacha shanbagacha yakshanbagacha oxirigacha soat_#_gacha soat_#_#_gacha kun_oxiri* hafta_oxiri* kechi_bilan
      money: pul*_~_qaytaramiz|qaytariladi|qaytarib|qaytarilad|qaytadi|tushadi mablag'*_~_qaytaramiz|qaytariladi|qaytarib to'lab_beramiz to'laymiz qoplab_beramiz qoplaymiz kompensatsiya_beramiz|to'laymiz|qilamiz|olasiz компенсация_берамиз|тўлаймиз|қиламиз|оласиз tovon_to'laymiz zararni_qoplaymiz summa*_~_qaytaramiz|qaytariladi to'lovingiz_~_qaytaramiz|qaytariladi
      acknowledge: uzr* kechir* afsus* rahmat* raxmat* tashakkur* minnatdor* tushunamiz tushunaman tushundik tushunarli tushunib* tushunyapmiz xafa_bo'l* siz_haqsiz haqsiz haqlisiz xijolat* qayg'u* noqulaylik* achinamiz hamdard*
      privately: shaxsiy_xabar* shaxsiy_yozish* shaxsiy_chat* shaxsiy_sms lichka* личка* direkt* директ* dm pochta* почта* email elektron qo'ng'iroq_qiling yozib_yuboring telegram* телеграм* telefon* телефон* whatsapp xususiy_xabar* sizga_yozdik sizga_xabar bot* aloqa_formasi shaxsiyga
      record: buyurtma* bron* chipta* hisob* akkaunt* аккаунт* ariza* shartnoma* zakaz* заказ* kvitansiya* trek* jo'natma* murojaat* polis* билет* bilet*
      phone: telefon* tel raqam* qo'ng'iroq mobil nomer* номер* sms whatsapp телефон*
      passport: pasport* паспорт* guvohnoma*
      after: emas* yo'q* olmaymiz olmayman ololmaymiz ololmayman bermaymiz bermayman berolmaymiz beraolmaymiz qilmaymiz qilolmaymiz bo'lmaydi mumkin_emas
      """)
}
