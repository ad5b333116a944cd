extension LexiconSource {
  static let uzbek = LexiconSource(
    name: "Uzbek", lanes: [.uzbek],
    text: """
      3: ajoyib* zo'r* zor zo'rsiz* a'lo* alo_darajada mukammal* ajoyibsiz* gap_yo'q gap_yoq super* daxshat_zo'r
      3: zo'rr* qoyil* eng_yaxshi eng_zo'r mazza mazzali* lazzat* klass klas bomba barakalla balli
      2.5 praise: rahmat* raxmat* tashakkur* minnatdor* tasanno* ofarin* olloh_rozi alloh_rozi omad* duo_qilaman
      2.5 praise: tavsiya_qilaman tavsiya_etaman maslahat_beraman sevaman yaxshi_ko'raman yoqadi yoqdi yoqadigan
      2: yaxshi* yahshi* yaxwi* yoqtir* xursand* hursand* baxtli* mamnun* chiroyli* go'zal* gozal* qulay* ishonchli*
      2: sifatli* foydali* muloyim* xushmuomala* mehribon* yordam_berdi yordam_berishdi yordam_berdingiz baraka* shirin*
      2: rozi roziman rozimiz mamnunman halol* samimiy* muvaffaq* tabrik* g'alaba* faxr* sog'_bo'ling sog'bo'ling
      1.5: tez tezkor* oson* toza* arzon* qiziqarli* qiziq hal_qilindi hal_bo'ldi hal_qilishdi tuzatildi tuzatishdi
      1.5: qaytarib_berishdi qaytarishdi ishlayapti ishladi yaxshiroq tuzaldi vaqtida o'z_vaqtida bemalol aqlli* umid* quvon*
      1.5: ura haha* hahaha* xaxa* kulgili* bayram* sovg'a* bepul tekin hayrat* malades molodets
      1: mayli normalno normalniy norm bo'ladi ok hop xop durust yomon_emas tinch* qoniqarli*
      -3: dahshat* daxshat* sharmanda* uyat uyatsiz* uyatsizlar nafrat* jirkan* la'nat* lanat* rasvo* iflos* jahannam eng_yomon
      -3: yaramas* tuban* qabih* fojia* vahima vahshiy*
      -3 issue: aldash* aldadi* aldama* aldov* aldoqchi* aldayapti* aldashdi* firibgar* firib o'g'ri* o'gri* ogri* o'g'irla* kazzob* tovlamachi*
      -2.5: yolg'on* yolgon* g'azab* gazab* jahl* asabiy* asabim* asabni asabimni hurmatsiz* surbet* beadab* behayo* ahmoqona*
      -2.5: bema'ni* bemani* masxara* mas'uliyatsiz* masuliyatsiz* zulm* haqorat* dod dastidan_dod voy_dod chidab_bo'lmaydi ablah*
      -2.5 issue: boykot* sudga sud shikoyat* boshqa_hech qayta_ishlatmayman o'chirdim ochirdim o'chirib_tashladim udalit
      -2 issue: ishlamay* ishlama* ishlamadi buzil* buzuq* buzildi ochilmay* ochilma* kirmay* kirolma* kira_olma* kira_olmayap* qotib* qotadi
      -2 issue: xato* hato* xatolik* muammo* kechik* bekor* yo'qol* yoqol* yo'qotdi* javob_yo'q javob_yoq javob_berma* javob_bermay*
      -2 issue: qaytarma* qaytarmay* qaytarishma* kelmadi kelmay* yetib_kelma* ikki_marta 2_marta ikki_barobar yechib_oldi* yechildi
      -2 issue: sizib* sizdi buzib_kir* hak glyuk* lag lagat tormoz* e'tibor_berma* etibor_berma* qolib_ket* sarson* ovora* sarg'ay* osilib
      -2 issue: ulanma* ulanmay* tushunma* yuklanma* yuklanmay* topilma* ololma* ololmay* qilib_bo'lma* bo'lmay* bolmay* bo'lmayapti
      -2: yomon* yamon* xafa* hafa* afsus* achinarli* achin* g'amgin* hayf* pand* umidsiz* hafsala* ishonchsiz* sifatsiz* foydasiz* befoyda*
      -2: noqulay* norozi* bezor* jonga_tegdi charchadi* charchab* zerik* xunuk* xavfli* qo'rq* qorq* yig'la* yigla* dard* azob* og'riq* kulfat
      -2: qo'pol* qopol* noto'g'ri* notogri* adolatsiz* insofsiz* insof_qiling vijdonsiz* ochko'z* ochkoz* halal* xalaqit* xalal* erinchoq*
      -1.5: sekin* qimmat* qiyin* murakkab* iflos kasal* o'lim* o'ldi* urush* zarar* ziyon* behuda* bekorga bekorchi* kamchilik* past pastlab*
      -1.5: xavotir* tashvish* sovuq* eski reklama* rekl tiqilinch* tushkun* aybdor* ayb
      -1: navbat* kutyap* kutib* kutdim* kutdik kutamiz g'alati* galati* tushunarsiz* hech_kim
      -1 issue: hali_ham haliyam haligacha shu_paytgacha qachongacha nechi_marta necha_marta uch_kundan javobsiz*
      -0.5 issue: pulimni puulimni pulimizni qaytaring* qaytarib_bering qaytarib_ber* kompensatsiya* tovon*
      none issue: yechib yechib_olish yechildi bagaj* yuk chamadon* operator* qo'llab-quvvatlash
      not: hech sira aslo na
      after: emas emasman emassiz emasdi yo'q yoq yoʻq yo'qdi bo'lmadi bolmadi qilmayman qilmadi qilma* etmayman bermayman bermadi
      after: ko'rmayman yoqmadi
      -2: yoqmadi yoqmaydi yoqmayapti arzimaydi arzimas
      very: juda judayam judaym jude o'ta ota eng rosa g'irt nihoyatda haddan g'oyat bunaqa shunaqa shunchalik butunlay
      bit: biroz bir_oz ozgina sal picha deyarli ancha
      but: lekin ammo biroq faqat
      ask: qanday qanaqa qachon qayerda qayerga qayer nega nimaga nima kim qancha necha nechta qaysi qani bormi mumkinmi bo'ladimi
      ask: qilsa_bo'ladi qilish_kerak bo'lyaptimi ishlaydimi ishlayaptimi kerakmi yo'qmi bilasizmi aytolmaysizmi
      common: va bu bilan uchun men sen siz biz ular u ham bor yo'q edi ekan kerak lekin agar qanday nima juda bir ikki
      common: hamma har shu o'sha keyin oldin bugun kecha endi hali yana faqat esa deb mana kim nega qachon menga sizga bizga
      common: mening sizning meni sizni bizni uni uning o'z o'zi bo'ldi bo'lib bo'lsa qilib qildi qilish qiladi emas ekanmi kun
      common: soat dastur ilova ilovada reys reysim chipta pul pulni telefon yangi odam odamlar narsa salom iltimos
      common: dan ga ni ning da to'g'ri yil boshqa keladi bo'lgan qilgan haqida orqali kabi ko'p hech eng mi
      common: hammasi* narsalar* odamlar* ishonmang* ertaga ertalab kechqurun tushdan chiqish uchamiz uchdik keldik ketdik oldik bolalar oila aeroport samolyot biladi
      common: qilaman qilyapman qilmoqchi boraman bormoqchi olaman oldim berdi berdim aytdi aytdim ko'rdim kutaman kerakmi mumkin
      -1 insult1: nodon* tentak* landavur* lapashang* masxaraboz* bo'shang
      -2.5 insult2: ahmoq* axmoq* tupoy* jinni* telba* eshak* it_bola itlar itvachcha* cho'chqa* chochqa* mol mollar padarla'nat* padaringga* pastkash*
      -2.5 insult2: o'chir_ovozingni ovozingni_o'chir nomard* iblis* hayvon* xayvon* maraz* debil*
      -3 insult3: haromi* xaromi* jalab* qanjiq* gandon* fohisha* blyat* suka* onangni* siktir* sikay* dalbayob* dalbayop*
      """)
}
